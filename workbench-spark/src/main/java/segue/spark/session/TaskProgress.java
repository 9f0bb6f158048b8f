package segue.spark.session;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import segue.progress.Progress;

/** One progress line a stage: tasks done of all. */
final class TaskProgress extends SparkListener {
    private final Map<Integer, Progress> running = new HashMap<>();

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
        int tasks = stage.stageInfo().numTasks();
        if (tasks > 1) {
            running.put(
                    stage.stageInfo().stageId(),
                    Progress.begin("stage " + (stage.stageInfo().stageId() + 1), tasks));
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
        Progress progress = running.get(task.stageId());
        if (progress != null && task.taskInfo().successful()) {
            progress.step();
        }
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted stage) {
        Progress progress = running.remove(stage.stageInfo().stageId());
        if (progress != null) {
            progress.close();
        }
    }

    @Override
    public synchronized void onApplicationEnd(SparkListenerApplicationEnd end) {
        running.values().forEach(Progress::close);
        running.clear();
    }
}
