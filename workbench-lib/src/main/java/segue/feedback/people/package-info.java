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
 */
package segue.feedback.people;
