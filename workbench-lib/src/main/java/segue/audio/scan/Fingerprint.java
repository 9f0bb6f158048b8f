package segue.audio.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import segue.audio.spectrum.Spectrogram;
import segue.matrix.FloatMatrix;

/**
 * What stays of a recording in every format and bitrate: 32 bits each {@value #HOP_FRAMES} frames of its spectrogram, for
 * its first minute of sound. A bit says whether the difference of two neighbouring frequency bands grows or falls
 * (Haitsma and Kalker, <i>A highly robust audio fingerprinting system</i>, ISMIR 2002; there with shorter steps). Bands are
 * a 33rd of the way from 300 Hz to 2,000 Hz on a logarithmic scale; their energy is taken over {@value #WINDOW_FRAMES}
 * frames, weighted by a Hann window. Silence at the beginning is left out, and 0 stands for silence later on.
 */
final class Fingerprint {
    static final int HOP_FRAMES = 4;
    static final int WINDOW_FRAMES = 16;
    static final double LONGEST_SECONDS = 60;

    private static final int BANDS = 33;
    private static final double LOWEST_HZ = 300;
    private static final double HIGHEST_HZ = 2_000;

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

    /** @param spectrogram of the beginning, with frames of {@code StftOptions.defaults()} */
    static Fingerprint of(Spectrogram spectrogram) {
        float[][] energies = smoothed(bands(spectrogram));
        double loudest = 0;
        double[] totals = new double[energies.length];
        for (int w = 0; w < energies.length; w++) {
            for (float energy : energies[w]) {
                totals[w] += energy;
            }
            loudest = Math.max(loudest, totals[w]);
        }
        int[] words = new int[Math.max(0, energies.length - 1)];
        int first = words.length;
        for (int w = 0; w < words.length; w++) {
            if (totals[w] > 0 && totals[w + 1] > SILENT_BELOW * loudest) {
                words[w] = bits(energies[w], energies[w + 1]);
                first = Math.min(first, w);
            }
        }
        return new Fingerprint(Arrays.copyOfRange(words, first, words.length));
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

    /** Energy by frame and band, shape {@code (frames, BANDS)}. */
    private static float[][] bands(Spectrogram spectrogram) {
        int[] edges = new int[BANDS + 1];
        double binHz = spectrogram.frequencyHz(1);
        for (int b = 0; b <= BANDS; b++) {
            double hz = LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, (double) b / BANDS);
            edges[b] = (int) Math.round(hz / binHz);
        }
        FloatMatrix power = spectrogram.power();
        float[] values = power.values();
        float[][] bands = new float[power.rows()][BANDS];
        for (int f = 0; f < bands.length; f++) {
            int row = power.offset(f);
            for (int b = 0; b < BANDS; b++) {
                float sum = 0;
                for (int bin = edges[b]; bin < edges[b + 1]; bin++) {
                    sum += values[row + bin];
                }
                bands[f][b] = sum;
            }
        }
        return bands;
    }

    private static float[][] smoothed(float[][] bands) {
        int windows = bands.length < WINDOW_FRAMES ? 0 : (bands.length - WINDOW_FRAMES) / HOP_FRAMES + 1;
        float[][] smoothed = new float[windows][BANDS];
        for (int w = 0; w < windows; w++) {
            for (int i = 0; i < WINDOW_FRAMES; i++) {
                float weight = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / WINDOW_FRAMES));
                float[] frame = bands[w * HOP_FRAMES + i];
                for (int b = 0; b < BANDS; b++) {
                    smoothed[w][b] += weight * frame[b];
                }
            }
        }
        return smoothed;
    }
}
