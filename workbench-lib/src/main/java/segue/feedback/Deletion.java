package segue.feedback;

/**
 * What was deleted of a listener.
 *
 * @param whatRemains in one or two sentences, what the database engine may still keep outside its tables
 */
public record Deletion(
        int ratings, int searches, int plays, int trials, int subscriptions, int digests, String whatRemains) {
    Deletion withWhatRemains(String other) {
        return new Deletion(ratings, searches, plays, trials, subscriptions, digests, other);
    }
}
