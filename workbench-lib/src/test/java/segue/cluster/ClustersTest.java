package segue.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.lab.SongLike;
import segue.matrix.FloatMatrix;

class ClustersTest {
    private static final FloatMatrix ROWS = SongLike.vectors(1_500, 6);
    private static final Clusters CLUSTERS =
            KMeans.fit(ROWS, KMeansOptions.defaults().withK(7));

    @TempDir
    Path folder;

    @Test
    void the_rows_themselves_are_assigned_to_their_clusters() {
        assertThat(CLUSTERS.assign(ROWS)).isEqualTo(CLUSTERS.labels());
        assertThat(CLUSTERS.assign(ROWS, 3)).isEqualTo(CLUSTERS.labels());
    }

    @Test
    void centroids_are_assigned_to_themselves() {
        assertThat(CLUSTERS.assign(CLUSTERS.centroids())).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void rows_of_another_width_are_refused() {
        assertThatThrownBy(() -> CLUSTERS.assign(SongLike.vectors(3, 5)))
                .hasMessage("the clusters are of rows of 6 values, but these have 5");
    }

    @Test
    void labels_cannot_be_changed_from_outside() {
        int[] given = {0, 1, 0};
        Clusters clusters = new Clusters(given, FloatMatrix.of(new float[] {0}, new float[] {1}), 0, 1);

        given[0] = 1;
        clusters.labels()[1] = 0;

        assertThat(clusters.labels()).containsExactly(0, 1, 0);
    }

    @Test
    void a_label_without_a_cluster_is_refused() {
        assertThatThrownBy(() -> new Clusters(new int[] {0, 2}, FloatMatrix.of(new float[] {0}), 0, 1))
                .hasMessage("a label must be in [0, 0] but that of row 1 is 2");
    }

    @Test
    void no_row_of_a_cluster_is_nearer_to_its_centroid_than_the_medoid() {
        int[] medoids = CLUSTERS.medoids(ROWS);

        for (int cluster = 0; cluster < 7; cluster++) {
            int of = cluster;
            assertThat(CLUSTERS.label(medoids[cluster])).isEqualTo(cluster);
            double least = Arrays.stream(CLUSTERS.members(cluster))
                    .mapToDouble(row -> distance(row, of))
                    .min()
                    .orElseThrow();
            assertThat(distance(medoids[cluster], cluster)).isLessThanOrEqualTo(least * (1 + 1e-5));
        }
    }

    private static double distance(int row, int cluster) {
        double sum = 0;
        for (int column = 0; column < 6; column++) {
            sum += Math.pow(ROWS.get(row, column) - CLUSTERS.centroids().get(cluster, column), 2);
        }
        return sum;
    }

    @Test
    void what_was_saved_is_loaded_equal() throws IOException {
        Path file = folder.resolve("clusters.segue");

        CLUSTERS.save(file);

        assertThat(Clusters.load(file)).isEqualTo(CLUSTERS);
    }

    @Test
    void a_damaged_file_is_refused() throws IOException {
        Path file = folder.resolve("clusters.segue");
        CLUSTERS.save(file);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {14, 22, 25, 60, bytes.length / 2, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x41;
            Files.write(file, changed);
            assertThatThrownBy(() -> Clusters.load(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
        }
        for (int length : new int[] {12, 30, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Clusters.load(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void a_foreign_file_or_layout_is_not_called_damaged() throws IOException {
        Path file = folder.resolve("clusters.segue");
        Files.writeString(file, "something else entirely");
        assertThatThrownBy(() -> Clusters.load(file)).hasMessageContaining("not saved clusters");

        CLUSTERS.save(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[11] = 9;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Clusters.load(file)).hasMessageContaining("layout 9, this one reads 1");
    }
}
