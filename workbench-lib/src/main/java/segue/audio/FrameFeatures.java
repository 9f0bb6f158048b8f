package segue.audio;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import segue.audio.decode.AudioStream;
import segue.audio.loudness.DynamicRange;
import segue.audio.loudness.Loudness;
import segue.audio.signal.Signal;
import segue.matrix.FloatMatrix;

/**
 * What a recording sounds like frame by frame: every feature that is measured on spectra, from one pass over them.
 * Frames are 2,048 samples at 22,050 Hz, one every 512 (23 ms), centred on their time.
 *
 * @param values by name as librosa has it, each of shape {@code (frames, width)}: {@code rms}, {@code zero_crossing_rate},
 *     {@code spectral_centroid}, {@code spectral_bandwidth}, {@code rolloff} (Hz), {@code flatness}, {@code mfcc} (20),
 *     {@code contrast} (7, dB), {@code melspectrogram} (128, power), {@code chroma_stft} (12), {@code chroma_stft_tuning0}
 *     (12, by A = 440 Hz), {@code onset_strength} (dB)
 * @param samples of the recording, at 22,050 Hz
 * @param tuning of the instruments above A = 440 Hz, in semitones
 * @param tempo in beats a minute
 */
public record FrameFeatures(
        Map<String, FloatMatrix> values,
        long samples,
        double tuning,
        double tempo,
        Loudness loudness,
        DynamicRange dynamicRange) {
    /**
     * Decodes and measures a recording piece by piece: memory grows by 800 bytes a frame, 250 MB for two hours. What is
     * longer than six minutes is decoded twice, since its tuning is known only at its end.
     *
     * @throws segue.audio.decode.AudioException saying why it cannot be read
     */
    public static FrameFeatures of(Path file) {
        return of(file, warning -> {});
    }

    /**
     * As {@link #of(Path)}.
     *
     * @param warnings are told what is wrong with a file that could be read all the same, as {@code ends after 12.3 s of
     *     30.0 s}
     */
    public static FrameFeatures of(Path file, Consumer<String> warnings) {
        return of(file, new FrameMeter(), warnings);
    }

    static FrameFeatures of(Path file, FrameMeter meter) {
        return of(file, meter, warning -> {});
    }

    private static FrameFeatures of(Path file, FrameMeter meter, Consumer<String> warnings) {
        long samples = drain(file, meter, meter::hear, warnings);
        return meter.finish(samples, pass -> drain(file, pass, (heard, from, to) -> {}, again -> {}));
    }

    private static long drain(Path file, FrameSink sink, SampleBuffer.Listening listening, Consumer<String> warnings) {
        try (AudioStream stream = AudioStream.open(file, Signal.DEFAULT_RATE_HZ)) {
            long samples = new SampleBuffer(stream::read).drain(sink, listening);
            stream.warning().ifPresent(warnings);
            return samples;
        }
    }

    /** @throws IllegalArgumentException if the sample rate is not 22,050 Hz */
    public static FrameFeatures of(Signal signal) {
        return of(signal, new FrameMeter());
    }

    static FrameFeatures of(Signal signal, FrameMeter meter) {
        if (signal.sampleRateHz() != Signal.DEFAULT_RATE_HZ) {
            throw new IllegalArgumentException(
                    "features are measured at %,d Hz but the signal has %,d: read it at that rate"
                            .formatted(Signal.DEFAULT_RATE_HZ, signal.sampleRateHz()));
        }
        int frames = FrameMeter.STFT.frames(signal.length());
        meter.hear(signal.samples(), 0, signal.length());
        meter.take(signal.samples(), 0, signal.length(), frames);
        return meter.finish(signal.length(), pass -> pass.take(signal.samples(), 0, signal.length(), frames));
    }

    public int frames() {
        return values.get("rms").rows();
    }

    /** {@code 1,292 frames of rms, zero_crossing_rate, …}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d frames of %s", frames(), String.join(", ", values.keySet()));
    }
}
