package segue.audio.music;

/**
 * How beats are looked for.
 *
 * @param tightness how much a distance between beats that is not the tempo's counts against a place; default 100
 * @param trim whether weak beats at both ends are left out; default true
 */
public record BeatOptions(double tightness, boolean trim) {
    public BeatOptions {
        if (!(tightness > 0 && tightness <= 1e9)) {
            throw new IllegalArgumentException("tightness must be in (0, 1e9] but was " + tightness);
        }
    }

    public static BeatOptions defaults() {
        return new BeatOptions(100, true);
    }

    /** With another weight of an even beat. */
    public BeatOptions withTightness(double weight) {
        return new BeatOptions(weight, trim);
    }
}
