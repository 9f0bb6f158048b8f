package segue.audio.music;

import java.util.concurrent.ConcurrentHashMap;

/** The discrete Fourier transform of complex numbers in double precision, in place (Cooley and Tukey 1965). */
final class Fourier {
    private static final ConcurrentHashMap<Integer, Fourier> BY_SIZE = new ConcurrentHashMap<>();

    private final int size;
    private final double[] cos;
    private final double[] sin;

    /** @param size a power of two */
    static Fourier of(int size) {
        return BY_SIZE.computeIfAbsent(size, Fourier::new);
    }

    private Fourier(int size) {
        this.size = size;
        cos = new double[size / 2];
        sin = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / size);
            sin[i] = Math.sin(2 * Math.PI * i / size);
        }
    }

    int size() {
        return size;
    }

    /** Forward and without a factor; with the parts exchanged it goes back. */
    void transform(double[] re, double[] im) {
        reorder(re, im);
        for (int half = 1; half < size; half *= 2) {
            int step = size / 2 / half;
            for (int block = 0; block < size; block += 2 * half) {
                for (int k = 0, t = 0; k < half; k++, t += step) {
                    int i = block + k;
                    int j = i + half;
                    double real = re[j] * cos[t] + im[j] * sin[t];
                    double imaginary = im[j] * cos[t] - re[j] * sin[t];
                    re[j] = re[i] - real;
                    im[j] = im[i] - imaginary;
                    re[i] += real;
                    im[i] += imaginary;
                }
            }
        }
    }

    private void reorder(double[] re, double[] im) {
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swap = re[i];
                re[i] = re[j];
                re[j] = swap;
                swap = im[i];
                im[i] = im[j];
                im[j] = swap;
            }
        }
    }
}
