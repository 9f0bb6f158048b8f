package segue.audio.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import segue.matrix.FloatMatrix;

/**
 * What stays of a recording in every format and bitrate: 32 bits each {@value #HOP_FRAMES} frames of its mel spectrogram
 * (93 ms), for its first minute of sound. A bit says whether the difference of two neighbouring frequency bands grows or
 * falls (Haitsma and Kalker, <i>A highly robust audio fingerprinting system</i>, ISMIR 2002; there with shorter steps).
 * The 33 bands are pairs of mel bands, from 260 Hz to 2.7 kHz; their energy is taken over {@value #WINDOW_FRAMES} frames,
 * weighted by a Hann window. Silence at the beginning is left out, and 0 stands for silence later on.
 */
final class Fingerprint {
    private static final int HOP_FRAMES = 4;
    private static final int WINDOW_FRAMES = 16;
    private static final int MOST_STEPS = 640;
    private static final int BANDS = 33;
    private static final int FIRST_MEL = 10;
    private static final float[] HANN = hann();

    /** Below the loudest window, as a ratio of energies: 50 dB. */
    private static final double SILENT_BELOW = 1e-5;

    /** Different music differs in 44 to 50 of 100 bits, and shows it soon. */
    private static final int STEPS_OF_A_GLANCE = 16;

    private static final double HOPELESS = 0.4;

    private final int[] words;
    private final int heardSteps;

    private Fingerprint(int[] words) {
        this.words = words;
        this.heardSteps = (int) Arrays.stream(words).filter(word -> word != 0).count();
    }

    /** @param mel shape {@code (frames, 128)}: Slaney's bands up to 11 kHz, power, a frame each 512 samples at 22,050 Hz */
    static Fingerprint of(FloatMatrix mel) {
        double[] totals = new double[mel.rows()];
        double loudest = 0;
        for (int f = 0; f < totals.length; f++) {
            for (int b = 0; b < BANDS; b++) {
                totals[f] += energy(mel, f, b);
            }
            loudest = Math.max(loudest, totals[f]);
        }
        int first = 0;
        while (first < totals.length && totals[first] <= SILENT_BELOW * loudest) {
            first++;
        }
        int frames = totals.length - first;
        int windows = frames < WINDOW_FRAMES ? 0 : (frames - WINDOW_FRAMES) / HOP_FRAMES + 1;
        int[] words = new int[Math.clamp(windows - 1, 0, MOST_STEPS)];
        float[] before = new float[BANDS];
        float[] now = new float[BANDS];
        for (int w = 0; w <= words.length && windows > 0; w++) {
            double total = smooth(mel, first + w * HOP_FRAMES, now);
            if (w > 0 && total > SILENT_BELOW * loudest) {
                words[w - 1] = bits(before, now);
            }
            float[] swap = before;
            before = now;
            now = swap;
        }
        return new Fingerprint(words);
    }

    /** As read back from {@link #toBytes}. */
    static Fingerprint of(byte[] bytes) {
        int[] words = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        return new Fingerprint(words);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(words);
        return bytes.array();
    }

    int length() {
        return words.length;
    }

    /** The bits at a step; 0 where there is silence. */
    int word(int step) {
        return words[step];
    }

    /** Steps that are not silent. */
    int heardSteps() {
        return heardSteps;
    }

    /**
     * Whether step {@code i} of this lies on step {@code i + offset} of the other: of the steps that are silent in neither
     * there are {@code fewestSteps}, and the part of bits that differ in them is at most {@code largestErrorRate}.
     */
    boolean matches(Fingerprint other, int offset, int fewestSteps, double largestErrorRate) {
        int from = Math.max(0, -offset);
        int to = Math.min(words.length, other.words.length - offset);
        int compared = 0;
        int wrong = 0;
        for (int i = from; i < to; i++) {
            int here = words[i];
            int there = other.words[i + offset];
            if (here != 0 && there != 0) {
                compared++;
                wrong += Integer.bitCount(here ^ there);
                if (compared == STEPS_OF_A_GLANCE && wrong > HOPELESS * Integer.SIZE * STEPS_OF_A_GLANCE) {
                    return false;
                }
            }
        }
        return compared >= fewestSteps && wrong <= largestErrorRate * Integer.SIZE * compared;
    }

    private static int bits(float[] before, float[] now) {
        int bits = 0;
        for (int b = 0; b < BANDS - 1; b++) {
            double change = (double) now[b] - now[b + 1] - ((double) before[b] - before[b + 1]);
            bits = bits << 1 | (change > 0 ? 1 : 0);
        }
        return bits;
    }

    /** Sets the energy of every band around the frames from {@code first} on, and returns their sum. */
    private static double smooth(FloatMatrix mel, int first, float[] bands) {
        double total = 0;
        for (int b = 0; b < BANDS; b++) {
            float sum = 0;
            for (int i = 0; i < WINDOW_FRAMES; i++) {
                sum += HANN[i] * energy(mel, first + i, b);
            }
            bands[b] = sum;
            total += sum;
        }
        return total;
    }

    private static float energy(FloatMatrix mel, int frame, int band) {
        int at = mel.offset(frame) + FIRST_MEL + 2 * band;
        return mel.values()[at] + mel.values()[at + 1];
    }

    private static float[] hann() {
        float[] weights = new float[WINDOW_FRAMES];
        for (int i = 0; i < WINDOW_FRAMES; i++) {
            weights[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / WINDOW_FRAMES));
        }
        return weights;
    }
}
