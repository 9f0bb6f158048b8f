package segue.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.cluster.simd.VectorScan;
import segue.lab.SongLike;
import segue.matrix.FloatMatrix;

class CentroidScanTest {
    private record Found(int[] labels, float[] distances) {}

    private static Found scan(CentroidScan scan, FloatMatrix rows, FloatMatrix centroids) {
        Tiles tiles = Tiles.of(rows);
        int room = tiles.count() * Tiles.ROWS;
        Found found = new Found(new int[room], new float[room]);
        for (int tile = 0; tile < tiles.count(); tile++) {
            scan.nearest(tiles, tile, centroids.values(), centroids.rows(), found.labels, found.distances);
        }
        return new Found(Arrays.copyOf(found.labels, rows.rows()), Arrays.copyOf(found.distances, rows.rows()));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "63,2,3", "64,13,20", "65,13,7", "207,9,5", "1000,17,33"})
    void vectors_and_plain_java_give_the_same_bits(int rows, int columns, int k) {
        FloatMatrix data = SongLike.vectors(rows + k, columns);
        FloatMatrix some = data.selectRows(IntStream.range(0, rows).toArray());
        FloatMatrix centroids = data.selectRows(IntStream.range(rows, rows + k).toArray());

        Found plain = scan(new PlainScan(), some, centroids);
        Found vectors = scan(new VectorScan(), some, centroids);

        assertThat(vectors.labels).isEqualTo(plain.labels);
        assertThat(vectors.distances).isEqualTo(plain.distances);
    }

    @Test
    void the_nearest_centroid_is_the_one_that_doubles_find() {
        FloatMatrix rows = Blobs.noise(300, 5);
        FloatMatrix centroids = rows.selectRows(3, 50, 120, 299);

        Found found = scan(new PlainScan(), rows, centroids);

        for (int row = 0; row < 300; row++) {
            double[] distances = new double[4];
            for (int c = 0; c < 4; c++) {
                for (int column = 0; column < 5; column++) {
                    distances[c] += Math.pow(rows.get(row, column) - centroids.get(c, column), 2);
                }
            }
            double least = Arrays.stream(distances).min().orElseThrow();
            assertThat(distances[found.labels[row]]).isCloseTo(least, org.assertj.core.data.Offset.offset(1e-6));
            assertThat((double) found.distances[row]).isCloseTo(least, org.assertj.core.data.Offset.offset(1e-5));
        }
    }

    @Test
    void of_equal_centroids_the_first_is_taken() {
        FloatMatrix rows = Blobs.noise(100, 3);
        FloatMatrix centroids = rows.selectRows(7, 7, 7);

        assertThat(scan(new PlainScan(), rows, centroids).labels).containsOnly(0);
        assertThat(scan(new VectorScan(), rows, centroids).labels).containsOnly(0);
    }
}
