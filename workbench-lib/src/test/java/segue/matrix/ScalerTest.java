package segue.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScalerTest {
    private final FloatMatrix matrix = random(500, 4);

    private static FloatMatrix random(int rows, int columns) {
        Random random = new Random(7);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * 30 - 12);
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    @Test
    void standard_scaling_gives_mean_0_and_variance_1() {
        FloatMatrix scaled = Scaler.standard(matrix).transform(matrix);
        for (int c = 0; c < 4; c++) {
            double sum = 0;
            double squares = 0;
            for (float value : scaled.column(c)) {
                sum += value;
                squares += value * value;
            }
            assertThat(sum / 500).isEqualTo(0, within(1e-5));
            assertThat(squares / 500).isEqualTo(1, within(1e-5));
        }
    }

    @Test
    void min_max_scaling_fills_0_to_1() {
        float[] column = Scaler.minMax(matrix).transform(matrix).column(2);
        Arrays.sort(column);
        assertThat(column[0]).isEqualTo(0);
        assertThat(column[499]).isEqualTo(1);
    }

    @Test
    void inverse_undoes_transform() {
        for (Scaler scaler : new Scaler[] {Scaler.standard(matrix), Scaler.minMax(matrix)}) {
            FloatMatrix back = scaler.inverse(scaler.transform(matrix));
            for (int i = 0; i < back.values().length; i++) {
                assertThat(back.values()[i]).isEqualTo(matrix.values()[i], within(1e-4f));
            }
        }
    }

    @Test
    void a_query_is_scaled_like_the_matrix_it_was_fitted_on() {
        Scaler scaler = Scaler.standard(matrix);
        assertThat(scaler.transform(matrix.row(17)))
                .containsExactly(scaler.transform(matrix).row(17));
    }

    @Test
    void a_constant_column_becomes_0() {
        FloatMatrix constant = FloatMatrix.of(new float[] {5, 1}, new float[] {5, 2});
        assertThat(Scaler.standard(constant).transform(constant).column(0)).containsExactly(0, 0);
        assertThat(Scaler.minMax(constant).transform(constant).column(0)).containsExactly(0, 0);
    }

    @Test
    void an_empty_matrix_teaches_nothing_and_is_refused() {
        assertThatThrownBy(() -> Scaler.standard(FloatMatrix.wrap(0, 3, new float[0])))
                .hasMessage("a scaler needs at least one row to learn from but the matrix is empty");
    }

    @Test
    void another_number_of_columns_is_refused() {
        assertThatThrownBy(() -> Scaler.standard(matrix).transform(new float[3]))
                .hasMessage("the scaler was fitted on 4 columns but got 3");
    }

    @Test
    void a_scaler_made_of_the_numbers_of_another_is_its_equal() {
        Scaler learned = Scaler.standard(matrix);
        Scaler same = Scaler.of(learned.shift(), learned.scale());
        assertThat(same.transform(matrix)).isEqualTo(learned.transform(matrix));
        assertThat(Scaler.of(new float[] {2}, new float[] {0}).transform(new float[] {5}))
                .containsExactly(3);
    }

    @Test
    void numbers_that_make_no_scaler_are_refused() {
        assertThatThrownBy(() -> Scaler.of(new float[2], new float[1])).hasMessageContaining("a scale for each shift");
        assertThatThrownBy(() -> Scaler.of(new float[1], new float[] {Float.POSITIVE_INFINITY}))
                .hasMessageContaining("column 0")
                .hasMessageContaining("finite");
    }
}
