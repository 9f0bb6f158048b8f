package segue.lab;

import segue.matrix.FloatMatrix;

/** About how long a contender will take to build, by two small builds: time grows as {@code n log n}. */
final class BuildGuess {
    /** Below this no build has been seen to take long. */
    private static final int ROWS_TO_ASK = 20_000;

    private static final int WARM_UP_ROWS = 1_000;
    private static final int PROBE_ROWS = 4_000;

    private BuildGuess() {}

    /** Seconds; 0 where the data are few. */
    static double seconds(Contender contender, FloatMatrix data, LabOptions options) {
        if (data.rows() < ROWS_TO_ASK) {
            return 0;
        }
        contender.build(data.selectRows(Rows.upTo(WARM_UP_ROWS)), options.metric());
        FloatMatrix probe = data.selectRows(Rows.upTo(PROBE_ROWS));
        long start = System.nanoTime();
        contender.build(probe, options.metric());
        double ofProbe = Stopwatch.since(start);
        return ofProbe * data.rows() * Math.log(data.rows()) / (PROBE_ROWS * Math.log(PROBE_ROWS));
    }
}
