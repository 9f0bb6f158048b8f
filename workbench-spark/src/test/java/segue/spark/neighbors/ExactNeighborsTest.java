package segue.spark.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.matrix.Scaler;
import segue.neighbors.Backend;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;
import segue.spark.TestSession;
import segue.spark.rows.RowTable;
import segue.spark.session.RunMeter;
import segue.spark.session.SegueSession;

/** What each way of an exact search must do; one subclass a way. The library's scalar back end is the oracle. */
abstract class ExactNeighborsTest {
    final SegueSession session = TestSession.shared();

    @TempDir
    Path folder;

    abstract NeighborsOptions nearest(int k);

    static FloatMatrix random(int rows, int columns) {
        Random random = new Random(31L * rows + columns);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    /** Two values only: most distances are equal, many rows are the same, some are 0. */
    static FloatMatrix coarse(int rows, int columns) {
        Random random = new Random(5);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(2);
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    RowTable table(FloatMatrix rows) throws IOException {
        Path file = Files.createTempFile(folder, "rows", ".npy");
        Npy.write(file, rows);
        return RowTable.open(session.spark(), file.toString(), List.of());
    }

    NeighborTable found(RowTable data, RowTable queries, NeighborsOptions options) throws IOException {
        return session.run(spark -> {
            ExactNeighbors found = ExactNeighbors.of(spark, data, queries, options);
            Dataset<Row> table = found.table().select("row", "neighbors", "distances");
            Row[] rows = table.collectAsList().toArray(Row[]::new);
            Arrays.sort(rows, (a, b) -> Long.compare(a.getLong(0), b.getLong(0)));
            NeighborTable all = new NeighborTable(
                    rows.length, found.k(), new int[rows.length * found.k()], new float[rows.length * found.k()]);
            for (int q = 0; q < rows.length; q++) {
                assertThat(rows[q].getLong(0)).isEqualTo(q);
                List<Long> neighbors = rows[q].getList(1);
                List<Float> distances = rows[q].getList(2);
                assertThat(neighbors).hasSize(found.k());
                for (int i = 0; i < found.k(); i++) {
                    all.rows()[q * found.k() + i] = Math.toIntExact(neighbors.get(i));
                    all.distances()[q * found.k() + i] = distances.get(i);
                }
            }
            return all;
        });
    }

    static void assertSame(NeighborTable found, NeighborTable expected) {
        assertThat(found.queries()).isEqualTo(expected.queries());
        assertThat(found.k()).isEqualTo(expected.k());
        assertThat(found.rows()).isEqualTo(expected.rows());
        assertThat(found.distances()).isEqualTo(expected.distances());
    }

    static NeighborTable graph(FloatMatrix rows, NeighborsOptions options) {
        return NeighborIndex.of(rows, options.distance(), Backend.SCALAR).graph(options.search(true));
    }

    private void assertLikeTheLibrary(FloatMatrix rows, NeighborsOptions options) throws IOException {
        assertSame(found(table(rows), null, options), graph(rows, options));
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricGivesTheLibrarysGraph(Metric metric) throws IOException {
        Distance distance = new Distance(metric);
        assertLikeTheLibrary(random(207, 13), nearest(10).by(distance));
        assertLikeTheLibrary(coarse(207, 4), nearest(10).by(distance).withFarthest(true));
    }

    @Test
    void oddSizesGiveTheLibrarysGraphEvenWhereThereAreFewerRowsThanNeighboursOrTasks() throws IOException {
        for (int rows : new int[] {1, 2, 13, 1009}) {
            assertLikeTheLibrary(random(rows, 5), nearest(20));
        }
    }

    @Test
    void rowsThatAreAllTheSameAreFoundInTheOrderOfTheirNumbers() throws IOException {
        assertLikeTheLibrary(FloatMatrix.wrap(600, 3, new float[1800]), nearest(7));
        assertLikeTheLibrary(
                FloatMatrix.wrap(600, 3, new float[1800]), nearest(7).by(new Distance(Metric.COSINE)));
    }

    @Test
    void queriesFromAnotherTableMayFindEveryRow() throws IOException {
        FloatMatrix rows = coarse(301, 6);
        for (FloatMatrix queries : new FloatMatrix[] {random(1, 6), coarse(77, 6)}) {
            for (Metric metric : new Metric[] {Metric.EUCLIDEAN, Metric.COSINE, Metric.DOT}) {
                NeighborsOptions options = nearest(9).by(new Distance(metric));
                assertSame(
                        found(table(rows), table(queries), options),
                        NeighborIndex.of(rows, metric, Backend.SCALAR).search(queries, Search.nearest(9)));
            }
        }
    }

    @Test
    void weightsAndScalingAreTheLibrarys() throws IOException {
        FloatMatrix rows = random(331, 3);
        float[] values = rows.values();
        for (int i = 0; i < values.length; i += 3) {
            values[i] = 1e4f + 50 * values[i];
        }
        NeighborsOptions options =
                nearest(5).by(Metric.MANHATTAN.weighted(1, 2, 0.5f)).withScaling(true);
        assertSame(
                found(table(rows), null, options), graph(Scaler.standard(rows).transform(rows), options));
        FloatMatrix queries = random(20, 3);
        assertSame(
                found(table(rows), table(queries), options),
                NeighborIndex.of(Scaler.standard(rows).transform(rows), options.distance(), Backend.SCALAR)
                        .search(Scaler.standard(rows).transform(queries), Search.nearest(5)));
    }

    @Test
    void idsAreCarried() throws IOException {
        Catalog songs = Catalog.sample().selectRows(IntStream.range(0, 90).toArray());
        Path file = folder.resolve("songs.parquet");
        CatalogWriter.write(songs, file);
        RowTable table = RowTable.open(session.spark(), file.toString(), List.of());
        List<Row> rows = session.run(
                spark -> ExactNeighbors.of(spark, table, nearest(3)).table().collectAsList());
        assertThat(rows).hasSize(songs.size());
        for (Row row : rows) {
            assertThat(row.<String>getAs("id"))
                    .isEqualTo(songs.track((int) row.<Long>getAs("row").longValue())
                            .id());
            List<Long> neighbors = row.getList(row.fieldIndex("neighbors"));
            assertThat(row.getList(row.fieldIndex("neighbor_ids")))
                    .isEqualTo(neighbors.stream()
                            .map(n -> songs.track(n.intValue()).id())
                            .toList());
        }
        NeighborTable expected = graph(songs.features(), nearest(3));
        assertSame(found(table, null, nearest(3)), expected);
        List<String> columns = session.run(spark -> List.of(
                ExactNeighbors.of(spark, table, table, nearest(3)).table().columns()));
        assertThat(columns).containsExactly("row", "id", "neighbors", "neighbor_ids", "distances");
    }

    private static final AtomicInteger FAILED = new AtomicInteger();

    @Test
    void aTaskThatFailsIsTriedAgainAndNothingIsThereTwice() throws IOException {
        FloatMatrix rows = random(207, 4);
        RowTable table = table(rows);
        FAILED.set(0);
        RunMeter meter = session.meter();
        List<Row> found = session.run(spark -> ExactNeighbors.of(spark, table, nearest(5))
                .table()
                .javaRDD()
                .mapPartitions(part -> {
                    if (TaskContext.get().attemptNumber() == 0 && FAILED.getAndIncrement() == 0) {
                        throw new IllegalStateException("once");
                    }
                    return part;
                })
                .collect());
        assertThat(meter.figures().failedTasks()).isEqualTo(1);
        assertThat(found.stream().map(row -> row.getLong(0)).sorted().toList())
                .containsExactlyElementsOf(LongStream.range(0, 207).boxed().toList());
    }

    @Test
    void whatDoesNotFitIsRefusedInOneSentence() throws IOException {
        RowTable rows = table(random(9, 3));
        RowTable wide = table(random(9, 4));
        assertThatThrownBy(() -> found(rows, wide, nearest(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 3 columns but the queries, ")
                .hasMessageContaining("have 4");
        assertThatThrownBy(() -> found(rows, null, nearest(1).by(Metric.EUCLIDEAN.weighted(1, 2))))
                .hasMessageContaining("2 weights were given");
        FloatMatrix long_ = FloatMatrix.wrap(9, 1, new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1e30f});
        RowTable tooLong = table(long_);
        assertThatThrownBy(() -> found(tooLong, null, nearest(1).by(new Distance(Metric.DOT))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 is 1.00e+30 long");
    }
}
