package segue.audio.signal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import segue.audio.decode.AudioStream;
import segue.audio.resample.Resampler;

/**
 * Sound in one channel: samples in time, mostly within -1 to 1, at a steady rate. Immutable by agreement: the array is not
 * copied, so that hours of music fit.
 */
public final class Signal {
    /** What librosa takes too: enough for everything below 11 kHz. */
    public static final int DEFAULT_RATE_HZ = 22_050;

    private static final Logger LOG = LoggerFactory.getLogger(Signal.class);

    private final float[] samples;
    private final int sampleRateHz;

    private Signal(float[] samples, int sampleRateHz) {
        this.samples = samples;
        this.sampleRateHz = sampleRateHz;
    }

    /**
     * @param samples not copied
     * @throws IllegalArgumentException if the rate is not positive, or a sample is no number or beyond
     *     {@link AudioStream#LARGEST_SAMPLE}
     */
    public static Signal of(float[] samples, int sampleRateHz) {
        Objects.requireNonNull(samples, "a signal needs samples");
        if (sampleRateHz < 1) {
            throw new IllegalArgumentException("the sample rate must be positive but was " + sampleRateHz);
        }
        for (int i = 0; i < samples.length; i++) {
            if (!(Math.abs(samples[i]) <= AudioStream.LARGEST_SAMPLE)) {
                throw new IllegalArgumentException(
                        "samples must be finite, mostly within -1 to 1, but sample %,d is %s".formatted(i, samples[i]));
            }
        }
        return new Signal(samples, sampleRateHz);
    }

    /**
     * A recording in any known format, mixed to one channel, at {@link #DEFAULT_RATE_HZ}. What is wrong with one that can be
     * read all the same, as a file that was cut, is logged as a warning.
     *
     * @throws segue.audio.decode.AudioException saying why it cannot be read
     */
    public static Signal read(Path file) {
        return read(file, DEFAULT_RATE_HZ);
    }

    /** As {@link #read(Path)}, at another rate. */
    public static Signal read(Path file, int sampleRateHz) {
        try (AudioStream stream = AudioStream.open(file, sampleRateHz)) {
            float[] samples = stream.readAll();
            stream.warning().ifPresent(what -> LOG.warn("{} {}", file, what));
            return new Signal(samples, sampleRateHz);
        }
    }

    /** The same sound at another rate: {@code ceil(length * rate / this rate)} samples, nothing moved in time. */
    public Signal resampled(int rateHz) {
        return rateHz == sampleRateHz ? this : new Signal(Resampler.resample(samples, sampleRateHz, rateHz), rateHz);
    }

    /**
     * Writes a WAV file of 16 bits; what is beyond -1 to 1 is clipped.
     *
     * @throws IOException if the folder is missing, writing fails, or it is over 2 GiB (13 hours at 22,050 Hz)
     */
    public void writeWav(Path file) throws IOException {
        WavFile.write(file, this);
    }

    public float[] samples() {
        return samples;
    }

    public int sampleRateHz() {
        return sampleRateHz;
    }

    public int length() {
        return samples.length;
    }

    public double seconds() {
        return (double) samples.length / sampleRateHz;
    }

    /** A copy of a part. */
    public Signal part(SampleRange range) {
        if (range.end() > samples.length) {
            throw new IllegalArgumentException("the part [%,d, %,d) reaches beyond the signal's %,d samples"
                    .formatted(range.start(), range.end(), samples.length));
        }
        return new Signal(Arrays.copyOfRange(samples, range.start(), range.end()), sampleRateHz);
    }

    /** Without the silence at both ends, by {@link SilenceOptions#defaults()}; empty if there is nothing else. */
    public Signal trimmed() {
        return trimmed(SilenceOptions.defaults());
    }

    /** Without the silence at both ends; {@link Silence#trimmed} tells where that is. */
    public Signal trimmed(SilenceOptions options) {
        return part(Silence.trimmed(this, options));
    }

    /** {@code Signal: 6.6 s, 22,050 Hz}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Signal: %.1f s, %,d Hz", seconds(), sampleRateHz);
    }
}
