/**
 * A Spark session as Segue wants it: JDK 25's flags, UTC, no web page unless asked for, listening on 127.0.0.1 while the
 * cluster is this machine, and what went wrong in one sentence.
 *
 * <pre>{@code
 * try (SegueSession session = SegueSession.open(SessionOptions.local())) {
 *     RunMeter meter = session.meter();
 *     long songs = session.run(spark -> spark.read().parquet("songs.parquet").count());
 *     System.out.println(songs + " songs; " + meter.figures());
 * }
 * }</pre>
 *
 * <p>Opening one costs about 3 s and 300 MB on this machine, and some seconds more on a cluster, whose executors are sent
 * Segue's own jars (120 MB) once. Results are written by {@link segue.spark.session.WholeTable}: whole, or not there.
 */
package segue.spark.session;
