package segue.dtw;

import segue.matrix.FloatMatrix;

/**
 * The table of accumulated costs to be gone through: a row a frame of the first sequence, a column a frame of the second.
 *
 * @param dims values of a frame
 * @param anywhere whether a path may begin in any column of the first row
 */
public record Grid(int rows, int columns, int dims, LocalCost.Terms terms, Band band, boolean anywhere) {
    static Grid of(FloatMatrix a, FloatMatrix b, DtwOptions options) {
        Band band = Band.of(a.rows(), b.rows(), options.band());
        return new Grid(a.rows(), b.rows(), a.columns(), options.cost().terms(), band, options.subsequence());
    }
}
