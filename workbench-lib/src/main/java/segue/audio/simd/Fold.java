package segue.audio.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/**
 * All lanes of a vector in one number, in an order that never changes. {@code reduceLanes} leaves the order open, and takes
 * another one once it is compiled, so that a recording would measure differently in its last digit from run to run.
 */
final class Fold {
    private static final int COUNT = Lanes.COUNT;
    private static final VectorShuffle<Float> BY_1 = by(1);
    private static final VectorShuffle<Float> BY_2 = by(2);
    private static final VectorShuffle<Float> BY_4 = by(4);
    private static final VectorShuffle<Float> BY_8 = by(8);

    private Fold() {}

    private static VectorShuffle<Float> by(int lanes) {
        return VectorShuffle.fromOp(Lanes.SPECIES, lane -> (lane + lanes) % COUNT);
    }

    static float sum(FloatVector vector) {
        FloatVector sum = vector;
        for (int lanes = COUNT / 2; lanes > 8; lanes /= 2) {
            sum = sum.add(sum.rearrange(by(lanes)));
        }
        if (COUNT > 8) {
            sum = sum.add(sum.rearrange(BY_8));
        }
        if (COUNT > 4) {
            sum = sum.add(sum.rearrange(BY_4));
        }
        if (COUNT > 2) {
            sum = sum.add(sum.rearrange(BY_2));
        }
        return sum.add(sum.rearrange(BY_1)).lane(0);
    }

    static float product(FloatVector vector) {
        FloatVector product = vector;
        for (int lanes = COUNT / 2; lanes > 8; lanes /= 2) {
            product = product.mul(product.rearrange(by(lanes)));
        }
        if (COUNT > 8) {
            product = product.mul(product.rearrange(BY_8));
        }
        if (COUNT > 4) {
            product = product.mul(product.rearrange(BY_4));
        }
        if (COUNT > 2) {
            product = product.mul(product.rearrange(BY_2));
        }
        return product.mul(product.rearrange(BY_1)).lane(0);
    }
}
