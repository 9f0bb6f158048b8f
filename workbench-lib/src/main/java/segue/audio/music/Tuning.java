package segue.audio.music;

import java.util.Arrays;
import segue.audio.simd.BlockMath;
import segue.audio.spectrum.Spectrogram;

/**
 * How far the instruments of a recording are tuned above A = 440 Hz, in semitones from -0.5 to 0.5 in steps of 0.01. As
 * {@code librosa.estimate_tuning} of a power spectrogram: the peaks of every frame between 150 and 4,000 Hz that reach a
 * tenth of the frame's power, at the place of a parabola through three bins; of those not weaker than the median, the most
 * frequent distance from a semitone.
 *
 * <p>A long recording is given block by block: {@link #add} each, then {@link #estimate}. Up to a million peaks are kept as
 * they are, which is about half an hour of music and 8 MB; of more, the strength is told to one part in 128 and the memory
 * stays at 13 MB.
 *
 * <p>J. O. Smith, "Spectral Audio Signal Processing", quadratic interpolation of spectral peaks.
 */
public final class Tuning {
    private static final double LOWEST_HZ = 150;
    private static final double HIGHEST_HZ = 4_000;
    private static final double SHARE_OF_LARGEST = 0.1;
    private static final int STEPS = 100;
    private static final BlockMath MATH = BlockMath.fastest();

    private static final int PEAKS_KEPT = 1 << 20;

    private final int peaksKept;
    private final float[] thresholds = new float[BlockMath.WIDTH];
    private int[] found = new int[0];
    private float[] hz = new float[1 << 12];
    private float[] strengths = new float[1 << 12];
    private int count;
    private PeakCounts counts;

    public Tuning() {
        this(PEAKS_KEPT);
    }

    /** For tests: fewer peaks before they are counted only. */
    Tuning(int peaksKept) {
        this.peaksKept = peaksKept;
    }

    /** The tuning of a whole spectrogram; 0 where it has no peaks. */
    public static double of(Spectrogram spectrogram) {
        Tuning tuning = new Tuning();
        tuning.add(spectrogram);
        return tuning.estimate();
    }

    /** Takes the peaks of a block of frames. */
    public void add(Spectrogram block) {
        float[] sideBySide = new float[block.bins() * BlockMath.WIDTH];
        for (int f = 0; f < block.frames(); f += BlockMath.WIDTH) {
            block.block(f, sideBySide);
            add(sideBySide, block.sampleRateHz(), block.options().fftSize());
        }
    }

    /**
     * Takes the peaks of spectra side by side.
     *
     * @param block power, see {@link BlockMath}; where there is no spectrum, 0
     */
    public void add(float[] block, int sampleRateHz, int fftSize) {
        int bins = fftSize / 2 + 1;
        double hzPerBin = (double) sampleRateHz / fftSize;
        double highest = Math.min(HIGHEST_HZ, sampleRateHz / 2.0);
        int from = Math.max(1, (int) Math.ceil(LOWEST_HZ / hzPerBin));
        int to = Math.min(bins - 1, (int) Math.ceil(highest / hzPerBin));
        if (from >= to) {
            return;
        }
        MATH.largest(block, bins, thresholds);
        for (int f = 0; f < thresholds.length; f++) {
            thresholds[f] = (float) (SHARE_OF_LARGEST * thresholds[f]);
        }
        if (found.length < (to - from) * BlockMath.WIDTH) {
            found = new int[(to - from) * BlockMath.WIDTH];
        }
        int peaks = MATH.peaks(block, from, to, thresholds, found);
        for (int p = 0; p < peaks; p++) {
            addPeak(block, found[p], hzPerBin);
        }
    }

    private void addPeak(float[] block, int at, double hzPerBin) {
        double before = block[at - BlockMath.WIDTH];
        double after = block[at + BlockMath.WIDTH];
        double curve = after + before - 2.0 * block[at];
        double slope = (after - before) / 2;
        double shift = Math.abs(slope) >= Math.abs(curve) ? 0 : -slope / curve;
        keep((float) ((at / BlockMath.WIDTH + shift) * hzPerBin), (float) (block[at] + 0.5 * slope * shift));
    }

    private void keep(float peakHz, float strength) {
        if (count == peaksKept) {
            countPeaks();
        }
        if (counts != null) {
            counts.add(step(peakHz), strength);
            return;
        }
        if (count == hz.length) {
            hz = Arrays.copyOf(hz, 2 * count);
            strengths = Arrays.copyOf(strengths, 2 * count);
        }
        hz[count] = peakHz;
        strengths[count++] = strength;
    }

    private void countPeaks() {
        counts = new PeakCounts(STEPS);
        for (int i = 0; i < count; i++) {
            counts.add(step(hz[i]), strengths[i]);
        }
        count = 0;
        hz = new float[0];
        strengths = new float[0];
    }

    /** The tuning of all that was added; 0 where that has no peaks. */
    public double estimate() {
        if (count == 0 && counts == null) {
            return 0;
        }
        int[] strong = counts == null ? strongHalf() : counts.strongHalf();
        int most = 0;
        for (int s = 1; s < STEPS; s++) {
            most = strong[s] > strong[most] ? s : most;
        }
        return edge(most);
    }

    private int[] strongHalf() {
        float median = Median.of(strengths, count);
        int[] strong = new int[STEPS];
        for (int i = 0; i < count; i++) {
            if (strengths[i] >= median) {
                strong[step(hz[i])]++;
            }
        }
        return strong;
    }

    /** In which hundredth of the semitone from -0.5 to 0.5 around the nearest note a pitch is. */
    private static int step(float hz) {
        double semitones = 12 * Pitch.octaves(hz);
        double residual = semitones - Math.floor(semitones);
        residual = residual >= 0.5 ? residual - 1 : residual;
        int step = Math.clamp((long) ((residual + 0.5) * STEPS), 0, STEPS - 1);
        if (residual < edge(step)) {
            return Math.max(0, step - 1);
        }
        return step + 1 < STEPS && residual >= edge(step + 1) ? step + 1 : step;
    }

    private static double edge(int step) {
        return -0.5 + step * (1.0 / STEPS);
    }
}
