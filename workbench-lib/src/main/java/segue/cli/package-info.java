/**
 * The commands of {@code ./segue}: one class a command, results to files and stdout, everything else to stderr.
 *
 * <p>Exit codes: 0 good, 2 wrong use, 1 failed. An error is one sentence that says what was wrong, where, and what to do;
 * a stack trace means a defect in Segue.
 *
 * <pre>{@code
 * ./segue knn --data songs.npy --k 10 --metric cosine --out ids.npy --distances d.npy
 * }</pre>
 */
package segue.cli;
