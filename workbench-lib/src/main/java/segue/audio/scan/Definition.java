package segue.audio.scan;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import segue.audio.Descriptors;
import segue.audio.signal.Signal;

/**
 * What this version of the program measures: the names of the descriptors, and what they say of a sound made for this. A
 * version that measures anything else is told by it, so that recordings are listened to again.
 *
 * @param version of the decoding and the fingerprint, which the probe does not see
 * @param probe values of the descriptors of a known sound
 */
public record Definition(int version, List<String> names, float[] probe) {
    private static final int VERSION = 2;
    private static final double RELATIVE = 1e-4;
    private static final double ABSOLUTE = 1e-6;

    /** That of the running program. */
    public static Definition ofThisProgram() {
        Descriptors descriptors = Descriptors.of(probeSound());
        return new Definition(VERSION, descriptors.names(), descriptors.values());
    }

    /** Whether both measure the same: equal but for how vectors of another width round. */
    public boolean agreesWith(Definition other) {
        if (version != other.version || !names.equals(other.names) || probe.length != other.probe.length) {
            return false;
        }
        for (int i = 0; i < probe.length; i++) {
            double largest = Math.max(Math.abs(probe[i]), Math.abs(other.probe[i]));
            boolean isEqual = Float.compare(probe[i], other.probe[i]) == 0
                    || Math.abs((double) probe[i] - other.probe[i]) <= RELATIVE * largest + ABSOLUTE;
            if (!isEqual) {
                return false;
            }
        }
        return true;
    }

    /** As a line of a journal, with its end. */
    public byte[] line() {
        return JournalLine.of(this);
    }

    /** Empty where the line is not whole, or is none of a definition. */
    public static Optional<Definition> ofLine(byte[] line) {
        return JournalLine.definition(line, 0, JournalLine.length(line));
    }

    /** Four seconds: two beats a second of a chord and a noise that dies away. */
    private static Signal probeSound() {
        int rate = Signal.DEFAULT_RATE_HZ;
        float[] samples = new float[4 * rate];
        Random random = new Random(1);
        for (int i = 0; i < samples.length; i++) {
            double seconds = (double) i / rate;
            double sinceBeat = seconds % 0.5;
            double chord = Math.sin(2 * Math.PI * 220 * seconds)
                    + Math.sin(2 * Math.PI * 277.18 * seconds)
                    + Math.sin(2 * Math.PI * 329.63 * seconds);
            samples[i] = (float)
                    (0.1 * chord * Math.exp(-3 * sinceBeat) + 0.1 * random.nextGaussian() * Math.exp(-40 * sinceBeat));
        }
        return Signal.of(samples, rate);
    }
}
