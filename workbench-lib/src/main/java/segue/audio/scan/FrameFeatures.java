package segue.audio.scan;

import java.util.LinkedHashMap;
import java.util.Map;
import segue.audio.signal.Signal;
import segue.audio.spectrum.Spectrogram;
import segue.audio.spectrum.Stft;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/**
 * Features of a recording frame by frame, from one pass over its spectra.
 *
 * @param values by name as librosa has it, each of shape {@code (frames, width)}: {@code rms}, {@code melspectrogram}
 * @param samples of the recording
 */
record FrameFeatures(Map<String, FloatMatrix> values, long samples) {
    private static final int MEL_BANDS = 128;
    private static final double HERTZ_A_MEL = 200.0 / 3;
    private static final double LINEAR_MELS = 15;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    static FrameFeatures of(Signal signal) {
        Map<String, FloatMatrix> values = new LinkedHashMap<>();
        values.put("rms", rms(signal));
        values.put("melspectrogram", mel(Stft.power(signal, StftOptions.defaults())));
        return new FrameFeatures(values, signal.length());
    }

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

    /** Triangles of equal area on Slaney's scale, from 0 Hz to half the sample rate. */
    private static FloatMatrix mel(Spectrogram spectrogram) {
        double top = mels(spectrogram.sampleRateHz() / 2.0);
        float[] mel = new float[spectrogram.frames() * MEL_BANDS];
        float[] power = spectrogram.power().values();
        for (int band = 0; band < MEL_BANDS; band++) {
            double low = hertz(top * band / (MEL_BANDS + 1));
            double middle = hertz(top * (band + 1) / (MEL_BANDS + 1));
            double high = hertz(top * (band + 2) / (MEL_BANDS + 1));
            int last = Math.min(spectrogram.bins() - 1, (int) (high / spectrogram.frequencyHz(1)));
            for (int bin = (int) (low / spectrogram.frequencyHz(1)); bin <= last; bin++) {
                double hz = spectrogram.frequencyHz(bin);
                double height = Math.min((hz - low) / (middle - low), (high - hz) / (high - middle));
                if (height > 0) {
                    float weight = (float) (height * 2 / (high - low));
                    for (int frame = 0; frame < spectrogram.frames(); frame++) {
                        mel[frame * MEL_BANDS + band] += weight * power[frame * spectrogram.bins() + bin];
                    }
                }
            }
        }
        return FloatMatrix.wrap(spectrogram.frames(), MEL_BANDS, mel);
    }

    private static double mels(double hertz) {
        double linear = hertz / HERTZ_A_MEL;
        return linear < LINEAR_MELS ? linear : LINEAR_MELS + Math.log(linear / LINEAR_MELS) / LOG_STEP;
    }

    private static double hertz(double mels) {
        return HERTZ_A_MEL * (mels < LINEAR_MELS ? mels : LINEAR_MELS * Math.exp(LOG_STEP * (mels - LINEAR_MELS)));
    }
}
