/**
 * What listeners say, search and play, kept in a database, and what the numbers say about methods.
 *
 * <pre>{@code
 * try (FeedbackStore store = FeedbackStore.in(Path.of("data"))) {
 *     Listener listener = Listener.random();
 *     store.rate("a-key-for-each-rating", new Rating(listener, "song-1", "song-2", "euclidean", Opinion.score(8)));
 *     store.reports().scoresByMethod().forEach(IO::println);
 *     store.export(listener, System.out);
 *     IO.println(store.delete(listener));
 * }
 * }</pre>
 */
package segue.feedback;
