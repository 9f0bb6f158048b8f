package segue.feedback.people;

/**
 * A song that people with the same taste like.
 *
 * @param song its id
 * @param score that the listener would give, by estimate: 0 to 10
 * @param people with a similar taste who rated it
 */
public record PeopleSuggestion(String song, double score, int people) {}
