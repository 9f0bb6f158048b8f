package segue.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.cluster.Clusters;
import segue.cluster.KMeans;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import segue.spark.Rows;
import segue.spark.TestSession;
import segue.spark.rows.RowTable;
import segue.spark.session.SegueSession;

class TableClustersTest {
    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    private TableClusters fit(RowTable table, ScaleKind kind, ClusteringOptions options) throws IOException {
        return session.run(spark -> TableClusters.fit(table, TableScale.of(table, kind), options));
    }

    private int[] labels(RowTable table, TableClusters clusters) throws IOException {
        List<Row> rows = session.run(spark -> clusters.labels(spark, table).collectAsList());
        for (int row = 0; row < rows.size(); row++) {
            assertThat(rows.get(row).<Long>getAs("row")).isEqualTo(row);
        }
        return rows.stream().mapToInt(row -> row.<Integer>getAs("cluster")).toArray();
    }

    @Test
    void songsGetTheLibrarysClusters() throws IOException {
        Catalog songs = Catalog.sample();
        Path file = folder.resolve("songs.parquet");
        CatalogWriter.write(songs, file);
        RowTable table = session.run(spark -> RowTable.open(spark, file.toString(), List.of()));
        FloatMatrix rows = Scaler.standard(songs.features()).transform(songs.features());
        for (int k : new int[] {5, 20}) {
            ClusteringOptions options = ClusteringOptions.of(k);
            Clusters library = KMeans.fit(rows, options.kmeans());
            TableClusters ours = fit(table, ScaleKind.STANDARD, options);
            assertThat(ours.inertia()).isLessThanOrEqualTo(library.inertia() * 1.0001);
            int[] labels = labels(table, ours);
            int same = 0;
            for (int row = 0; row < labels.length; row++) {
                same += labels[row] == library.label(row) ? 1 : 0;
            }
            assertThat(same).isGreaterThan(labels.length * 98 / 100);
        }
    }

    @Test
    void aSampleAndSparksPassesComeWithinOnePerCentOfTheLibrary() throws IOException {
        Catalog songs = Catalog.sample();
        FloatMatrix rows = Scaler.standard(songs.features()).transform(songs.features());
        FloatMatrix heaps = Rows.heaps(9000, 6, 30, 0.7, 9);
        for (FloatMatrix matrix : List.of(rows, heaps)) {
            RowTable table = Rows.table(matrix, folder.resolve("x.npy"));
            ClusteringOptions options =
                    ClusteringOptions.of(matrix == rows ? 5 : 20).withSampleRows(matrix.rows() / 3);
            TableClusters ours = fit(table, ScaleKind.NONE, options);
            assertThat(options.sampleRows()).isLessThan(matrix.rows());
            assertThat(ours.inertia())
                    .isLessThanOrEqualTo(
                            1.01 * KMeans.fit(matrix, options.kmeans()).inertia());
        }
    }

    @Test
    void clustersAreNumberedByTheirSizeAndSayWhatTheyAre() throws IOException {
        FloatMatrix rows = Rows.heaps(1500, 3, 6, 0.1, 2);
        RowTable table = Rows.table(rows, folder.resolve("x.npy"));
        TableClusters clusters =
                fit(table, ScaleKind.MINMAX, ClusteringOptions.of(6).withSampleRows(300));
        int[] labels = labels(table, clusters);
        long[] counted = new long[6];
        Arrays.stream(labels).forEach(label -> counted[label]++);
        assertThat(counted).isEqualTo(clusters.sizes());
        for (int cluster = 1; cluster < 6; cluster++) {
            assertThat(counted[cluster]).isLessThanOrEqualTo(counted[cluster - 1]);
        }
        double sum = 0;
        for (Row row : session.run(spark -> clusters.labels(spark, table).collectAsList())) {
            sum += Math.pow(row.<Float>getAs("distance"), 2);
        }
        assertThat(sum).isCloseTo(clusters.inertia(), within(1e-4 * clusters.inertia()));
        assertThat(clusters.centersInUnits().get(0, 0)).isBetween(-1f, 11f);
    }

    @Test
    void theSameSeedGivesTheSameClustersHoweverTheTableIsCut() throws IOException {
        FloatMatrix rows = Rows.heaps(3000, 4, 12, 0.2, 4);
        RowTable table = Rows.table(rows, folder.resolve("x.npy"));
        ClusteringOptions options = ClusteringOptions.of(12).withSampleRows(700).withSeed(7);
        int[] once = labels(table, fit(table, ScaleKind.NONE, options));
        session.spark().conf().set("spark.sql.shuffle.partitions", "7");
        Path parquet = folder.resolve("x.parquet");
        session.run(spark -> {
            TableScale.of(table, ScaleKind.NONE)
                    .transformed(spark, table)
                    .drop("row")
                    .write()
                    .parquet(parquet.toString());
            return null;
        });
        session.spark().conf().set("spark.sql.shuffle.partitions", "4");
        RowTable other = session.run(spark -> RowTable.open(spark, parquet.toString(), List.of()));
        assertThat(labels(other, fit(other, ScaleKind.NONE, options))).isEqualTo(once);
    }

    @Test
    void aTableOfNearlyOnlyDuplicatesStillHasAsManyClustersAsItHasDifferentRows() throws IOException {
        float[][] rows = new float[2000][];
        Arrays.setAll(rows, row -> new float[] {row < 3 ? row : 5, 1});
        RowTable table = Rows.table(FloatMatrix.of(rows), folder.resolve("x.npy"));
        ClusteringOptions options = ClusteringOptions.of(4).withSampleRows(1);
        TableClusters clusters = fit(table, ScaleKind.NONE, options);
        assertThat(options.sampleRows()).isLessThan(rows.length);
        assertThat(clusters.sizes()).containsExactly(1997, 1, 1, 1);
        assertThat(clusters.inertia()).isZero();
        assertThatThrownBy(
                        () -> fit(table, ScaleKind.NONE, ClusteringOptions.of(5).withSampleRows(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 clusters need as many different rows but there are only 4");
    }

    @Test
    void whatCannotBeClusteredIsRefused() throws IOException {
        assertThatThrownBy(() -> ClusteringOptions.of(0)).hasMessageContaining("k must be in [1, 65,536] but was 0");
        assertThatThrownBy(() -> ClusteringOptions.of(3).withSampleRows(0))
                .hasMessage("sampleRows must be at least 1 but was 0");
        float[][] rows = new float[200][1];
        Arrays.setAll(rows, row -> new float[] {row});
        rows[199][0] = 1e20f;
        RowTable table = Rows.table(FloatMatrix.of(rows), folder.resolve("x.npy"));
        assertThatThrownBy(
                        () -> fit(table, ScaleKind.NONE, ClusteringOptions.of(1).withSampleRows(64)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("put the columns on one scale");
        assertThatThrownBy(() -> fit(table, ScaleKind.NONE, ClusteringOptions.of(60_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
