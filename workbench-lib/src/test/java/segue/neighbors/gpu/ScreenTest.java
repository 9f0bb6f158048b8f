package segue.neighbors.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;

/** The screen may let too much pass, never too little: that is what the answers' being exact rests on. */
class ScreenTest {
    /** As the kernels compute it, in the order of the columns. */
    private static float sum(Accumulation accumulation, float begin, float[] query, float[] row, float sign) {
        float sum = begin;
        for (int c = 0; c < query.length; c++) {
            sum = switch (accumulation) {
                case SQUARES, PRODUCTS -> Math.fma(query[c], row[c], sum);
                case ABSOLUTES -> sum + Math.abs(query[c] - row[c]);
                case LARGEST -> Math.max(sum, Math.abs(query[c] - row[c]));
            };
        }
        return accumulation == Accumulation.SQUARES || accumulation == Accumulation.PRODUCTS ? sum : sign * sum;
    }

    /** Whether the screen lets a row pass that is no better than the worst that is kept: one of equal key must. */
    private static boolean passes(FloatMatrix data, Accumulation accumulation, int query, int row, float sign) {
        int columns = data.columns();
        Screen screen = new Screen(data, accumulation, columns);
        float[] hot = new float[columns];
        float[] screened = new float[columns];
        screen.query(data.values(), query * columns, sign, hot, 0);
        screen.row(data.values(), row * columns, screened, 0);
        float begin = screen.rowTerm(data.values(), row * columns, sign);
        float key = sign * accumulation.of(data.values(), row * columns, data.values(), query * columns, columns);
        float limit =
                Math.fma(screen.slack(), Math.abs(key), key) + screen.offset(data.values(), query * columns, sign);
        return !(sum(accumulation, begin, hot, screened, sign) > limit);
    }

    private static FloatMatrix wild(Random random, int columns) {
        float[] values = new float[6 * columns];
        double centre = random.nextBoolean() ? 0 : random.nextGaussian() * 1000;
        double scale = Math.pow(10, random.nextInt(-30, 20));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * (centre + random.nextGaussian()));
        }
        // The first two are near one another, where the screen loses most digits.
        for (int c = 0; c < columns; c++) {
            values[columns + c] = random.nextInt(4) == 0 ? Math.nextUp(values[c]) : values[c];
        }
        return FloatMatrix.wrap(6, columns, values);
    }

    @ParameterizedTest
    @EnumSource(Accumulation.class)
    void lets_pass_whatever_is_as_good_as_the_worst_that_is_kept(Accumulation accumulation) {
        Random random = new Random(11);
        for (int columns : new int[] {1, 3, 13, 32, 33, 128, 1024}) {
            for (int trial = 0; trial < 150; trial++) {
                FloatMatrix data = wild(random, columns);
                for (int row = 0; row < 6; row++) {
                    for (float sign : new float[] {1, -1}) {
                        assertThat(passes(data, accumulation, 0, row, sign))
                                .as("%d columns, trial %d, row %d, sign %f", columns, trial, row, sign)
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Accumulation.class)
    void leaves_out_nearly_everything_that_is_worse(Accumulation accumulation) {
        Random random = new Random(5);
        int columns = 13;
        float[] values = new float[2_000 * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        FloatMatrix data = FloatMatrix.wrap(2_000, columns, values);
        Screen screen = new Screen(data, accumulation, columns);
        float[] hot = new float[columns];
        float[] screened = new float[columns];
        screen.query(values, 0, 1, hot, 0);
        int needless = 0;
        float kept = accumulation.of(values, columns, values, 0, columns);
        float limit = Math.fma(screen.slack(), Math.abs(kept), kept) + screen.offset(values, 0, 1);
        for (int row = 0; row < 2_000; row++) {
            screen.row(values, row * columns, screened, 0);
            float begin = screen.rowTerm(values, row * columns, 1);
            boolean passes = !(sum(accumulation, begin, hot, screened, 1) > limit);
            needless += passes && accumulation.of(values, row * columns, values, 0, columns) > kept ? 1 : 0;
        }
        assertThat(needless).isLessThan(5);
    }
}
