package segue.audio.spectrum;

/**
 * How frequencies are put into bands of pitch.
 *
 * @param bands in [1, 1024]; default 128
 * @param lowHz where the lowest band begins; default 0
 * @param highHz where the highest band ends; default infinite, which stands for half the sample rate
 * @param scale default Slaney
 * @param normed whether every band has area 1 (Slaney's norm) rather than height 1; default yes
 */
public record MelOptions(int bands, double lowHz, double highHz, MelScale scale, boolean normed) {
    public MelOptions {
        if (bands < 1 || bands > 1_024) {
            throw new IllegalArgumentException("mel bands must be in [1, 1024] but was " + bands);
        }
        if (!(lowHz >= 0) || !(lowHz < highHz)) {
            throw new IllegalArgumentException(
                    "mel bands must begin at 0 Hz or above and end above that, but begin at %s and end at %s Hz"
                            .formatted(lowHz, highHz));
        }
    }

    public static MelOptions defaults() {
        return new MelOptions(128, 0, Double.POSITIVE_INFINITY, MelScale.SLANEY, true);
    }

    public MelOptions withBands(int other) {
        return new MelOptions(other, lowHz, highHz, scale, normed);
    }

    public MelOptions withRangeHz(double low, double high) {
        return new MelOptions(bands, low, high, scale, normed);
    }

    public MelOptions withScale(MelScale other) {
        return new MelOptions(bands, lowHz, highHz, other, normed);
    }

    public MelOptions withNormed(boolean other) {
        return new MelOptions(bands, lowHz, highHz, scale, other);
    }
}
