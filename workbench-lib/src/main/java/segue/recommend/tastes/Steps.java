package segue.recommend.tastes;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.FeatureSpace;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;

/** How far it is from each song of a list to each other, to the ear: features, tempo, key. */
final class Steps {
    /** Octaves of tempo between two songs at random, folded into half an octave. */
    private static final double USUAL_OCTAVES = 0.25;

    /** Steps on the circle of fifths between two keys at random, with half a step for another mode. */
    private static final double USUAL_FIFTHS = 3.25;

    private static final double OTHER_MODE = 0.5;
    private static final double UNKNOWN = 1;

    private Steps() {}

    /** @return shape {@code (n, n)}, symmetric, 0 on the diagonal */
    static double[][] between(Catalog catalog, FloatMatrix points, int[] rows, FlowOptions options) {
        int[] columns = columns(catalog.space());
        double usual = points.usualDistance(columns);
        int n = rows.length;
        double[][] steps = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                Track one = catalog.track(rows[a]);
                Track other = catalog.track(rows[b]);
                double step = distance(points, rows[a], rows[b], columns) / usual
                        + options.tempo() * tempo(tempo(one), tempo(other))
                        + options.key() * key(one, other);
                steps[a][b] = step;
                steps[b][a] = step;
            }
        }
        return steps;
    }

    /** All but tempo, which counts by itself: as a plain number 70 and 140 beats a minute would be far apart. */
    private static int[] columns(FeatureSpace space) {
        List<Integer> tempo = space.parts().stream()
                .filter(part -> part.single() && part.name().equals("tempo"))
                .flatMap(part -> part.columns().stream())
                .toList();
        return IntStream.range(0, space.columns().size())
                .filter(column -> !tempo.contains(column))
                .toArray();
    }

    private static double distance(FloatMatrix points, int row, int other, int... columns) {
        double squares = 0;
        for (int column : columns) {
            double difference = (double) points.get(row, column) - points.get(other, column);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static double tempo(Track song) {
        OptionalDouble tempo = song.features().get("tempo");
        return tempo.isPresent() && tempo.getAsDouble() > 0 ? tempo.getAsDouble() : Double.NaN;
    }

    /** Octaves between two tempos, whole ones passed: 0 between 70 and 140, most between 70 and 99. */
    static double tempo(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return UNKNOWN;
        }
        double octaves = Math.log(one / other) / Math.log(2);
        return Math.abs(octaves - Math.rint(octaves)) / USUAL_OCTAVES;
    }

    /** Steps on the circle of fifths, a minor key standing with its relative major. */
    static double key(Track one, Track other) {
        if (one.key().isEmpty() || other.key().isEmpty()) {
            return UNKNOWN;
        }
        int apart = Math.floorMod(place(one) - place(other), 12);
        boolean sameMode = one.mode().isEmpty()
                || other.mode().isEmpty()
                || one.mode().getAsInt() == other.mode().getAsInt();
        return (Math.min(apart, 12 - apart) + (sameMode ? 0 : OTHER_MODE)) / USUAL_FIFTHS;
    }

    private static int place(Track song) {
        boolean minor = song.mode().isPresent() && song.mode().getAsInt() == 0;
        return 7 * (song.key().getAsInt() + (minor ? 3 : 0)) % 12;
    }
}
