package segue.recommend.factors;

import java.util.Arrays;
import java.util.List;
import segue.matrix.FloatMatrix;

/**
 * What is known of songs as rows of mostly zeros: numbers by the root of how many there are, a constant, and for each kind of
 * label (artists, tags) a number for each that the song has.
 *
 * @param columns of each row
 * @param values at those columns
 * @param width how many columns there are
 */
public record SongContent(int[][] columns, double[][] values, int width) {
    /**
     * Labels of songs.
     *
     * @param ofSongs the labels of each row, in {@code [0, count)}, each once
     * @param count how many different ones there are
     * @param shared whether a song's labels share the weight 1, as the tags do that describe it together
     */
    public record Labels(List<int[]> ofSongs, int count, boolean shared) {}

    /** @param numbers in standard deviations, shape {@code (songs, columns)} */
    public static SongContent of(FloatMatrix numbers, List<Labels> labels) {
        int songs = numbers.rows();
        int dense = numbers.columns();
        int[][] columns = new int[songs][];
        double[][] values = new double[songs][];
        for (int row = 0; row < songs; row++) {
            int song = row;
            int count = dense
                    + 1
                    + labels.stream()
                            .mapToInt(of -> of.ofSongs().get(song).length)
                            .sum();
            columns[row] = new int[count];
            values[row] = new double[count];
            for (int c = 0; c < dense; c++) {
                columns[row][c] = c;
                values[row][c] = numbers.get(row, c) / Math.sqrt(dense);
            }
            columns[row][dense] = dense;
            values[row][dense] = 1;
            int at = dense + 1;
            int first = dense + 1;
            for (Labels of : labels) {
                int[] own = of.ofSongs().get(row);
                for (int label : own) {
                    columns[row][at] = first + label;
                    values[row][at++] = of.shared() ? 1 / Math.sqrt(own.length) : 1;
                }
                first += of.count();
            }
        }
        return new SongContent(
                columns,
                values,
                dense + 1 + labels.stream().mapToInt(Labels::count).sum());
    }

    /** The row's values times the rows of a matrix, into {@code to}. */
    void times(int row, double[][] matrix, double... to) {
        Arrays.fill(to, 0);
        for (int i = 0; i < columns[row].length; i++) {
            add(values[row][i], matrix[columns[row][i]], to);
        }
    }

    /** {@code to += factor * from}, of one length. */
    static void add(double factor, double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += factor * from[i];
        }
    }
}
