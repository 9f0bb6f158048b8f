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

    private final double shelf0;
    private final double shelf1;
    private final double shelf2;
    private final double shelfA1;
    private final double shelfA2;
    private final double passA1;
    private final double passA2;

    private double shelfNext;
    private double shelfLater;
    private double passNext;
    private double passLater;

    KWeighting(int sampleRateHz) {
        double k = Math.tan(Math.PI * SHELF_HZ / sampleRateHz);
        double high = Math.pow(10, SHELF_DB / 20);
        double band = Math.pow(high, SHELF_SLOPE);
        double a0 = 1 + k / SHELF_Q + k * k;
        shelf0 = (high + band * k / SHELF_Q + k * k) / a0;
        shelf1 = 2 * (k * k - high) / a0;
        shelf2 = (high - band * k / SHELF_Q + k * k) / a0;
        shelfA1 = 2 * (k * k - 1) / a0;
        shelfA2 = (1 - k / SHELF_Q + k * k) / a0;
        k = Math.tan(Math.PI * PASS_HZ / sampleRateHz);
        a0 = 1 + k / PASS_Q + k * k;
        passA1 = 2 * (k * k - 1) / a0;
        passA2 = (1 - k / PASS_Q + k * k) / a0;
    }

    /** The energy of the next samples after the filters: the sum of their squares. */
    double energy(float[] samples, int from, int to) {
        double s1 = shelfNext;
        double s2 = shelfLater;
        double p1 = passNext;
        double p2 = passLater;
        double energy = 0;
        for (int i = from; i < to; i++) {
            double x = samples[i];
            double y = Math.fma(shelf0, x, s1);
            s1 = Math.fma(-shelfA1, y, Math.fma(shelf1, x, s2));
            s2 = Math.fma(-shelfA2, y, shelf2 * x);
            double z = y + p1;
            p1 = Math.fma(-passA1, z, Math.fma(-2, y, p2));
            p2 = Math.fma(-passA2, z, y);
            energy = Math.fma(z, z, energy);
        }
        shelfNext = s1;
        shelfLater = s2;
        passNext = p1;
        passLater = p2;
        return energy;
    }
}
