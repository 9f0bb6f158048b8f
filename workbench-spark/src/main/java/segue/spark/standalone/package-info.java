/**
 * A standalone cluster of Spark's own on this machine: a master and workers, each a process, all on 127.0.0.1. For seeing a job
 * on a cluster before there is one, and for losing a worker on purpose.
 *
 * <pre>{@code
 * try (LocalCluster cluster = LocalCluster.start(LocalCluster.Options.of(2))) {
 *     SegueSession session = SegueSession.open(SessionOptions.local().withMaster(cluster.master()));
 * }
 * }</pre>
 *
 * <p>Costs 4 s and 250 MB a process to start; an executor comes on top, with as much memory as its worker was given.
 */
package segue.spark.standalone;
