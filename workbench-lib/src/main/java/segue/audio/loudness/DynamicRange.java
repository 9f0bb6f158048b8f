package segue.audio.loudness;

import java.util.Locale;
import segue.audio.signal.Signal;

/**
 * How far the peaks of a recording stand above its loud passages: the DR value that records are compared by ("TT dynamic
 * range", Pleasurize Music Foundation 2009). In blocks of 3 s, the second-highest of all blocks' peaks over the root mean
 * square of the fifth of the blocks that are loudest, where a full-scale sine counts as 0 dB. Heavily compressed music has 4
 * to 7, chamber music 14 and more. A last block that is shorter counts too.
 *
 * @param decibels the dynamic range; 0 for a sine and for silence, and it can be below 0 for square waves
 * @param peakDecibels the highest sample of all, in dB below full scale; -120 for silence
 * @param loudDecibels the level of the loudest fifth, in dB below that of a full-scale sine; -120 for silence
 */
public record DynamicRange(double decibels, double peakDecibels, double loudDecibels) {
    private static final double FLOOR = 1e-6;

    static final DynamicRange SILENT = of(0, 0, 0);

    /** Measures a signal. */
    public static DynamicRange of(Signal signal) {
        DynamicRangeMeter meter = new DynamicRangeMeter(signal.sampleRateHz());
        meter.add(signal.samples());
        return meter.dynamicRange();
    }

    static DynamicRange of(double secondPeak, double loud, double peak) {
        return new DynamicRange(decibels(secondPeak) - decibels(loud), decibels(peak), decibels(loud));
    }

    private static double decibels(double amplitude) {
        return 20 * Math.log10(Math.max(FLOOR, amplitude));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "DR %.1f dB, peak %.1f dBFS", decibels, peakDecibels);
    }
}
