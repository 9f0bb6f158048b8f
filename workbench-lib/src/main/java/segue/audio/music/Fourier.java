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
        int half = 1;
        if (Integer.numberOfTrailingZeros(size) % 2 == 1) {
            firstPairs(re, im);
            half = 2;
        }
        for (; half < size; half *= 4) {
            int step = size / 4 / half;
            for (int block = 0; block < size; block += 4 * half) {
                for (int k = 0; k < half; k++) {
                    four(re, im, block + k, half, k * step);
                }
            }
        }
    }

    private void firstPairs(double[] re, double[] im) {
        for (int i = 0; i < size; i += 2) {
            double real = re[i + 1];
            double imaginary = im[i + 1];
            re[i + 1] = re[i] - real;
            im[i + 1] = im[i] - imaginary;
            re[i] += real;
            im[i] += imaginary;
        }
    }

    /** Two steps of the transform at once: four values, {@code half} apart, turned by one, two and three times an angle. */
    private void four(double[] re, double[] im, int at, int half, int turn) {
        int b = at + half;
        int c = b + half;
        int d = c + half;
        double cos1 = cos[turn];
        double sin1 = sin[turn];
        double cos2 = cos[2 * turn];
        double sin2 = sin[2 * turn];
        // In reversed order the second value has turned twice as far as the third.
        double bRe = re[b] * cos2 + im[b] * sin2;
        double bIm = im[b] * cos2 - re[b] * sin2;
        double cRe = re[c] * cos1 + im[c] * sin1;
        double cIm = im[c] * cos1 - re[c] * sin1;
        double cos3 = cos1 * cos2 - sin1 * sin2;
        double sin3 = sin1 * cos2 + cos1 * sin2;
        double dRe = re[d] * cos3 + im[d] * sin3;
        double dIm = im[d] * cos3 - re[d] * sin3;
        double sumRe = re[at] + bRe;
        double sumIm = im[at] + bIm;
        double differenceRe = re[at] - bRe;
        double differenceIm = im[at] - bIm;
        double pairRe = cRe + dRe;
        double pairIm = cIm + dIm;
        double oddRe = cRe - dRe;
        double oddIm = cIm - dIm;
        re[at] = sumRe + pairRe;
        im[at] = sumIm + pairIm;
        re[c] = sumRe - pairRe;
        im[c] = sumIm - pairIm;
        re[b] = differenceRe + oddIm;
        im[b] = differenceIm - oddRe;
        re[d] = differenceRe - oddIm;
        im[d] = differenceIm + oddRe;
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
