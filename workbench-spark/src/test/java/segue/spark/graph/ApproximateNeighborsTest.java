package segue.spark.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.spark.Rows;
import segue.spark.TestSession;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowTable;
import segue.spark.session.SegueSession;

class ApproximateNeighborsTest {
    private static final AtomicInteger FAILED = new AtomicInteger();
    private static final ApproximateOptions FIVE = ApproximateOptions.defaults().withK(5);

    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    private RowTable table(FloatMatrix rows) throws IOException {
        return Rows.table(rows, folder.resolve("x.npy"));
    }

    private static NeighborTable exact(FloatMatrix rows, Metric metric, int k) {
        return NeighborIndex.of(rows, metric, Backend.AUTO.resolve()).graph(k);
    }

    /** Of the answers to all rows, which stand in order. */
    private static double share(List<Row> answers, NeighborTable exact) {
        int k = exact.k();
        int right = 0;
        for (int row = 0; row < answers.size(); row++) {
            assertThat(answers.get(row).<Long>getAs("row")).isEqualTo(row);
            List<Float> distances = answers.get(row).getList(answers.get(row).fieldIndex("distances"));
            assertThat(distances).hasSize(k).isSorted();
            float last = exact.distances()[row * k + k - 1];
            right += (int)
                    distances.stream().filter(distance -> distance <= last).count();
        }
        return right / (double) (answers.size() * k);
    }

    @Test
    void mostNeighboursAreFoundAndTheRecallIsTheTrueOne() throws IOException {
        FloatMatrix rows = Rows.heaps(3000, 8, 20, 1.2, 3);
        RowTable table = table(rows);
        for (Metric metric : List.of(Metric.EUCLIDEAN, Metric.COSINE, Metric.DOT)) {
            session.run(spark -> {
                try (ApproximateNeighbors near =
                        ApproximateNeighbors.of(table, FIVE.withMetric(metric).withPartitions(12))) {
                    double share = share(near.table(spark).collectAsList(), exact(rows, metric, 5));
                    assertThat(near.recall().value()).isGreaterThanOrEqualTo(0.95);
                    assertThat(near.recall().queries()).isEqualTo(1000);
                    assertThat(share).isGreaterThanOrEqualTo(0.95);
                    assertThat(near.reach()).isLessThan(12);
                    assertThat(near.pieces()).isGreaterThanOrEqualTo(12);
                }
                return null;
            });
        }
    }

    @Test
    void askingEveryCellOfASmallTableGivesTheLibrarysRowsInItsOrder() throws IOException {
        Catalog songs = Catalog.sample();
        Path file = folder.resolve("songs.parquet");
        CatalogWriter.write(songs, file);
        NeighborTable exact = exact(songs.features(), Metric.EUCLIDEAN, 5);
        session.run(spark -> {
            RowTable table = RowTable.open(spark, file.toString(), List.of());
            try (ApproximateNeighbors near =
                    ApproximateNeighbors.of(table, FIVE.withPartitions(4).withReach(99))) {
                List<Row> answers = near.table(spark).collectAsList();
                int same = 0;
                for (int row = 0; row < answers.size(); row++) {
                    List<Long> numbers = answers.get(row).getList(2);
                    List<String> ids = answers.get(row).getList(3);
                    List<Long> expected = Arrays.stream(exact.of(row).rows())
                            .asLongStream()
                            .boxed()
                            .toList();
                    same += numbers.equals(expected) ? 1 : 0;
                    assertThat(answers.get(row).getString(1))
                            .isEqualTo(songs.tracks().get(row).id());
                    for (int i = 0; i < 5; i++) {
                        assertThat(ids.get(i))
                                .isEqualTo(songs.tracks()
                                        .get(numbers.get(i).intValue())
                                        .id());
                    }
                }
                assertThat(same).isGreaterThanOrEqualTo(answers.size() * 995 / 1000);
                assertThat(near.recall().value()).isGreaterThan(0.998);
            }
            return null;
        });
    }

    @Test
    void aCellWithNearlyAllRowsIsCutAndEveryDuplicateIsFoundOnce() throws IOException {
        FloatMatrix some = Rows.heaps(1500, 4, 5, 1, 6);
        float[] values = some.values().clone();
        for (int row = 0; row < 1350; row++) {
            System.arraycopy(new float[] {50, 50, 50, row % 10}, 0, values, row * 4, 4);
        }
        FloatMatrix rows = FloatMatrix.wrap(1500, 4, values);
        RowTable table = table(rows);
        session.run(spark -> {
            try (ApproximateNeighbors near = ApproximateNeighbors.of(table, FIVE.withPartitions(6))) {
                assertThat(near.largestPiece()).isLessThanOrEqualTo(2 * 1500 / 6);
                assertThat(share(near.table(spark).collectAsList(), exact(rows, Metric.EUCLIDEAN, 5)))
                        .isGreaterThanOrEqualTo(0.95);
                for (Row row : near.table(spark).collectAsList()) {
                    assertThat(row.<Long>getList(1)).doesNotHaveDuplicates().doesNotContain(row.getLong(0));
                }
            }
            return null;
        });
    }

    @Test
    void aTableOfFewRowsGivesAsManyNeighboursAsThereAre() throws IOException {
        RowTable table = table(FloatMatrix.of(new float[] {0}, new float[] {0}, new float[] {9}));
        session.run(spark -> {
            try (ApproximateNeighbors near =
                    ApproximateNeighbors.of(table, FIVE.withPartitions(3).withReach(1))) {
                List<Row> answers = near.table(spark).collectAsList();
                assertThat(answers)
                        .extracting(row -> row.getList(1))
                        .containsExactly(List.of(1L, 2L), List.of(0L, 2L), List.of(0L, 1L));
                assertThat(answers.get(2).getList(2)).isEqualTo(List.of(9f, 9f));
            }
            return null;
        });
    }

    @Test
    void neitherTheCutOfTheTableNorATaskThatIsTriedAgainChangesAnAnswer() throws IOException {
        FloatMatrix rows = Rows.heaps(1200, 5, 8, 1, 11);
        RowTable table = table(rows);
        ApproximateOptions options = FIVE.withPartitions(5).withReach(2);
        session.run(spark -> {
            JavaRDD<NumberedRow> once = table.rows();
            Cells cells = Cells.of(once, 1200, 5, 5, options);
            Cells again = Cells.of(once.repartition(7), 1200, 5, 5, options);
            assertThat(again.middles()).isEqualTo(cells.middles());
            assertThat(again.firstPieces()).isEqualTo(cells.firstPieces());
            Broadcast<Cells> sent =
                    JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(cells);
            FAILED.set(0);
            JavaRDD<NumberedRow> failing = once.repartition(7).map(row -> {
                if (row.number() == 600 && TaskContext.get().attemptNumber() == 0) {
                    FAILED.incrementAndGet();
                    throw new IllegalStateException("lost");
                }
                return row;
            });
            var expected = Pieces.answers(once, sent, 2, options).collectAsMap();
            var found = Pieces.answers(failing, sent, 2, options).collectAsMap();
            assertThat(FAILED).hasPositiveValue();
            assertThat(found).hasSize(1200).isEqualTo(expected);
            return null;
        });
    }

    @Test
    void distancesAreTheLibrarysEvenOfRowsWithoutADirection() throws IOException {
        FloatMatrix rows = FloatMatrix.of(
                new float[] {0, 0}, new float[] {1, 0}, new float[] {2, 0}, new float[] {0, 3}, new float[] {0, 0});
        RowTable table = table(rows);
        NeighborTable exact = NeighborIndex.of(rows, new Distance(Metric.COSINE), Backend.SCALAR)
                .graph(4);
        session.run(spark -> {
            try (ApproximateNeighbors near = ApproximateNeighbors.of(
                    table, FIVE.withMetric(Metric.COSINE).withPartitions(3).withReach(3))) {
                List<Row> answers = near.table(spark).collectAsList();
                for (int row = 0; row < 5; row++) {
                    float[] distances = exact.of(row).distances();
                    assertThat(answers.get(row).<Float>getList(2))
                            .containsExactly(distances[0], distances[1], distances[2], distances[3]);
                    assertThat(answers.get(row).<Long>getList(1))
                            .isEqualTo(Arrays.stream(exact.of(row).rows())
                                    .asLongStream()
                                    .boxed()
                                    .toList());
                }
            }
            return null;
        });
    }

    @Test
    void whatCannotBeAskedIsRefusedBeforeAnyWork() {
        assertThatThrownBy(() -> FIVE.withK(0)).hasMessage("k must be in [1, 1,000] but was 0");
        assertThatThrownBy(() -> FIVE.withRecall(1.5)).hasMessage("recall must be in (0, 1] but was 1.5");
        assertThatThrownBy(() -> FIVE.withPartitions(-1)).hasMessageContaining("partitions must be in");
        assertThatThrownBy(() -> FIVE.withMetric(Metric.MANHATTAN))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("HNSW cannot search by manhattan");
    }
}
