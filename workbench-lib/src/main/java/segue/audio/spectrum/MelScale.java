package segue.audio.spectrum;

/** Pitch as it is heard. */
public enum MelScale {
    /** Linear to 1,000 Hz, logarithmic above: Slaney, Auditory Toolbox (1998); the default. */
    SLANEY {
        @Override
        public double ofHz(double hz) {
            return hz < BREAK_HZ ? hz / LINEAR_HZ : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
        }

        @Override
        public double toHz(double mel) {
            return mel < BREAK_MEL ? mel * LINEAR_HZ : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
        }
    },
    /** {@code 2595 log10(1 + hz / 700)}: O'Shaughnessy (1987), as in HTK. */
    HTK {
        @Override
        public double ofHz(double hz) {
            return 2_595 * Math.log10(1 + hz / 700);
        }

        @Override
        public double toHz(double mel) {
            return 700 * (Math.pow(10, mel / 2_595) - 1);
        }
    };

    private static final double LINEAR_HZ = 200.0 / 3;
    private static final double BREAK_HZ = 1_000;
    private static final double BREAK_MEL = 15;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    public abstract double ofHz(double hz);

    public abstract double toHz(double mel);
}
