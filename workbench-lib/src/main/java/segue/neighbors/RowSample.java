package segue.neighbors;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Different rows drawn at random. */
public final class RowSample {
    private RowSample() {}

    /**
     * {@code size} different numbers below {@code rows}, in random order: the beginning of a shuffle.
     *
     * @param size 0 to {@code rows}
     */
    public static int[] of(int rows, int size, Random random) {
        int[] numbers = IntStream.range(0, rows).toArray();
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(rows - i);
            int number = numbers[other];
            numbers[other] = numbers[i];
            numbers[i] = number;
        }
        return Arrays.copyOf(numbers, size);
    }
}
