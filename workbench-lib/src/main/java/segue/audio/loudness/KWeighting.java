package segue.audio.loudness;

/**
 * The two filters in front of a loudness meter, in cascade: a shelf of 4 dB above 1.7 kHz for the head, and a high pass at 38
 * Hz. ITU-R BS.1770-4 gives their coefficients for 48 kHz only; other rates get the analogue filters behind these
 * (B. De Man, "Evaluation of implementations of the EBU R128 loudness measurement", AES 145, 2018) by the bilinear
 * transform. Holds its state between calls.
 */
final class KWeighting {
    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_DB = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_SLOPE = 0.4996667741545416;
    private static final double PASS_HZ = 38.13547087602444;
    private static final double PASS_Q = 0.5003270373238773;

    /** Below this a state is silence; smaller numbers would only become slow ones. */
    private static final double FAINT = 1e-30;

    private final double shelfNow;
    private final double shelfOne;
    private final double shelfTwo;
    private final double shelfA1;
    private final double shelfA2;
    private final double passOne;
    private final double passTwo;
    private final double passA1;
    private final double passA2;

    private double shelfState;
    private double shelfLater;
    private double passState;
    private double passLater;

    KWeighting(int sampleRateHz) {
        double k = Math.tan(Math.PI * SHELF_HZ / sampleRateHz);
        double high = Math.pow(10, SHELF_DB / 20);
        double band = Math.pow(high, SHELF_SLOPE);
        double a0 = 1 + k / SHELF_Q + k * k;
        shelfNow = (high + band * k / SHELF_Q + k * k) / a0;
        shelfA1 = 2 * (k * k - 1) / a0;
        shelfA2 = (1 - k / SHELF_Q + k * k) / a0;
        shelfOne = 2 * (k * k - high) / a0 - shelfA1 * shelfNow;
        shelfTwo = (high - band * k / SHELF_Q + k * k) / a0 - shelfA2 * shelfNow;
        k = Math.tan(Math.PI * PASS_HZ / sampleRateHz);
        a0 = 1 + k / PASS_Q + k * k;
        passA1 = 2 * (k * k - 1) / a0;
        passA2 = (1 - k / PASS_Q + k * k) / a0;
        passOne = -2 - passA1;
        passTwo = 1 - passA2;
    }

    /**
     * The energy of the next samples after the filters: the sum of their squares. Each filter is written as two states that
     * need nothing but the state before, with the next sample put in ahead: so a step waits for one multiplication, where
     * the textbook's form waits for two.
     */
    double energy(float[] samples, int from, int to) {
        if (from == to) {
            return 0;
        }
        double x = samples[from];
        double y = Math.fma(shelfNow, x, shelfState);
        double s = shelfState;
        double later = Math.fma(shelfOne, x, shelfLater);
        double p = passState;
        double passed = Math.fma(passOne, y, passLater);
        double energy = 0;
        for (int i = from + 1; i < to; i++) {
            double nextX = samples[i];
            double nextS = Math.fma(-shelfA1, s, later);
            later = Math.fma(-shelfA2, s, Math.fma(shelfTwo, x, shelfOne * nextX));
            double nextY = Math.fma(shelfNow, nextX, nextS);
            double z = y + p;
            energy = Math.fma(z, z, energy);
            double nextP = Math.fma(-passA1, p, passed);
            passed = Math.fma(-passA2, p, Math.fma(passTwo, y, passOne * nextY));
            x = nextX;
            y = nextY;
            s = nextS;
            p = nextP;
        }
        shelfState = audible(Math.fma(-shelfA1, s, later));
        shelfLater = audible(Math.fma(-shelfA2, s, shelfTwo * x));
        double z = y + p;
        passState = audible(Math.fma(-passA1, p, passed));
        passLater = audible(Math.fma(-passA2, p, passTwo * y));
        return Math.fma(z, z, energy);
    }

    private static double audible(double state) {
        return Math.abs(state) < FAINT ? 0 : state;
    }
}
