package segue.projection;

import java.util.Arrays;

/** What pushes a point: other points, and groups of them as one, each with its weight. Arrays have room for more. */
public final class Sources {
    /** The number of sources is filled up to a multiple of this by some without weight. */
    public static final int PADDED = 16;

    private float[][] positions;
    private float[] weights;
    private int size;

    Sources(int dimensions, int capacity) {
        positions = new float[dimensions][capacity + PADDED];
        weights = new float[capacity + PADDED];
    }

    /** Every point with a weight of 1. */
    static Sources of(float[][] positions) {
        Sources all = new Sources(positions.length, positions[0].length);
        for (int i = 0; i < positions[0].length; i++) {
            all.add(positions, i, 1);
        }
        all.fill();
        return all;
    }

    void clear() {
        size = 0;
    }

    void add(float[][] from, int number, float weight) {
        if (size + PADDED >= weights.length) {
            int more = 2 * weights.length;
            weights = Arrays.copyOf(weights, more);
            for (int d = 0; d < positions.length; d++) {
                positions[d] = Arrays.copyOf(positions[d], more);
            }
        }
        for (int d = 0; d < positions.length; d++) {
            positions[d][size] = from[d][number];
        }
        weights[size++] = weight;
    }

    /** Fills up to a whole number of vectors. */
    void fill() {
        while (size % PADDED != 0) {
            for (float[] axis : positions) {
                axis[size] = 0;
            }
            weights[size++] = 0;
        }
    }

    public float[][] positions() {
        return positions;
    }

    public float[] weights() {
        return weights;
    }

    /** A multiple of {@link #PADDED}. */
    public int size() {
        return size;
    }
}
