package segue.spark.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import segue.spark.standalone.LocalCluster;

/** {@code ./segue spark cluster}: a cluster on this machine, until it is stopped. */
@Command(
        name = "cluster",
        description = "Start a standalone cluster on this machine: a master and workers, each a process, on 127.0.0.1.",
        mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {
    @Option(names = "--workers", paramLabel = "N", description = "worker processes (default: ${DEFAULT-VALUE})")
    private int workers = 2;

    @Option(names = "--cores", paramLabel = "N", description = "cores that each offers (default: ${DEFAULT-VALUE})")
    private int cores = 1;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "megabytes that each offers to executors (default: ${DEFAULT-VALUE})")
    private int megabytes = 1536;

    @Option(names = "--port", paramLabel = "PORT", description = "of the master (default: any that is free)")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalCluster.Options options = new LocalCluster.Options(workers, cores, megabytes, port);
        LocalCluster cluster = LocalCluster.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(cluster)));
        System.out.println(cluster.master());
        System.err.printf(
                "segue: a master and %d workers of %d core%s run; --master %s has jobs done by them. Stop them with Ctrl-C.%n",
                workers, cores, cores == 1 ? "" : "s", cluster.master());
        cluster.await();
        return 0;
    }

    private static void close(LocalCluster cluster) {
        try {
            cluster.close();
        } catch (IOException left) {
            System.err.println("segue: a file of the cluster was left behind: " + left.getMessage());
        }
    }
}
