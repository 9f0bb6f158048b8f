package segue.audio.music;

import java.util.Arrays;

/** The middle of many values, found by parting them, which takes a few passes where sorting takes many. */
final class Median {
    private Median() {}

    /** Of the first {@code count} values, at least one; of an even number the mean of the middle two. */
    static float of(float[] values, int count) {
        float[] parted = Arrays.copyOf(values, count);
        int middle = count / 2;
        part(parted, middle);
        if (count % 2 == 1) {
            return parted[middle];
        }
        float below = parted[0];
        for (int i = 1; i < middle; i++) {
            below = Math.max(below, parted[i]);
        }
        return (below + parted[middle]) / 2;
    }

    /** Puts the value of rank {@code k} at {@code k}, nothing larger before it and nothing smaller behind it (Hoare). */
    private static void part(float[] values, int k) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            float pivot = middleOfThree(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    float swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static float middleOfThree(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
