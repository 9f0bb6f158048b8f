package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small and large k are kept by different means. */
class TopKTest {
    private static final int ROWS = 5_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 128, 129, 1_000, 4_999, 5_000, 6_000})
    void keeps_the_smallest_keys_with_ties_by_row_in_whatever_order_they_come(int k) {
        float[] keys = keys();
        TopK best = new TopK(k);
        for (int row : RowSample.of(ROWS, ROWS, new Random(2))) {
            if (keys[row] <= best.threshold()) {
                best.offer(keys[row], row);
            }
        }
        assertThat(best.k()).isEqualTo(k);
        int[] rows = new int[k];
        float[] kept = new float[k];
        int count = best.drain(rows, kept, 0);
        assertThat(count).isEqualTo(Math.min(k, ROWS));
        List<Integer> expected = IntStream.range(0, ROWS)
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> keys[row] + 0f).thenComparing(row -> row))
                .limit(k)
                .toList();
        for (int i = 0; i < count; i++) {
            assertThat(rows[i]).isEqualTo(expected.get(i));
            assertThat(Float.floatToRawIntBits(kept[i])).isEqualTo(Float.floatToRawIntBits(keys[rows[i]]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 128, 129, 1_000})
    void its_threshold_once_sharpened_is_the_largest_key_kept(int k) {
        TopK best = new TopK(k);
        for (int row = 0; row < k - 1; row++) {
            best.offer(-row, row);
        }
        best.sharpen();
        assertThat(best.threshold()).isEqualTo(Float.POSITIVE_INFINITY);
        best.offer(7, k);
        best.sharpen();
        assertThat(best.threshold()).isEqualTo(7);
        best.offer(-1_000_000, k + 1);
        best.sharpen();
        assertThat(best.threshold()).isEqualTo(k == 1 ? -1_000_000 : 0);
    }

    /** Few different ones, zeros of both signs and infinities among them. */
    private static float[] keys() {
        Random random = new Random(1);
        float[] keys = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            keys[row] = switch (random.nextInt(6)) {
                case 0 -> 0f;
                case 1 -> -0f;
                case 2 -> random.nextBoolean() ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
                case 3 -> Float.MIN_VALUE * (random.nextInt(5) - 2);
                case 4 -> random.nextInt(7) - 3;
                default -> (float) (random.nextGaussian() * 1e30);
            };
        }
        return keys;
    }
}
