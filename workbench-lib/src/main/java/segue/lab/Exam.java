package segue.lab;

import segue.matrix.FloatMatrix;

/**
 * What all contenders are asked: the same rows, the same queries, judged by the same truth.
 *
 * @param order rows as they come up as queries
 */
record Exam(FloatMatrix data, int[] order, Truth truth, LabOptions options) {
    private static final long SEED = 17;

    /** @throws IllegalArgumentException if {@code k} is not smaller than the number of rows */
    static Exam of(FloatMatrix data, LabOptions options) {
        if (data.rows() < 2) {
            throw new IllegalArgumentException(
                    "there is nothing to compare in %d row: give at least 2".formatted(data.rows()));
        }
        if (options.k() >= data.rows()) {
            throw new IllegalArgumentException(
                    "k must be less than the number of rows, %,d, but was %,d".formatted(data.rows(), options.k()));
        }
        int[] order = Rows.shuffled(data.rows(), SEED);
        return new Exam(data, order, Truth.of(data, Rows.cycled(order, options.batch()), options), options);
    }

    FloatMatrix queries(int count) {
        return data.selectRows(Rows.cycled(order, count));
    }

    int k() {
        return options.k();
    }
}
