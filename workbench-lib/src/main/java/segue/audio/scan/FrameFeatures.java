package segue.audio.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import segue.audio.signal.Signal;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/** Features of a recording frame by frame, by name; each of shape {@code (frames, values)}. */
final class FrameFeatures {
    static final List<String> NAMES = List.of("rms");

    private FrameFeatures() {}

    static Map<String, FloatMatrix> of(Signal signal) {
        Map<String, FloatMatrix> features = new LinkedHashMap<>();
        features.put("rms", rms(signal));
        return features;
    }

    /** As librosa's: over frames that are centred on multiples of the hop, zeros beyond both ends. */
    private static FloatMatrix rms(Signal signal) {
        StftOptions options = StftOptions.defaults();
        float[] samples = signal.samples();
        float[] rms = new float[1 + samples.length / options.hopLength()];
        for (int frame = 0; frame < rms.length; frame++) {
            int start = frame * options.hopLength() - options.fftSize() / 2;
            double power = 0;
            for (int i = Math.max(0, start); i < Math.min(samples.length, start + options.fftSize()); i++) {
                power += (double) samples[i] * samples[i];
            }
            rms[frame] = (float) Math.sqrt(power / options.fftSize());
        }
        return FloatMatrix.wrap(rms.length, 1, rms);
    }
}
