package segue.projection;

import java.util.Arrays;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;

/**
 * How far groups of rows stand apart, each two of them: what a map says at large, where {@link MapQuality} asks about
 * neighbours.
 *
 * <pre>{@code
 * GroupDistances inData = GroupDistances.of(songs, genres, 9);
 * inData.agreement(GroupDistances.of(map.coordinates(), genres, 9));       // 1: the map has all genres at their distances
 * }</pre>
 *
 * @param values euclidean distances between the means of two groups: of 1 and 0, of 2 and 0, of 2 and 1, of 3 and 0, ...
 */
public record GroupDistances(double[] values) {
    private static final int LEAST = 3;

    public GroupDistances {
        values = values.clone();
    }

    /**
     * Distances of the first {@code count} groups.
     *
     * @param rows shape {@code (rows, columns)}
     * @param groups of each row, from 0; other numbers are left out
     * @param count at least 3
     * @throws IllegalArgumentException if there are fewer groups, or one has no row
     */
    public static GroupDistances of(FloatMatrix rows, int[] groups, int count) {
        if (groups.length != rows.rows() || count < LEAST) {
            throw new IllegalArgumentException(
                    "distances of groups need a group a row and at least %d groups, but there are %,d of %,d rows and %d groups"
                            .formatted(LEAST, groups.length, rows.rows(), count));
        }
        float[][] centres = new float[count][];
        for (int group = 0; group < count; group++) {
            int of = group;
            int[] members = IntStream.range(0, groups.length)
                    .filter(row -> groups[row] == of)
                    .toArray();
            if (members.length == 0) {
                throw new IllegalArgumentException("group %d of %d has no row".formatted(group, count));
            }
            centres[group] = rows.selectRows(members).columnMeans();
        }
        double[] values = new double[count * (count - 1) / 2];
        int at = 0;
        for (int one = 1; one < count; one++) {
            for (int other = 0; other < one; other++) {
                values[at++] = distance(centres[one], centres[other]);
            }
        }
        return new GroupDistances(values);
    }

    private static double distance(float[] one, float... other) {
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = one[i] - other[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    /** A copy. */
    @Override
    public double[] values() {
        return values.clone();
    }

    /** How many times as far apart the farthest two are as the nearest two. */
    public double farthestByNearest() {
        return Arrays.stream(values).max().orElseThrow()
                / Arrays.stream(values).min().orElseThrow();
    }

    /**
     * Pearson's correlation with the distances of the same groups elsewhere: 1 where they are the same up to scale and a
     * constant, 0 where one says nothing of the other; NaN where all distances of one are equal.
     *
     * @throws IllegalArgumentException if they are of another number of groups
     */
    public double agreement(GroupDistances other) {
        if (values.length != other.values.length) {
            throw new IllegalArgumentException("distances of the same groups are needed but there are %d and %d"
                    .formatted(values.length, other.values.length));
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double otherMean = Arrays.stream(other.values).average().orElseThrow();
        double together = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < values.length; i++) {
            double from = values[i] - mean;
            double otherFrom = other.values[i] - otherMean;
            together += from * otherFrom;
            squares += from * from;
            otherSquares += otherFrom * otherFrom;
        }
        return together / Math.sqrt(squares * otherSquares);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupDistances that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** {@code "36 distances between groups, the farthest two 5.2 times as far apart as the nearest"}. */
    @Override
    public String toString() {
        return "%d distances between groups, the farthest two %.1f times as far apart as the nearest"
                .formatted(values.length, farthestByNearest());
    }
}
