/**
 * What visitors say of recommendations: ratings, blind comparisons of two methods, what is learned of them, and all that is kept
 * of a visitor, to take home or to delete.
 *
 * <pre>{@code
 * POST /api/ratings {"key": "9f…", "asked": "s1", "song": "s2", "method": "sound/euclidean", "opinion": "like"}
 * POST /api/trials {"asked": "s1"}                                      two lists without names, and an id
 * POST /api/trials/answers {"id": "…", "preferred": "left"}             the names, and the averages so far
 * GET  /api/taste, /api/people, /api/my-data
 * }</pre>
 *
 * <p>A visitor is a random id in a header ({@link segue.page.server.Visitors}). {@code Ledger} is the way to the database: threads
 * of its own, a limit for each sender, 503 where it does not answer; where there is none, everything here answers 404
 * {@code feedback_off}. {@code Tastes} has weights learned, and hands recommenders that go by them to {@code segue.page.songs}.
 *
 * <p>Cost: of 105,681 songs with 9 features weights are fitted to 400 ratings in .3 s on a busy machine; a recommender by them is
 * made at once, and its index by its first answer, in 20 to 60 ms, 9.8 MB. At most a sixteenth of the heap is for such indexes.
 */
package segue.page.opinions;
