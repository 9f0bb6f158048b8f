package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 10, 101, 4_098})
    void it_is_the_middle_of_the_sorted_values(int count) {
        for (int distinct : new int[] {1, 3, 1 << 20}) {
            Random random = new Random(count);
            float[] values = new float[count + 3];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(distinct) / 7f;
            }
            float[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            float[] before = values.clone();
            float expected = count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
            assertThat(Median.of(values, count)).isEqualTo(expected);
            assertThat(values).containsExactly(before);
        }
    }
}
