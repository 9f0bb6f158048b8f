package segue.spark.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** Counts what stages cost while it listens. */
public final class RunMeter extends SparkListener {
    private final SparkSession spark;
    private final long startNanos = System.nanoTime();
    private final Map<Integer, Sum> open = new LinkedHashMap<>();
    private final List<StageFigures> ended = new ArrayList<>();

    private static final class Sum {
        private int tasks;
        private int failed;
        private double seconds;
        private double longest;
        private long read;
        private long written;
        private long most;
        private long spilled;

        void add(SparkListenerTaskEnd task) {
            if (!task.taskInfo().successful()) {
                failed++;
                return;
            }
            tasks++;
            TaskMetrics metrics = task.taskMetrics();
            double took = metrics.executorRunTime() / 1e3;
            long shuffleRead = metrics.shuffleReadMetrics().totalBytesRead();
            long shuffleWritten = metrics.shuffleWriteMetrics().bytesWritten();
            seconds += took;
            longest = Math.max(longest, took);
            read += shuffleRead;
            written += shuffleWritten;
            most = Math.max(most, shuffleRead + shuffleWritten);
            spilled += metrics.diskBytesSpilled();
        }

        StageFigures figures(String name) {
            return new StageFigures(name, tasks, failed, seconds, longest, read, written, most, spilled);
        }
    }

    private RunMeter(SparkSession spark) {
        this.spark = spark;
    }

    static RunMeter on(SparkSession spark) {
        RunMeter meter = new RunMeter(spark);
        spark.sparkContext().addSparkListener(meter);
        return meter;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
        open.computeIfAbsent(task.stageId(), stage -> new Sum()).add(task);
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted stage) {
        Sum sum = open.remove(stage.stageInfo().stageId());
        if (sum != null) {
            ended.add(sum.figures(stage.stageInfo().name()));
        }
    }

    /** What the stages cost that have ended since this was made; does not listen any longer. */
    public RunFigures figures() {
        double wall = (System.nanoTime() - startNanos) / 1e9;
        settle();
        spark.sparkContext().removeSparkListener(this);
        synchronized (this) {
            return new RunFigures(wall, ended);
        }
    }

    /** Listeners are told a moment later. */
    private void settle() {
        Failures.told(() -> {
            spark.sparkContext().listenerBus().waitUntilEmpty(10_000);
            return null;
        });
    }
}
