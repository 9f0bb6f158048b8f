package segue.audio;

import java.nio.file.Path;
import java.util.Map;
import segue.audio.decode.AudioStream;
import segue.audio.signal.Signal;
import segue.matrix.FloatMatrix;

/**
 * What a recording sounds like frame by frame: every feature that is measured on spectra, from one pass over them.
 * Frames are 2,048 samples at 22,050 Hz, one every 512 (23 ms), centred on their time.
 *
 * @param values by name as librosa has it, each of shape {@code (frames, width)}: {@code rms}, {@code zero_crossing_rate},
 *     {@code spectral_centroid}, {@code spectral_bandwidth}, {@code rolloff} (Hz), {@code flatness}, {@code mfcc} (20),
 *     {@code contrast} (7, dB), {@code melspectrogram} (128, power)
 * @param samples of the recording, at 22,050 Hz
 */
public record FrameFeatures(Map<String, FloatMatrix> values, long samples) {
    /** Decodes and measures a recording piece by piece: memory grows by 700 bytes a frame, 200 MB for two hours. */
    public static FrameFeatures of(Path file) {
        FrameMeter meter = new FrameMeter();
        try (AudioStream stream = AudioStream.open(file, Signal.DEFAULT_RATE_HZ)) {
            SampleBuffer buffer = new SampleBuffer();
            for (float[] next = stream.read(); next.length > 0; next = stream.read()) {
                buffer.add(next, meter);
            }
            return buffer.finish(meter);
        }
    }

    /** @throws IllegalArgumentException if the sample rate is not 22,050 Hz */
    public static FrameFeatures of(Signal signal) {
        if (signal.sampleRateHz() != Signal.DEFAULT_RATE_HZ) {
            throw new IllegalArgumentException(
                    "features are measured at %,d Hz but the signal has %,d: read it at that rate"
                            .formatted(Signal.DEFAULT_RATE_HZ, signal.sampleRateHz()));
        }
        FrameMeter meter = new FrameMeter();
        int frames = FrameMeter.STFT.frames(signal.length());
        meter.measure(signal.samples(), 0, signal.length(), frames);
        return meter.finish(signal.length());
    }

    public int frames() {
        return values.get("rms").rows();
    }
}
