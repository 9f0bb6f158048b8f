package segue.dtw;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import segue.matrix.FloatMatrix;

/** One query on its way through the candidates. These are the rows of the table, so that the query is laid out only once. */
final class SearchQuery {
    /** Bands are widened to multiples of this for envelopes, so that candidates of various lengths share them. */
    private static final int ENVELOPE_STEP = 32;
    /** Twice the unit of rounding: one sum of float may be that much too small a step. */
    private static final double ROUNDING = 0x1p-23;

    private final FloatMatrix query;
    private final DtwOptions options;
    private final WarpKernel kernel;
    private final float[] columns;
    private final Best best;
    private final Map<Band, Envelope> envelopes = new ConcurrentHashMap<>();
    private final AtomicInteger bounded = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicInteger measured = new AtomicInteger();

    SearchQuery(FloatMatrix query, DtwOptions options, WarpKernel kernel, int k) {
        this.query = query;
        this.options = options;
        this.kernel = kernel;
        this.columns = options.subsequence() ? kernel.rows(query) : kernel.columns(query);
        this.best = new Best(k);
    }

    private Grid grid(Candidate candidate) {
        return options.subsequence()
                ? Grid.of(query, candidate.frames, options)
                : Grid.of(candidate.frames, query, options);
    }

    /** What every row costs at least; the first and the last have cells that every path uses. */
    private float[] rowBounds(Candidate candidate) {
        Grid grid = grid(candidate);
        float[] bounds = new float[grid.rows()];
        if (options.subsequence()) {
            return bounds;
        }
        Envelope envelope = envelope(grid);
        kernel.bound(grid, candidate.values, envelope.lower(), envelope.upper(), bounds);
        FloatMatrix frames = candidate.frames;
        int last = grid.rows() - 1;
        bounds[last] = corner(grid, frames, last, query.rows() - 1);
        bounds[0] = last == 0 ? Math.max(bounds[0], corner(grid, frames, 0, 0)) : corner(grid, frames, 0, 0);
        return bounds;
    }

    private float corner(Grid grid, FloatMatrix frames, int row, int column) {
        return grid.terms().of(frames.values(), frames.offset(row), query.values(), query.offset(column), grid.dims());
    }

    private Envelope envelope(Grid grid) {
        Band wide = new Band(up(grid.band().below()), up(grid.band().above()));
        int rows = Math.min(query.rows() + wide.below(), up(grid.rows()));
        return envelopes.compute(
                wide,
                (band, known) ->
                        known != null && known.rows() >= grid.rows() ? known : Envelope.of(rows, query, band, kernel));
    }

    private static int up(int frames) {
        return (frames + ENVELOPE_STEP - 1) / ENVELOPE_STEP * ENVELOPE_STEP;
    }

    /** A lower bound of the distance. */
    double bound(Candidate candidate) {
        float[] bounds = rowBounds(candidate);
        double sum = 0;
        for (float bound : bounds) {
            sum += bound;
        }
        return sum * (1 - slack(grid(candidate))) / divisor(candidate);
    }

    private static double slack(Grid grid) {
        return ROUNDING * ((double) grid.rows() + grid.columns() + 1);
    }

    private double divisor(Candidate candidate) {
        return options.divisor(query.rows(), candidate.frames.rows());
    }

    /** Measures a candidate as far as it may be among the best. */
    void measure(Candidate candidate) {
        Grid grid = grid(candidate);
        float[] bounds = rowBounds(candidate);
        double[] rest = new double[grid.rows() + 1];
        for (int row = grid.rows() - 1; row >= 0; row--) {
            rest[row] = rest[row + 1] + bounds[row];
        }
        double factor = (1 + slack(grid)) * divisor(candidate);
        if (rest[0] > best.worst() * factor) {
            bounded.incrementAndGet();
            return;
        }
        Budget budget = row -> Math.nextUp((float) (best.worst() * factor - rest[row]));
        boolean within = options.subsequence();
        float[] lastRow = kernel.lastRow(
                grid, within ? columns : candidate.values, within ? candidate.values : columns, budget, null);
        if (lastRow == null) {
            abandoned.incrementAndGet();
            return;
        }
        measured.incrementAndGet();
        float distance = lastRow[within ? Dtw.least(lastRow) : grid.columns() - 1];
        if (distance <= budget.before(grid.rows())) {
            best.offer(candidate.number, Dtw.finite(distance) / divisor(candidate));
        }
    }

    DtwMatches matches(int candidates) {
        return best.matches(new DtwMatches.Effort(candidates, bounded.get(), abandoned.get(), measured.get()));
    }
}
