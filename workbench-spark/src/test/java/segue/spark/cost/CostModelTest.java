package segue.spark.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.spark.TestSession;
import segue.spark.neighbors.Way;

class CostModelTest {
    /** A second a search, a microsecond a row, a tenth a task, a millisecond a query among 1,000 rows, and so on. */
    private static final Constants PLAIN =
            new Constants(new Overhead(1, 1e-6), new Overhead(1, 1e-6), 0.1, 1e-6, 1e-3, 1000, 0.5, 1e8, 1e8);

    private final CostModel model = new CostModel(PLAIN);

    @Test
    void aBroadcastSearchIsItsWavesAfterTheTableHasCome() {
        Prediction found =
                model.predict(Way.BROADCAST, 100_000, 10, 5, new Cluster(1, 1)).orElseThrow();
        assertThat(found.layout().queryBlocks()).isEqualTo(4);
        assertThat(found.secondsATask()).isEqualTo(0.1 + 25_000 * 1e-2, within(1e-9));
        assertThat(found.wallSeconds()).isEqualTo(1 + 0.1 + 0.04 + 0.1 + 4 * found.secondsATask(), within(1e-9));
        assertThat(found.shuffledBytes()).isZero();
    }

    @Test
    void twiceTheExecutorsTakeAboutHalfTheTimeOfALargeSearch() {
        for (Way way : List.of(Way.BROADCAST, Way.SHUFFLE)) {
            double one = seconds(way, 8);
            assertThat(seconds(way, 16)).isCloseTo(one / 2, Percentage.withPercentage(15));
        }
    }

    private double seconds(Way way, int executors) {
        return model.predict(way, 10_000_000, 13, 10, new Cluster(executors, 2))
                .orElseThrow()
                .wallSeconds();
    }

    @Test
    void aTableTooLargeIsNotBroadcast() {
        assertThat(model.predict(Way.BROADCAST, 100_000_000, 13, 10, new Cluster(1000, 2)))
                .isEmpty();
        assertThat(model.predict(Way.SHUFFLE, 100_000_000, 13, 10, new Cluster(1000, 2)))
                .isPresent();
        assertThatThrownBy(() -> model.predict(Way.AUTO, 10, 1, 1, new Cluster(1, 1)))
                .hasMessageContaining("not auto");
        assertThatThrownBy(() -> new Cluster(0, 2)).hasMessageContaining("must be at least 1 but were 0 and 2");
    }

    @Test
    void thePowerIsThatOfTheMeasurements() {
        List<Kernel> quadrupledForDouble = List.of(new Kernel(1000, 0, 1e-6), new Kernel(4000, 0, 2e-6));
        assertThat(Calibration.power(quadrupledForDouble)).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void aCalibrationShufflesAsManyBytesAsItPredicts(@TempDir Path folder) throws IOException {
        Calibration measured = Calibration.measure(TestSession.shared(), new int[] {1000, 2000}, 13, 10, folder);
        assertThat(measured.points()).hasSize(4);
        for (Calibration.Point point : measured.points()) {
            assertThat((double) point.measuredBytes())
                    .isCloseTo(point.predicted().shuffledBytes(), Percentage.withPercentage(15));
            assertThat(point.measuredSeconds()).isPositive();
            assertThat(point.predicted().wallSeconds()).isPositive();
        }
        assertThat(measured.constants().power()).isBetween(0.0, 1.0);
        assertThatThrownBy(() -> Calibration.measure(TestSession.shared(), new int[] {1000}, 13, 10, folder))
                .hasMessage("rows must be at least two ascending numbers from 100 on but were [1000]");
    }
}
