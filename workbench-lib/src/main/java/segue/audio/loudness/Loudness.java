package segue.audio.loudness;

import java.util.Locale;
import segue.audio.signal.Signal;

/**
 * The loudness of a recording of one channel by EBU R 128 (2020), which is ITU-R BS.1770-4 with gates, and EBU Tech 3342 for
 * the range. All are at least {@link #SILENCE}, the absolute gate, which is the value of silence and of recordings shorter
 * than a block.
 *
 * @param integratedLufs loudness of the whole: blocks of 400 ms, overlapping by three quarters, that are above -70 LUFS and
 *     no more than 10 LU below the mean of those
 * @param rangeLu how much loudness varies: from the 10th to the 95th percentile of blocks of 3 s, one every 100 ms, that are
 *     above -70 LUFS and no more than 20 LU below their mean; 0 for recordings shorter than 3 s
 * @param maxMomentaryLufs of the loudest 400 ms
 * @param maxShortTermLufs of the loudest 3 s
 */
public record Loudness(double integratedLufs, double rangeLu, double maxMomentaryLufs, double maxShortTermLufs) {
    /** The lowest loudness that is told, in LUFS. */
    public static final double SILENCE = -70;

    private static final double TWICE = 10 * Math.log10(2);

    /** Measures a signal. */
    public static Loudness of(Signal signal) {
        LoudnessMeter meter = new LoudnessMeter(signal.sampleRateHz());
        meter.add(signal.samples());
        return meter.loudness();
    }

    /** As loud as the one channel is on two loudspeakers: 3.01 LU more, but for silence. */
    public Loudness onTwoSpeakers() {
        return new Loudness(doubled(integratedLufs), rangeLu, doubled(maxMomentaryLufs), doubled(maxShortTermLufs));
    }

    private static double doubled(double lufs) {
        return lufs <= SILENCE ? SILENCE : lufs + TWICE;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f LUFS, range %.1f LU", integratedLufs, rangeLu);
    }
}
