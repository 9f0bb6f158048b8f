package segue.dtw;

import segue.matrix.FloatMatrix;

/**
 * How alike two sequences are when time is not warped: the mean cosine of frames laid on one another one by one. Cheap, and
 * blind to a difference in tempo, which {@link Dtw} with {@link LocalCost#COSINE} sees through.
 *
 * @param similarity the mean cosine, -1 to 1; frames of zeros are alike to each other (1) and to nothing else (0)
 * @param shift frame {@code i} of the first sequence lies on frame {@code i + shift} of the second
 * @param frames how many were laid on one another
 */
public record AlignedCosine(double similarity, int shift, int frames) {
    /**
     * From the first frame on, as far as the shorter sequence goes.
     *
     * @throws IllegalArgumentException as {@link Dtw#distance}
     */
    public static AlignedCosine of(FloatMatrix a, FloatMatrix b) {
        return bestShift(a, b, 0);
    }

    /**
     * The shift at which the sequences are most alike; of those that are equally good the shortest, of these the one to the
     * left. Takes time in proportion to the frames times the shifts.
     *
     * @param most how many frames one may be shifted along the other, at least 0; at least one frame stays on another
     * @throws IllegalArgumentException as {@link Dtw#distance}
     */
    public static AlignedCosine bestShift(FloatMatrix a, FloatMatrix b, int most) {
        Dtw.requirePair(a, b);
        if (most < 0) {
            throw new IllegalArgumentException("the shift must be at least 0 but was " + most);
        }
        FloatMatrix unitA = LocalCost.COSINE.prepare(a);
        FloatMatrix unitB = LocalCost.COSINE.prepare(b);
        AlignedCosine best = at(unitA, unitB, 0);
        for (int far = 1; far <= most; far++) {
            for (int shift : new int[] {-far, far}) {
                AlignedCosine found = at(unitA, unitB, shift);
                best = found.frames > 0 && found.similarity > best.similarity ? found : best;
            }
        }
        return best;
    }

    private static AlignedCosine at(FloatMatrix a, FloatMatrix b, int shift) {
        int from = Math.max(0, -shift);
        int to = (int) Math.min(a.rows(), (long) b.rows() - shift);
        double cost = 0;
        for (int row = from; row < to; row++) {
            cost += LocalCost.COSINE
                    .terms()
                    .of(a.values(), a.offset(row), b.values(), b.offset(row + shift), a.columns());
        }
        int frames = Math.max(0, to - from);
        return new AlignedCosine(1 - cost / frames, shift, frames);
    }
}
