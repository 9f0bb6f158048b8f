package segue.lab;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;

/**
 * What all contenders are asked: the same rows, the same queries, judged by the same truth.
 *
 * @param order rows as they come up as queries
 */
record Exam(FloatMatrix data, int[] order, Truth truth, LabOptions options) {
    private static final long SEED = 17;
    private static final int QUERIES = 1_024;

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

    /** Different queries for different calls, {@code size} each: a few batches, and many of single queries. */
    List<FloatMatrix> batches(int size) {
        int count = Math.max(1, QUERIES / size);
        int[] rows = Rows.cycled(order, count * size);
        return IntStream.range(0, count)
                .mapToObj(i -> data.selectRows(Arrays.copyOfRange(rows, i * size, (i + 1) * size)))
                .toList();
    }

    int k() {
        return options.k();
    }
}
