package segue.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FloatMatrixTest {
    private final FloatMatrix matrix = FloatMatrix.of(new float[] {1, 2, 3}, new float[] {4, 5, 6});

    @Test
    void rows_columns_and_values_are_where_they_were_put() {
        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).isEqualTo(3);
        assertThat(matrix.get(1, 2)).isEqualTo(6);
        assertThat(matrix.row(1)).containsExactly(4, 5, 6);
        assertThat(matrix.column(1)).containsExactly(2, 5);
        assertThat(matrix.selectRows(1, 0, 1).column(0)).containsExactly(4, 1, 4);
    }

    @Test
    void a_value_that_is_not_finite_is_refused_with_its_place() {
        assertThatThrownBy(() -> FloatMatrix.of(new float[] {1, 2}, new float[] {3, Float.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1, column 1 is NaN: every value must be finite");
    }

    @Test
    void a_row_of_another_length_is_refused_with_its_number() {
        assertThatThrownBy(() -> FloatMatrix.of(new float[] {1, 2}, new float[] {3}))
                .hasMessage("row 1 has 1 values but row 0 has 2");
    }

    @Test
    void a_length_that_does_not_fit_the_shape_is_refused() {
        assertThatThrownBy(() -> FloatMatrix.wrap(2, 2, new float[3]))
                .hasMessage("a 2 x 2 matrix needs 4 values but got 3");
    }

    @Test
    void places_outside_are_refused_with_the_range() {
        assertThatThrownBy(() -> matrix.get(2, 0)).hasMessage("row must be in [0, 2) but was 2");
        assertThatThrownBy(() -> matrix.get(0, 3)).hasMessage("column must be in [0, 3) but was 3");
    }

    @Test
    void the_norm_of_a_row_is_its_length_also_where_its_square_exceeds_float() {
        FloatMatrix matrix = FloatMatrix.wrap(3, 2, new float[] {9, 9, 3, -4, 3e30f, 4e30f});
        assertThat(matrix.norm(1)).isEqualTo(5);
        assertThat(matrix.norm(2)).isCloseTo(5e30, within(1e24));
        assertThatThrownBy(() -> matrix.norm(3)).hasMessage("row must be in [0, 3) but was 3");
    }

    @Test
    void the_mean_of_columns_is_a_row_summed_in_double() {
        float[] values = new float[4_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? 16_777_215 : i % 4;
        }
        assertThat(FloatMatrix.wrap(2_000, 2, values).columnMeans()).containsExactly(16_777_215, 2);
        assertThatThrownBy(() -> FloatMatrix.wrap(0, 2, new float[0]).columnMeans())
                .hasMessageContaining("at least one row");
    }

    @Test
    void a_matrix_may_be_empty() {
        assertThat(FloatMatrix.of(List.of()).rows()).isZero();
        assertThat(FloatMatrix.wrap(3, 0, new float[0]).row(2)).isEmpty();
    }

    @Test
    void equal_values_in_another_shape_are_another_matrix() {
        assertThat(FloatMatrix.wrap(2, 3, new float[6])).isNotEqualTo(FloatMatrix.wrap(3, 2, new float[6]));
        assertThat(FloatMatrix.wrap(2, 3, new float[6])).isEqualTo(FloatMatrix.wrap(2, 3, new float[6]));
    }

    @Test
    void the_usual_distance_is_that_of_two_rows_taken_at_random() {
        FloatMatrix rows = FloatMatrix.of(new float[][] {{0, 0, 7}, {3, 4, 7}});
        // Of the four pairs two are 5 apart, two are not apart at all.
        assertThat(rows.usualDistance(0, 1)).isEqualTo(Math.sqrt(25 / 2.0));
        assertThat(rows.usualDistance(2)).isEqualTo(1);
    }
}
