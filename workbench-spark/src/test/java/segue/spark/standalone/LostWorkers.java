package segue.spark.standalone;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A cluster of two workers, one of which is to be lost while it works. */
final class LostWorkers implements AutoCloseable {
    private final LocalCluster cluster;

    private LostWorkers(LocalCluster cluster) {
        this.cluster = cluster;
    }

    static LostWorkers start() throws IOException {
        return new LostWorkers(LocalCluster.start(LocalCluster.Options.of(2)));
    }

    String master() {
        return cluster.master();
    }

    /** Waits until a worker's executor has computed for two seconds. */
    void awaitWork(int worker) throws InterruptedException {
        ProcessHandle process = cluster.workers().get(worker);
        while (true) {
            List<ProcessHandle> executors = process.descendants().toList();
            if (executors.stream().anyMatch(LostWorkers::hasComputed)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static boolean hasComputed(ProcessHandle executor) {
        return executor.info()
                .totalCpuDuration()
                .map(spent -> spent.toSeconds() >= 6)
                .orElse(false);
    }

    void kill(int worker) {
        cluster.kill(worker);
    }

    @Override
    public void close() throws IOException {
        cluster.close();
    }
}
