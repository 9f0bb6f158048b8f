package segue.spark.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import segue.spark.TestSession;

class SegueSessionTest {
    private static final AtomicInteger TRIES = new AtomicInteger();

    private final SegueSession session = TestSession.shared();

    private static int throwing(int number) throws IOException {
        TRIES.incrementAndGet();
        throw new IOException("table.csv, line 7: expected a number but found 'x'");
    }

    private static int failingOnce(int number) throws IOException {
        if (TaskContext.get().attemptNumber() == 0) {
            throw new IOException("the disk is slow to wake up");
        }
        return number;
    }

    @Test
    void whatATaskThrowsComesOutAsItIs() {
        TRIES.set(0);
        assertThatThrownBy(() -> session.run(spark -> new JavaSparkContext(spark.sparkContext())
                        .parallelize(List.of(1), 1)
                        .map(SegueSessionTest::throwing)
                        .collect()))
                .isInstanceOf(IOException.class)
                .hasMessage("table.csv, line 7: expected a number but found 'x'");
        assertThat(TRIES).hasValue(2);
    }

    @Test
    void aTaskThatFailsOnceIsTriedAgainAndCounted() throws IOException {
        RunMeter meter = session.meter();
        List<Integer> numbers = session.run(spark -> new JavaSparkContext(spark.sparkContext())
                .parallelize(List.of(1, 2, 3), 3)
                .map(SegueSessionTest::failingOnce)
                .collect());
        assertThat(numbers).containsExactly(1, 2, 3);
        RunFigures figures = meter.figures();
        assertThat(figures.tasks()).isEqualTo(3);
        assertThat(figures.failedTasks()).isEqualTo(3);
        assertThat(figures.toString()).contains("3 tasks in 1 stages (3 failed and were tried again)");
    }

    @Test
    void aShuffleIsMeasured() throws IOException {
        RunMeter meter = session.meter();
        session.run(spark -> spark.range(0, 10_000, 1, 4)
                .selectExpr("id % 100 as x")
                .groupBy("x")
                .count()
                .collectAsList());
        RunFigures figures = meter.figures();
        assertThat(figures.shuffledBytes()).isPositive();
        assertThat(figures.mostShuffledBytesOfATask()).isPositive().isLessThanOrEqualTo(2 * figures.shuffledBytes());
    }

    @Test
    void sparksOwnErrorsAreOneSentence() {
        assertThatThrownBy(() -> session.run(
                        spark -> spark.sql("select nothing from nowhere").count()))
                .isInstanceOf(SparkFailure.class)
                .hasMessageStartingWith("Spark could not go on: ")
                .message()
                .doesNotContain("\n")
                .doesNotContain("SQLSTATE");
    }

    private static int defective(int number) {
        throw new IllegalStateException("the cup is empty");
    }

    @Test
    void whatATaskDiedOfIsToldWithoutStagesAndTries() {
        assertThatThrownBy(() -> session.run(spark -> new JavaSparkContext(spark.sparkContext())
                        .parallelize(List.of(1), 1)
                        .map(SegueSessionTest::defective)
                        .collect()))
                .isInstanceOf(SparkFailure.class)
                .hasMessage("Spark could not go on: the cup is empty");
    }

    @Test
    void aJobThatIsCancelledSaysSo() {
        assertThatThrownBy(() -> session.run(spark -> {
                    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
                    context.setJobGroup("stopped", "a job", true);
                    Thread stopper = Thread.ofVirtual().start(() -> {
                        while (context.statusTracker().getJobIdsForGroup("stopped").length == 0) {
                            Thread.onSpinWait();
                        }
                        context.cancelJobGroup("stopped");
                    });
                    try {
                        return context.parallelize(List.of(1), 1)
                                .map(SegueSessionTest::slow)
                                .collect();
                    } finally {
                        stopper.interrupt();
                        context.clearJobGroup();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    private static int slow(int number) throws InterruptedException {
        Thread.sleep(60_000);
        return number;
    }

    @Test
    void aMasterThatIsNotThereIsToldAtOnce() {
        SessionOptions nobody = SessionOptions.local().withMaster("spark://127.0.0.1:1");
        assertThatThrownBy(() -> SegueSession.open(nobody))
                .isInstanceOf(SparkFailure.class)
                .hasMessageStartingWith("no master answers at spark://127.0.0.1:1: is it running there?");
    }

    @Test
    void wrongMastersAndSettingsAreRefused() {
        assertThatThrownBy(() -> SessionOptions.local().withMaster("mesos://x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--master must be local[*]")
                .hasMessageContaining("'mesos://x'");
        assertThatThrownBy(() -> SessionOptions.local().withMaster("local[0]"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionOptions.local().with("memory", "8g"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("begins with 'spark.'");
    }

    @Test
    void nothingListensBeyondThisMachine() {
        assertThat(session.spark().conf().get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
        assertThat(session.spark().conf().get("spark.ui.enabled")).isEqualTo("false");
    }
}
