package segue.recommend;

import java.util.Arrays;
import java.util.stream.IntStream;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;

/**
 * Which songs are no music to be surprised by: spoken word, broken rows, and outliers. Among the songs farthest from any
 * song these would always be the first.
 */
final class Soundness {
    private static final double SPOKEN = 0.66;
    private static final double SILENCE_DB = -50;
    private static final double SILENCE_LUFS = -60;
    private static final int SHORTEST_MILLIS = 30_000;
    private static final int LONGEST_MILLIS = 15 * 60_000;

    private static final double EXTREME = 0.99;
    private static final double FENCE = 1.5;

    private final double[] fromCentre;
    private final double fence;

    /** @param firsts rows that the centre is taken of: each recording once */
    Soundness(FloatMatrix points, int... firsts) {
        int columns = points.columns();
        double[] centre = new double[columns];
        for (int column = 0; column < columns; column++) {
            int c = column;
            double[] sorted = IntStream.of(firsts)
                    .mapToDouble(row -> points.get(row, c))
                    .sorted()
                    .toArray();
            centre[column] = quantile(sorted, 0.5);
        }
        fromCentre = new double[points.rows()];
        for (int row = 0; row < fromCentre.length; row++) {
            double squares = 0;
            for (int column = 0; column < columns; column++) {
                double difference = points.get(row, column) - centre[column];
                squares += difference * difference;
            }
            fromCentre[row] = Math.sqrt(squares);
        }
        double[] sorted = Arrays.stream(firsts)
                .mapToDouble(row -> fromCentre[row])
                .sorted()
                .toArray();
        double upper = quantile(sorted, 0.75);
        fence = Math.max(quantile(sorted, EXTREME), upper + FENCE * (upper - quantile(sorted, 0.25)));
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    static boolean isSpoken(Track track) {
        return track.features() instanceof AudioFeatures audio && audio.speechiness() > SPOKEN;
    }

    static boolean isBroken(Track track) {
        if (track.features().get("tempo").orElse(1) <= 0
                || track.durationMillis().orElse(LONGEST_MILLIS) > LONGEST_MILLIS) {
            return true;
        }
        return track.features() instanceof AudioFeatures audio
                ? audio.loudness() <= SILENCE_DB || track.durationMillis().orElse(SHORTEST_MILLIS) < SHORTEST_MILLIS
                : track.features().get("loudness_lufs").orElse(0) <= SILENCE_LUFS;
    }

    boolean isOutlier(int row) {
        return fromCentre[row] > fence;
    }

    /** The first rule against each row, {@link Rule#RANK} where there is none; one byte a row. */
    byte[] judge(Catalog catalog) {
        byte[] rules = new byte[catalog.size()];
        for (int row = 0; row < rules.length; row++) {
            Track track = catalog.track(row);
            Rule rule = isSpoken(track)
                    ? Rule.SPOKEN
                    : isBroken(track) ? Rule.BROKEN : isOutlier(row) ? Rule.OUTLIER : Rule.RANK;
            rules[row] = (byte) rule.ordinal();
        }
        return rules;
    }
}
