/**
 * How far long work has come, on one line that is updated, wherever it runs: under a cell, or in a terminal.
 *
 * <pre>{@code
 * for (Track track : Progress.of(tracks, "scanning")) { … }             // a loop; the size is asked of the collection
 * Progress.over(files.parallelStream(), "decoding").map(…).toList();    // a stream, also a parallel one
 * try (Progress progress = Progress.begin("t-SNE", 750)) {              // anything else
 *     progress.step("KL 3.21");
 * }
 * }</pre>
 *
 * <p>Work that reports here knows nothing of who shows it: a {@link segue.progress.ProgressDisplay} is looked for as a
 * service when work begins (the kernel's writes under the running cell, the command line's to the terminal), and where
 * none wants it nothing is shown.
 *
 * <p>Costs: a step is an atomic addition and a look at the clock, some 30 ns; ten times a second at most it is shown.
 */
package segue.progress;
