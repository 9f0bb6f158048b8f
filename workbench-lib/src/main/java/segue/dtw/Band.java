package segue.dtw;

/**
 * The cells that a path may use: frame {@code i} of the first sequence meets frames {@code i - below} to {@code i + above} of
 * the second (Sakoe and Chiba, 1978).
 *
 * @param below at least 0
 * @param above at least 0
 */
public record Band(int below, int above) {
    /**
     * The band of {@code share}: with {@code radius = max(1, share * longer length)}, rounded to even at one half, a frame may
     * meet those less than {@code radius} from its own place; the longer sequence gets the difference of the lengths on its
     * side too. It runs along the diagonal from the first frames, is not slanted, and so is that of librosa ({@code band_rad},
     * where lengths are equal: librosa takes the share of the shorter) and of dtaidistance ({@code window}).
     *
     * @param rows frames of the first sequence
     * @param columns frames of the second
     * @param share 0 to 1; 1 is no limit
     */
    public static Band of(int rows, int columns, double share) {
        if (share == 1) {
            return new Band(rows, columns);
        }
        int reach = (int) Math.max(1, Math.rint(share * Math.max(rows, columns))) - 1;
        return new Band(reach + Math.max(0, rows - columns), reach + Math.max(0, columns - rows));
    }

    /** The first column of a row. */
    public int from(int row) {
        return Math.max(0, row - below);
    }

    /** The last column of a row, of {@code columns}. */
    public int to(int row, int columns) {
        return (int) Math.min(columns - 1L, (long) row + above);
    }

    boolean allows(int row, int column) {
        return column - row <= above && row - column <= below;
    }

    /** The band where the sequences change places. */
    Band turned() {
        return new Band(above, below);
    }
}
