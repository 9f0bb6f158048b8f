package segue.audio.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class FoldTest {
    private static final int COMPILED_AFTER = 30_000;

    @Test
    void lanes_are_added_and_multiplied_in_one_order_before_and_after_the_code_is_compiled() {
        Random random = new Random(5);
        float[] lanes = new float[Lanes.COUNT];
        for (int run = 0; run < COMPILED_AFTER; run++) {
            for (int i = 0; i < lanes.length; i++) {
                lanes[i] = (random.nextFloat() + 0.5f) * (random.nextBoolean() ? 1 : 1e-3f);
            }
            FloatVector vector = FloatVector.fromArray(Lanes.SPECIES, lanes, 0);
            float[] sums = lanes.clone();
            float[] products = lanes.clone();
            for (int half = Lanes.COUNT / 2; half > 0; half /= 2) {
                for (int i = 0; i < half; i++) {
                    sums[i] += sums[i + half];
                    products[i] *= products[i + half];
                }
            }
            assertThat(Fold.sum(vector)).isEqualTo(sums[0]);
            assertThat(Fold.product(vector)).isEqualTo(products[0]);
        }
    }
}
