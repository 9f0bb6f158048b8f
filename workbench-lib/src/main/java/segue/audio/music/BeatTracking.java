package segue.audio.music;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The dynamic program behind {@link Beats}: the best beat before each frame, then the way back from the last. */
final class BeatTracking {
    /** Beats are smoothed by a bell so much narrower than their distance. */
    private static final double NARROWNESS = 32;

    private static final double WEAK_START = 0.01;

    private final int period;
    private final BeatOptions options;
    private final double[] local;
    private final double[] total;
    private final int[] before;

    /** @param period frames from beat to beat */
    BeatTracking(float[] onsets, int period, BeatOptions options) {
        this.period = period;
        this.options = options;
        local = smoothed(onsets, period);
        total = new double[onsets.length];
        before = new int[onsets.length];
    }

    /** The frames of the beats, ascending. */
    int[] frames() {
        link();
        List<Integer> backwards = new ArrayList<>();
        for (int frame = last(); frame >= 0; frame = before[frame]) {
            backwards.add(frame);
        }
        int[] frames = backwards.reversed().stream().mapToInt(Integer::intValue).toArray();
        return trimmed(frames);
    }

    private static double[] smoothed(float[] onsets, int period) {
        double deviation = deviation(onsets);
        double[] bell = new double[2 * period + 1];
        for (int k = 0; k <= 2 * period; k++) {
            bell[k] = Math.exp(-0.5 * Math.pow((k - period) * NARROWNESS / period, 2));
        }
        double[] smoothed = new double[onsets.length];
        for (int i = 0; i < onsets.length; i++) {
            // librosa's sum leaves the first frame out.
            for (int j = Math.max(1, i - period); j <= Math.min(onsets.length - 1, i + period); j++) {
                smoothed[i] += bell[i - j + period] * onsets[j];
            }
            smoothed[i] /= deviation;
        }
        return smoothed;
    }

    private static double deviation(float[] onsets) {
        double mean = 0;
        for (float onset : onsets) {
            mean += onset;
        }
        mean /= onsets.length;
        double squares = 0;
        for (float onset : onsets) {
            squares += (onset - mean) * (onset - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, onsets.length - 1));
        return deviation > 0 ? deviation : 1;
    }

    private void link() {
        double weak = WEAK_START * Arrays.stream(local).max().orElse(0);
        double[] penalties = new double[2 * period + 1];
        for (int d = 1; d <= 2 * period; d++) {
            penalties[d] = options.tightness() * Math.pow(Math.log(d) - Math.log(period), 2);
        }
        int nearest = Math.max(1, (int) Math.rint(period / 2.0));
        boolean started = false;
        for (int i = 0; i < local.length; i++) {
            double best = Double.NEGATIVE_INFINITY;
            int beat = -1;
            for (int j = i - nearest; j >= Math.max(0, i - 2 * period); j--) {
                double score = total[j] - penalties[i - j];
                if (score > best) {
                    best = score;
                    beat = j;
                }
            }
            total[i] = local[i] + (beat < 0 ? 0 : best);
            started |= local[i] >= weak;
            before[i] = started ? beat : -1;
        }
    }

    /** The last peak of the total that is at least half as high as the median of all its peaks. */
    private int last() {
        float[] peaks = new float[total.length];
        int count = 0;
        for (int i = 1; i < total.length; i++) {
            if (isPeak(i)) {
                peaks[count++] = (float) total[i];
            }
        }
        double enough = count == 0 ? 0 : 0.5 * Median.of(peaks, count);
        int last = total.length - 1;
        while (last > 0 && !(isPeak(last) && total[last] >= enough)) {
            last--;
        }
        return last > 0 ? last : total.length - 1;
    }

    private boolean isPeak(int i) {
        return total[i] > total[i - 1] && (i + 1 == total.length || total[i] >= total[i + 1]);
    }

    /** Without the beats before the first frame, and after the last, that is half as strong as beats are on the whole. */
    private int[] trimmed(int[] frames) {
        double enough = options.trim() ? 0.5 * strengthOf(frames) : 0;
        int first = 0;
        while (first < local.length && local[first] <= enough) {
            first++;
        }
        int last = local.length - 1;
        while (last >= 0 && local[last] <= enough) {
            last--;
        }
        int from = first;
        int to = last;
        return Arrays.stream(frames).filter(f -> f >= from && f <= to).toArray();
    }

    /** The root mean square of the beats after a Hann window of five; two more of its values than beats count, as there. */
    private double strengthOf(int[] frames) {
        double squares = 0;
        for (int b = 0; b <= frames.length; b++) {
            double smooth = 0.5 * at(frames, b - 1) + at(frames, b) + 0.5 * at(frames, b + 1);
            squares += smooth * smooth;
        }
        return Math.sqrt(squares / (frames.length + 2));
    }

    private double at(int[] frames, int beat) {
        return beat < 0 || beat >= frames.length ? 0 : local[frames[beat]];
    }
}
