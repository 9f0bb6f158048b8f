package segue.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumsTest {
    private static float[] values(int count) {
        Random random = new Random(3);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
        }
        return values;
    }

    @Test
    void aSumIsTheTrueOneRoundedOnce() {
        ExactSums sums = new ExactSums(2);
        BigDecimal once = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (float value : values(500)) {
            sums.add(0, value);
            sums.add(1, (double) value * value);
            once = once.add(new BigDecimal(value));
            squares = squares.add(new BigDecimal(value).pow(2));
        }
        assertThat(sums.sum(0)).isEqualTo(once.doubleValue());
        assertThat(sums.sum(1)).isEqualTo(squares.doubleValue());
    }

    @Test
    void theEndsOfFloatFit() {
        ExactSums sums = new ExactSums(3);
        for (float value : new float[] {Float.MIN_VALUE, Float.MAX_VALUE, 0, -0f}) {
            sums.add(0, value);
            sums.add(1, (double) value * value);
            sums.add(2, -value);
        }
        assertThat(sums.sum(0)).isEqualTo((double) Float.MAX_VALUE);
        assertThat(sums.sum(1)).isEqualTo((double) Float.MAX_VALUE * Float.MAX_VALUE);
        assertThat(sums.sum(2)).isEqualTo(-(double) Float.MAX_VALUE);
        sums.add(0, -Float.MAX_VALUE);
        assertThat(sums.sum(0)).isEqualTo(Float.MIN_VALUE);
    }

    @Test
    void orderAndPartsDoNotMatter() {
        float[] values = values(999);
        ExactSums forward = new ExactSums(1);
        ExactSums[] parts = {new ExactSums(1), new ExactSums(1), new ExactSums(1)};
        for (int i = 0; i < values.length; i++) {
            forward.add(0, values[i]);
            parts[i % 2].add(0, values[values.length - 1 - i]);
        }
        assertThat(parts[2].add(parts[1]).add(parts[0]).sum(0)).isEqualTo(forward.sum(0));
    }

    @Test
    void aVarianceFarFromZeroKeepsItsDigits() {
        ExactSums sums = new ExactSums(1);
        ExactSums squares = new ExactSums(1);
        for (float value : new float[] {16_777_214, 16_777_215, 16_777_216}) {
            sums.add(0, value);
            squares.add(0, (double) value * value);
        }
        assertThat(ExactSums.variance(3, sums, squares, 0)).isEqualTo(2.0 / 3);
    }
}
