package segue.audio.signal;

import java.util.ArrayList;
import java.util.List;
import segue.audio.simd.SampleScan;

/**
 * Tells silence from sound: a frame sounds if its root mean square is less than {@link SilenceOptions#topDecibels} below that
 * of the loudest frame. Frames are centred on multiples of the hop, with zeros beyond both ends; as
 * {@code librosa.effects.trim} and {@code split} by default.
 */
public final class Silence {
    private static final double SMALLEST_POWER = 1e-10;
    private static final SampleScan SCAN = SampleScan.fastest();

    private Silence() {}

    /**
     * What is left without the silence at both ends; empty at 0 if all frames are below -100 dB, where librosa keeps all.
     */
    public static SampleRange trimmed(Signal signal, SilenceOptions options) {
        List<SampleRange> sounding = sounding(signal, options);
        return sounding.isEmpty()
                ? new SampleRange(0, 0)
                : new SampleRange(
                        sounding.getFirst().start(), sounding.getLast().end());
    }

    /** The parts that sound, in order, with silence between them. */
    public static List<SampleRange> sounding(Signal signal, SilenceOptions options) {
        double[] powers = powers(signal.samples(), options);
        double loudest = 0;
        for (double power : powers) {
            loudest = Math.max(loudest, power);
        }
        List<SampleRange> parts = new ArrayList<>();
        if (loudest <= SMALLEST_POWER) {
            return parts;
        }
        double threshold = loudest * Math.pow(10, -options.topDecibels() / 10);
        int start = -1;
        for (int f = 0; f <= powers.length; f++) {
            boolean sounds = f < powers.length && Math.max(SMALLEST_POWER, powers[f]) > threshold;
            if (sounds && start < 0) {
                start = f;
            } else if (!sounds && start >= 0) {
                parts.add(range(start, f, signal.length(), options.hopLength()));
                start = -1;
            }
        }
        return parts;
    }

    private static SampleRange range(int fromFrame, int toFrame, int length, int hop) {
        return new SampleRange(fromFrame * hop, (int) Math.min(length, (long) toFrame * hop));
    }

    /** Mean squares of the frames, from those of pieces that no frame divides, so that overlap costs nothing. */
    private static double[] powers(float[] samples, SilenceOptions options) {
        int length = options.frameLength();
        int hop = options.hopLength();
        int half = length / 2;
        if (samples.length == 0 || samples.length + 2L * half < length) {
            return new double[0];
        }
        int piece = divisor(divisor(hop, half), length);
        double[] squares = squares(samples, piece);
        double[] powers = new double[(int) (1 + (samples.length + 2L * half - length) / hop)];
        for (int f = 0; f < powers.length; f++) {
            int from = (f * hop - half) / piece;
            int to = (int) Math.min(squares.length, from + (long) length / piece);
            double sum = 0;
            for (int p = Math.max(0, from); p < to; p++) {
                sum += squares[p];
            }
            powers[f] = sum / length;
        }
        return powers;
    }

    private static double[] squares(float[] samples, int piece) {
        double[] squares = new double[(int) (((long) samples.length + piece - 1) / piece)];
        for (int p = 0; p < squares.length; p++) {
            int from = p * piece;
            squares[p] = SCAN.energy(samples, from, (int) Math.min(samples.length, (long) from + piece));
        }
        return squares;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
