package segue.audio.sample;

/** Instruments made of sine waves: a few partials, each with its strength and its own way of dying away. */
enum Timbre {
    /** A string: bright at first, the high partials gone soon. */
    PLUCKED(0.004, 2.2, 1.6, 0, 1, 0.55, 0.38, 0.24, 0.17, 0.1, 0.07, 0.04),
    /** A clarinet of sorts: odd partials, held, with vibrato. */
    REED(0.06, 0.25, 0, 5.2, 1, 0, 0.6, 0, 0.34, 0, 0.18),
    /** A low string: little beside its first partials. */
    BASS(0.008, 1.8, 1.2, 0, 1, 0.5, 0.2, 0.06),
    /** Held chords: soft, no edge. */
    PAD(0.12, 0.4, 0, 0, 1, 0.3, 0.12, 0.05),
    /** Partials that are no multiples of the first. */
    BELL(0.002, 0.9, 0.7, 0, 1, 0.6, 0.45, 0.25, 0.2) {
        @Override
        double ratio(int partial) {
            return BELL_RATIOS[partial];
        }
    };

    private static final double[] BELL_RATIOS = {1, 2.0, 2.76, 3.76, 5.4};
    private static final double RELEASE_SECONDS = 0.05;
    private static final double VIBRATO_DEPTH = 0.004;

    private final double attackSeconds;
    private final double decay;
    private final double decayByPartial;
    private final double vibratoHz;
    private final double[] strengths;

    Timbre(double attackSeconds, double decay, double decayByPartial, double vibratoHz, double... strengths) {
        this.attackSeconds = attackSeconds;
        this.decay = decay;
        this.decayByPartial = decayByPartial;
        this.vibratoHz = vibratoHz;
        this.strengths = strengths;
    }

    double ratio(int partial) {
        return partial + 1;
    }

    /** One tone, loudness about 1 at its start; partials above the half of the sample rate are left out. */
    double[] tone(double frequencyHz, double seconds, int sampleRateHz) {
        double[] tone = new double[(int) ((seconds + RELEASE_SECONDS) * sampleRateHz)];
        for (int p = 0; p < strengths.length; p++) {
            double hz = frequencyHz * ratio(p);
            if (strengths[p] > 0 && hz < 0.45 * sampleRateHz) {
                add(tone, hz, strengths[p], decay + decayByPartial * p, sampleRateHz);
            }
        }
        for (int i = 0; i < tone.length; i++) {
            double t = (double) i / sampleRateHz;
            double left = (double) (tone.length - i) / sampleRateHz;
            tone[i] *= Math.min(1, t / attackSeconds) * Math.min(1, left / RELEASE_SECONDS);
        }
        return tone;
    }

    private void add(double[] tone, double hz, double strength, double fall, int sampleRateHz) {
        for (int i = 0; i < tone.length; i++) {
            double t = (double) i / sampleRateHz;
            double sway =
                    vibratoHz == 0 ? 0 : VIBRATO_DEPTH * hz / vibratoHz * StrictMath.sin(2 * Math.PI * vibratoHz * t);
            tone[i] += strength * StrictMath.exp(-fall * t) * StrictMath.sin(2 * Math.PI * hz * t + sway);
        }
    }
}
