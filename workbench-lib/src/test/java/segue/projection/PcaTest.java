package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.matrix.FloatMatrix;

class PcaTest {
    private static final Offset<Double> ROUNDING = within(1e-5);

    @Test
    void components_of_four_points_are_those_worked_out_by_hand() {
        // Less the mean: (2, 2), (-2, -2), (1, -1), (-1, 1). Squares along (1, 1) sum up to 16, across to 4, of 3
        // degrees.
        FloatMatrix square =
                FloatMatrix.of(new float[] {3, 3}, new float[] {-1, -1}, new float[] {2, 0}, new float[] {0, 2});

        Pca pca = Pca.fit(square, 2);

        assertThat(pca.mean()).containsExactly(1, 1);
        float half = (float) Math.sqrt(0.5);
        assertThat(pca.loadings().row(0)).containsExactly(new float[] {half, half}, within(1e-6f));
        assertThat(pca.loadings().row(1)).containsExactly(new float[] {half, -half}, within(1e-6f));
        assertThat(pca.explainedVariance()).containsExactly(new double[] {16.0 / 3, 4.0 / 3}, ROUNDING);
        assertThat(pca.explainedVarianceRatio()).containsExactly(new double[] {0.8, 0.2}, ROUNDING);
        assertThat(pca.transform(square).column(0))
                .containsExactly(new float[] {4 * half, -4 * half, 0, 0}, within(1e-6f));
        assertThat(pca).hasToString("principal components of 2 columns: 80.0 %, 20.0 % of the variance");
    }

    @Test
    void all_components_together_lose_nothing() {
        FloatMatrix data = Samples.clusters(300, 7, 3, 1);
        Pca pca = Pca.fit(data, 7);

        FloatMatrix back = pca.inverse(pca.transform(data));

        assertThat(back.values()).containsExactly(data.values(), within(1e-4f));
        assertThat(Arrays.stream(pca.explainedVarianceRatio()).sum()).isCloseTo(1, ROUNDING);
    }

    @Test
    void loadings_are_at_right_angles_and_of_length_one() {
        Pca pca = Pca.fit(Samples.clusters(300, 7, 3, 1), 7);
        for (int a = 0; a < 7; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int c = 0; c < 7; c++) {
                    product +=
                            (double) pca.loadings().get(a, c) * pca.loadings().get(b, c);
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, ROUNDING);
            }
        }
    }

    @Test
    void scores_vary_as_is_explained_and_do_not_go_together() {
        FloatMatrix data = Samples.clusters(500, 6, 4, 2);
        Pca pca = Pca.fit(data, 3);
        Pca ofScores = Pca.fit(pca.transform(data), 3);

        assertThat(ofScores.explainedVariance()).containsExactly(pca.explainedVariance(), within(1e-3));
        for (int c = 0; c < 3; c++) {
            assertThat(ofScores.loadings().get(c, c)).isCloseTo(1, within(1e-4f));
        }
    }

    @Test
    void the_largest_value_of_each_component_is_positive() {
        Pca pca = Pca.fit(Samples.clusters(300, 9, 5, 8), 9);
        for (int c = 0; c < 9; c++) {
            float[] loading = pca.loadings().row(c);
            float largest = 0;
            for (float value : loading) {
                largest = Math.abs(value) > Math.abs(largest) ? value : largest;
            }
            assertThat(largest).isPositive();
        }
    }

    @Test
    void many_columns_have_the_same_components_by_subspaces() {
        FloatMatrix data = Samples.clusters(400, Covariance.MOST_COLUMNS + 20, 5, 3);
        Pca few = Pca.fit(data, 3);
        try (Team team = new Team(1)) {
            float[] mean = Covariance.means(data, team);
            double[][] covariance = Covariance.of(data, mean, new PlainLoops(), team);
            Eigen exact = Eigen.ofSymmetric(covariance);
            for (int c = 0; c < 3; c++) {
                assertThat(few.explainedVariance()[c]).isCloseTo(exact.values()[c], within(1e-3));
                double product = 0;
                for (int i = 0; i < data.columns(); i++) {
                    product += few.loadings().get(c, i) * exact.vectors()[c][i];
                }
                assertThat(Math.abs(product)).isCloseTo(1, within(1e-4));
            }
            assertThat(few.totalVariance()).isCloseTo(Covariance.trace(covariance), within(1e-2));
        }
    }

    @Test
    void more_columns_than_rows_are_fine() {
        FloatMatrix data = Samples.clusters(5, 200, 5, 3);
        Pca pca = Pca.fit(data, 6);

        assertThat(Arrays.stream(pca.explainedVarianceRatio()).limit(4).sum()).isCloseTo(1, within(1e-4));
        assertThat(pca.explainedVariance()[5]).isCloseTo(0, within(1e-3));
    }

    @Test
    void a_constant_column_has_no_part() {
        float[] values = Samples.clusters(100, 3, 2, 5).values().clone();
        for (int i = 1; i < values.length; i += 3) {
            values[i] = 1e6f;
        }
        Pca pca = Pca.fit(FloatMatrix.wrap(100, 3, values), 3);
        assertThat(pca.loadings().get(0, 1)).isZero();
        assertThat(pca.explainedVariance()[2]).isZero();
    }

    @Test
    void rows_that_are_all_equal_explain_nothing() {
        Pca pca = Pca.fit(FloatMatrix.wrap(4, 2, new float[8]), 2);
        assertThat(pca.explainedVarianceRatio()).containsExactly(0, 0);
        assertThat(pca.transform(FloatMatrix.wrap(1, 2, new float[2])).values()).containsExactly(0, 0);
    }

    @Test
    void components_are_the_same_on_any_number_of_threads() {
        FloatMatrix data = Samples.clusters(20_000, 13, 6, 5);
        Pca one = Pca.fit(data, 2, 1);
        Pca three = Pca.fit(data, 2, 3);
        assertThat(three.loadings()).isEqualTo(one.loadings());
        assertThat(three.explainedVariance()).containsExactly(one.explainedVariance());
    }

    @Test
    void saved_components_are_the_same_when_they_are_loaded(@TempDir Path folder) throws IOException {
        FloatMatrix data = Samples.clusters(50, 7, 3, 1);
        Pca pca = Pca.fit(data, 3);
        Path file = folder.resolve("plane.segue");
        pca.save(file);

        Pca loaded = (Pca) Projection.load(file);

        assertThat(loaded.loadings()).isEqualTo(pca.loadings());
        assertThat(loaded.mean()).containsExactly(pca.mean());
        assertThat(loaded.explainedVarianceRatio()).containsExactly(pca.explainedVarianceRatio());
        assertThat(loaded.place(data)).isEqualTo(pca.transform(data));
    }

    @Test
    void a_damaged_file_of_components_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plane.segue");
        Pca.fit(Samples.clusters(50, 4, 3, 1), 2).save(file);
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 0x41;
            Files.write(file, bad);
            assertThatThrownBy(() -> Projection.load(file))
                    .as("byte %d changed", at)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "30, 5", "5, 30", "200, 13", "40, 200"})
    void each_further_component_leaves_less_and_what_is_left_is_the_variance_not_explained(int rows, int columns) {
        FloatMatrix data = Samples.clusters(rows, columns, 3, 7);
        for (int components = 1; components <= Math.min(5, columns); components++) {
            Pca pca = Pca.fit(data, components);
            FloatMatrix back = pca.inverse(pca.transform(data));
            double left = 0;
            for (int i = 0; i < back.values().length; i++) {
                left += Math.pow(back.values()[i] - data.values()[i], 2);
            }
            double unexplained =
                    pca.totalVariance() - Arrays.stream(pca.explainedVariance()).sum();
            assertThat(left / (rows - 1)).isCloseTo(unexplained, within(1e-3 * pca.totalVariance()));
        }
    }

    @Test
    void values_of_infinite_variance_are_refused() {
        float[] values = Samples.clusters(50, 3, 3, 1).values().clone();
        values[7] = 3e38f;
        assertThatThrownBy(() -> Pca.fit(FloatMatrix.wrap(50, 3, values), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("values are so large that their variance is infinite");
    }

    @Test
    void what_cannot_be_is_refused_with_the_reason() {
        FloatMatrix data = Samples.clusters(10, 3, 2, 5);
        assertThatThrownBy(() -> Pca.fit(data, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("components must be in [1, 3], the number of columns, but was 4");
        assertThatThrownBy(() -> Pca.fit(data.selectRows(0), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("principal components need at least 2 rows but there are 1");
        assertThatThrownBy(() -> Pca.fit(data, 2).transform(Samples.clusters(4, 5, 2, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("these principal components have 3 columns but the matrix is 4 x 5");
    }
}
