package segue.neighbors;

import segue.matrix.FloatMatrix;

/**
 * Rows as back ends want them: columns stretched by their weights; unit vectors for cosine. Vectors of length 0 have no
 * direction: where the rows have some, these get a column of their own, which puts them at distance 1 from every other.
 */
final class PreparedRows {
    /** Lengths up to this keep every partial sum of a dot product within the range of float. */
    private static final double LONGEST_FOR_DOT = 1.8e19;

    private final Distance distance;
    private final FloatMatrix rows;
    private final int dimensions;

    /** @param firstRow what messages call the first row */
    PreparedRows(FloatMatrix data, int firstRow, Distance distance) {
        this.distance = distance;
        this.dimensions = data.columns();
        FloatMatrix stretched = distance.stretch(data, firstRow);
        this.rows = distance.metric() == Metric.COSINE ? units(stretched, hasZero(stretched), 1) : stretched;
        checkLengths("row", firstRow, stretched);
    }

    FloatMatrix rows() {
        return rows;
    }

    /** Queries prepared likewise. */
    FloatMatrix queries(FloatMatrix queries, int firstQuery) {
        FloatMatrix stretched = distance.stretch(queries, firstQuery);
        checkLengths("query", firstQuery, stretched);
        return distance.metric() == Metric.COSINE ? units(stretched, rows.columns() > dimensions, 0) : stretched;
    }

    /** Whether a prepared query has no direction under cosine, and so is at distance 1 from every row. */
    boolean isDirectionless(FloatMatrix prepared, int query) {
        return distance.metric() == Metric.COSINE && isZero(prepared, query, dimensions);
    }

    private static boolean hasZero(FloatMatrix data) {
        for (int row = 0; row < data.rows(); row++) {
            if (isZero(data, row, data.columns())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(FloatMatrix data, int row, int columns) {
        int from = data.offset(row);
        for (int i = from; i < from + columns; i++) {
            if (data.values()[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static FloatMatrix units(FloatMatrix data, boolean withZeroColumn, float ofZero) {
        int columns = data.columns() + (withZeroColumn ? 1 : 0);
        float[] units = new float[Math.multiplyExact(data.rows(), columns)];
        for (int row = 0; row < data.rows(); row++) {
            double length = data.norm(row);
            int from = data.offset(row);
            int to = row * columns;
            for (int c = 0; c < data.columns() && length > 0; c++) {
                units[to + c] = (float) (data.values()[from + c] / length);
            }
            if (withZeroColumn && length == 0) {
                units[to + data.columns()] = ofZero;
            }
        }
        return FloatMatrix.wrap(data.rows(), columns, units);
    }

    private void checkLengths(String what, int first, FloatMatrix data) {
        for (int row = 0; distance.metric() == Metric.DOT && row < data.rows(); row++) {
            if (data.norm(row) > LONGEST_FOR_DOT) {
                throw new IllegalArgumentException("%s %d is %.3g long: the dot product takes lengths up to %.2g"
                        .formatted(what, first + row, data.norm(row), LONGEST_FOR_DOT));
            }
        }
    }
}
