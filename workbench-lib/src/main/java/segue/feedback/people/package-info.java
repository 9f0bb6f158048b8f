/**
 * What people with the same taste like, once enough of them have rated songs.
 *
 * <pre>{@code
 * List<Rating> ratings = store.currentRatings().stream().map(GivenRating::rating).toList();
 * PeopleRecommender people = PeopleRecommender.of(ratings, PeopleOptions.defaults());
 * PeopleAnswer answer = people.suggest(listener, 10);
 * answer.notYet().ifPresent(IO::println);                 // "… so far 3 have."
 * answer.songs().forEach(IO::println);
 * }</pre>
 *
 * <p>Cost: 104,000 ratings of 1,000 listeners are read in in .7 s of processor time; one answer takes 3 ms then. Memory: 12
 * bytes a rating.
 */
package segue.feedback.people;
