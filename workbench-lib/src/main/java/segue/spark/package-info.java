/**
 * Jobs on Apache Spark, begun from a notebook or a program: {@code ./segue spark …} as a process of its own, because Spark's
 * libraries are not on the library's class path.
 *
 * <pre>{@code
 * SparkRun run = SparkJob.run("neighbours", "--data", "songs.parquet", "--k", "10", "--out", "neighbours.parquet");
 * run.figures().get("seconds");
 * }</pre>
 *
 * <p>The job says on a progress line what it is at; stopping the cell ends it and whatever it has begun. It costs a second
 * JVM: some 3 s to begin, and memory beside the notebook's ({@code SEGUE_HEAP}, 4 GB at most unless set).
 */
package segue.spark;
