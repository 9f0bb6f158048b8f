/**
 * The lab: which search is quickest, from where on, and does it tell the truth?
 *
 * <pre>{@code
 * LabReport report = Lab.of(songs, "105,671 songs").compare(LabOptions.defaults().withSeconds(0.3));
 * System.out.println(report);                                  // tables, crossovers, what could not run and why
 * report.table(Task.BATCH);                                    // for a notebook
 * LabCharts.speedUps(report, Task.ALL_PAIRS);
 * Growth.bySongs(Growth.SONGS).measure(LabOptions.defaults());
 * }</pre>
 *
 * <p>A {@link segue.lab.Contender} builds a {@link segue.lab.Searcher} from the rows: the {@linkplain segue.lab.PlainLoop
 * plain loop}, Smile's searches, every {@link segue.neighbors.Backend}. Each is asked single queries, a batch, and the
 * neighbours of every row. Its answers are judged by the scalar oracle before its time is taken; what is wrong gets no time.
 * What cannot run here stays in the table with its reason. A contender that is slow is asked a part, and its time scaled and
 * marked as such.
 *
 * <p>Cost: with the default options about a minute on two cores at 170,653 x 13; it grows with
 * {@link segue.lab.LabOptions#seconds()}, not with the rows, but for the oracle's few seconds and what builds take.
 */
package segue.lab;
