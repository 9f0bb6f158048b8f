package segue.dtw;

import segue.dtw.simd.SimdKernel;
import segue.matrix.FloatMatrix;
import segue.neighbors.simd.SimdSupport;

/**
 * Dynamic time warping of two sequences of frames: the cheapest way to lay one on the other when either may wait for the
 * other (Sakoe and Chiba, <em>Dynamic programming algorithm optimization for spoken word recognition</em>, 1978). Steps
 * (1, 1), (0, 1) and (1, 0) of weight 1, preferred in this order where they cost the same, as in librosa's
 * {@code sequence.dtw}.
 *
 * <p>Sums are those of {@code float}. Sequences have shape {@code (frames, values)}, at least one frame of one value.
 */
public final class Dtw {
    private static final Dtw FASTEST =
            new Dtw(SimdSupport.unavailableReason().isEmpty() ? new SimdKernel() : new ScalarKernel());

    private final WarpKernel kernel;

    Dtw(WarpKernel kernel) {
        this.kernel = kernel;
    }

    /** With {@link DtwOptions#defaults}. */
    public static double distance(FloatMatrix a, FloatMatrix b) {
        return distance(a, b, DtwOptions.defaults());
    }

    /**
     * The cost of the cheapest path. Memory is proportional to the frames, time to their product (in the band).
     *
     * @throws IllegalArgumentException if a sequence is empty, frames have different numbers of values, or costs overflow
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static double distance(FloatMatrix a, FloatMatrix b, DtwOptions options) {
        return FASTEST.measure(a, b, options);
    }

    /** With {@link DtwOptions#defaults}. */
    public static Alignment align(FloatMatrix a, FloatMatrix b) {
        return align(a, b, DtwOptions.defaults());
    }

    /**
     * The cheapest path and its cost. Keeps 2 bits a cell (in the band).
     *
     * @throws IllegalArgumentException as {@link #distance}, and if there are more cells than can be kept
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Alignment align(FloatMatrix a, FloatMatrix b, DtwOptions options) {
        return FASTEST.path(a, b, options);
    }

    static WarpKernel fastestKernel() {
        return FASTEST.kernel;
    }

    double measure(FloatMatrix a, FloatMatrix b, DtwOptions options) {
        requirePair(a, b);
        return new Pair(a, b, options).distance(null);
    }

    Alignment path(FloatMatrix a, FloatMatrix b, DtwOptions options) {
        requirePair(a, b);
        return new Pair(a, b, options).align();
    }

    static void requireSequence(String what, FloatMatrix frames) {
        if (frames.rows() == 0 || frames.columns() == 0) {
            throw new IllegalArgumentException("%s needs at least one frame of one value but is %d x %d"
                    .formatted(what, frames.rows(), frames.columns()));
        }
    }

    static void requirePair(FloatMatrix a, FloatMatrix b) {
        requireSequence("the first sequence", a);
        requireSequence("the second sequence", b);
        if (a.columns() != b.columns()) {
            throw new IllegalArgumentException("the first sequence has frames of %d values but the second of %d"
                    .formatted(a.columns(), b.columns()));
        }
    }

    /** Two sequences on their way through the kernel. */
    private final class Pair {
        private final FloatMatrix a;
        private final FloatMatrix b;
        private final DtwOptions options;
        private final Grid grid;
        private int end;

        Pair(FloatMatrix a, FloatMatrix b, DtwOptions options) {
            this.a = options.cost().prepare(a);
            this.b = options.cost().prepare(b);
            this.options = options;
            this.grid = Grid.of(this.a, this.b, options);
        }

        double distance(Directions directions) {
            float[] last = kernel.lastRow(grid, kernel.rows(a), kernel.columns(b), Budget.UNLIMITED, directions);
            end = options.subsequence() ? least(last) : grid.columns() - 1;
            return finite(last[end]) / options.divisor(grid.rows(), grid.columns());
        }

        Alignment align() {
            Directions directions = kernel.directions(grid);
            double distance = distance(directions);
            int[][] path = directions.path(grid.rows() - 1, end, options.subsequence());
            float[] costs = new float[path[0].length];
            for (int step = 0; step < costs.length; step++) {
                costs[step] = grid.terms()
                        .of(a.values(), a.offset(path[0][step]), b.values(), b.offset(path[1][step]), grid.dims());
            }
            return new Alignment(distance, path[0], path[1], costs);
        }
    }

    /** Where a row is least, first. */
    static int least(float[] row) {
        int least = 0;
        for (int column = 1; column < row.length; column++) {
            least = row[column] < row[least] ? column : least;
        }
        return least;
    }

    static float finite(float distance) {
        if (!Float.isFinite(distance)) {
            throw new IllegalArgumentException("the costs go beyond the range of float: scale the frames down");
        }
        return distance;
    }
}
