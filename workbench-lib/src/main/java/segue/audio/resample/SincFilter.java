package segue.audio.resample;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A low-pass filter for one ratio of rates: a sinc under a Kaiser window, sampled once for each place that an output
 * sample can have between two input samples.
 *
 * <p>Passes up to 0.913 of the lower rate's Nyquist frequency, stops from 1.0 on (as libsoxr's high quality, which librosa
 * takes). Design: J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function", ISCAS 1974.
 */
final class SincFilter {
    private static final double PASS = 0.913;
    private static final double STOP = 1.0;
    private static final double ATTENUATION_DB = 120;
    /** Larger tables (4 MiB) are interpolated in. */
    private static final int MAX_TABLE = 1 << 20;
    /** Places by zero crossing of the sinc; between them lies an error of 0.41 / places² of the peak: below -125 dB. */
    private static final int INTERPOLATED_PHASES = 1_024;
    /** A multiple of every vector's length. */
    private static final int TAP_BLOCK = 16;

    private static final int KEPT = 8;
    private static final Map<Ratio, SincFilter> RECENT = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ratio, SincFilter> eldest) {
            return size() > KEPT;
        }
    };

    /** Output samples for input samples, in lowest terms. */
    record Ratio(int out, int in) {
        static Ratio of(int sourceHz, int targetHz) {
            int a = sourceHz;
            int b = targetHz;
            while (b != 0) {
                int rest = a % b;
                a = b;
                b = rest;
            }
            return new Ratio(targetHz / a, sourceHz / a);
        }
    }

    private final Ratio ratio;
    private final int phases;
    private final int taps;
    private final float[] rows;

    private SincFilter(Ratio ratio) {
        this.ratio = ratio;
        double nyquist = Math.min(1, (double) ratio.out / ratio.in) / 2;
        double cutoff = nyquist * (PASS + STOP) / 2;
        double needed = (ATTENUATION_DB - 7.95) / (2.285 * 2 * Math.PI * nyquist * (STOP - PASS));
        this.taps = Math.ceilDiv((int) Math.ceil(needed), TAP_BLOCK) * TAP_BLOCK;
        this.phases =
                (long) ratio.out * taps <= MAX_TABLE ? ratio.out : (int) Math.ceil(INTERPOLATED_PHASES * 2 * nyquist);
        // One row more, to interpolate towards.
        this.rows = new float[Math.multiplyExact(phases + 1, taps)];
        double beta = 0.1102 * (ATTENUATION_DB - 8.7);
        double[] row = new double[taps];
        for (int phase = 0; phase <= phases; phase++) {
            double sum = 0;
            for (int k = 0; k < taps; k++) {
                double t = k - taps / 2 + 1 - (double) phase / phases;
                row[k] = sinc(2 * cutoff * t) * kaiser(2 * t / taps, beta);
                sum += row[k];
            }
            for (int k = 0; k < taps; k++) {
                rows[phase * taps + k] = (float) (row[k] / sum);
            }
        }
    }

    /** Designed once: the filters of the ratios met last are kept. */
    static SincFilter of(Ratio ratio) {
        synchronized (RECENT) {
            return RECENT.computeIfAbsent(ratio, SincFilter::new);
        }
    }

    Ratio ratio() {
        return ratio;
    }

    /** Input samples that an output sample is made of, an even number: half of them before it. */
    int taps() {
        return taps;
    }

    /** Whether every place has a row of its own. */
    boolean isExact() {
        return phases == ratio.out;
    }

    int phases() {
        return phases;
    }

    /** Shape {@code (phases + 1, taps)}. */
    float[] rows() {
        return rows;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x, double beta) {
        return Math.abs(x) > 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta);
    }

    /** The modified Bessel function of the first kind, order 0, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
