package segue.projection;

import java.util.Random;
import segue.matrix.FloatMatrix;

/** Where the points of a map stand before they move. */
public sealed interface Initialisation {
    /** The first principal components, which keep the map's large shape like that of the data. */
    record Principal() implements Initialisation {}

    /** Chance, by the seed. */
    record Chance() implements Initialisation {}

    /**
     * Positions of one's own.
     *
     * @param positions shape {@code (rows, dimensions)}
     */
    record Given(FloatMatrix positions) implements Initialisation {}

    static Initialisation pca() {
        return new Principal();
    }

    static Initialisation random() {
        return new Chance();
    }

    static Initialisation of(FloatMatrix positions) {
        return new Given(positions);
    }

    /** The standard deviation along the first dimension at the start: small, so that forces and not the start decide. */
    double SPREAD = 1e-4;

    /**
     * Positions {@code [dimension][point]}, scaled to {@link #SPREAD}.
     *
     * @throws IllegalArgumentException if given positions have another shape
     */
    default float[][] positions(FloatMatrix data, int dimensions, long seed) {
        float[][] positions = switch (this) {
            case Chance() -> chance(data.rows(), dimensions, seed);
            case Principal() ->
                columns(Pca.fit(data, Math.min(dimensions, data.columns())).transform(data), dimensions);
            case Given(FloatMatrix given) -> {
                if (given.rows() != data.rows() || given.columns() != dimensions) {
                    throw new IllegalArgumentException(
                            "initial positions must have shape (%d, %d), a row for each of the data, but have (%d, %d)"
                                    .formatted(data.rows(), dimensions, given.rows(), given.columns()));
                }
                yield columns(given, dimensions);
            }
        };
        scale(positions, seed);
        return positions;
    }

    private static float[][] chance(int points, int dimensions, long seed) {
        Random random = new Random(seed);
        float[][] positions = new float[dimensions][points];
        for (int i = 0; i < points; i++) {
            for (float[] axis : positions) {
                axis[i] = (float) random.nextGaussian();
            }
        }
        return positions;
    }

    private static float[][] columns(FloatMatrix matrix, int dimensions) {
        float[][] positions = new float[dimensions][];
        for (int d = 0; d < dimensions; d++) {
            positions[d] = d < matrix.columns() ? matrix.column(d) : new float[matrix.rows()];
        }
        return positions;
    }

    /** Points that would start at one place, and never part, are moved by chance. */
    private static void scale(float[][] positions, long seed) {
        double deviation = deviation(positions[0]);
        double factor = deviation > 0 ? SPREAD / deviation : 0;
        float[][] noise = chance(positions[0].length, positions.length, seed);
        for (int d = 0; d < positions.length; d++) {
            double noisy = deviation(positions[d]) * factor > SPREAD * SPREAD ? 0.01 * SPREAD : SPREAD;
            for (int i = 0; i < positions[d].length; i++) {
                positions[d][i] = (float) (positions[d][i] * factor + noise[d][i] * noisy);
            }
        }
        for (float[] axis : positions) {
            double mean = mean(axis);
            for (int i = 0; i < axis.length; i++) {
                axis[i] -= (float) mean;
            }
        }
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
