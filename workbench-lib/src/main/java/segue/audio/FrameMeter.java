package segue.audio;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import segue.audio.signal.Signal;
import segue.audio.spectrum.FrameLevel;
import segue.audio.spectrum.MelFilterBank;
import segue.audio.spectrum.MelOptions;
import segue.audio.spectrum.Mfcc;
import segue.audio.spectrum.SpectralContrast;
import segue.audio.spectrum.SpectralShape;
import segue.audio.spectrum.SpectrumMath;
import segue.audio.spectrum.Stft;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/** Measures frames one after the other; one spectrum is held at a time, what is measured on it for all of them. */
final class FrameMeter {
    static final StftOptions STFT = StftOptions.defaults();
    private static final MelOptions MEL = MelOptions.defaults();
    private static final int BANDS = SpectralContrast.BANDS;

    private final SpectrumMath math = SpectrumMath.create();
    private final Stft stft = new Stft(STFT);
    private final FrameLevel level = new FrameLevel(STFT, math);
    private final SpectralShape shape = new SpectralShape(Signal.DEFAULT_RATE_HZ, STFT.fftSize(), math);
    private final SpectralContrast contrast = new SpectralContrast(Signal.DEFAULT_RATE_HZ, STFT.fftSize(), math);
    private final MelFilterBank bank = MelFilterBank.of(Signal.DEFAULT_RATE_HZ, STFT.fftSize(), MEL);
    private final float[] power = new float[STFT.bins()];
    private int frames;
    private float[] rms = new float[0];
    private float[] crossings = rms;
    private float[] centroid = rms;
    private float[] bandwidth = rms;
    private float[] rolloff = rms;
    private float[] flatness = rms;
    private float[] peaks = rms;
    private float[] valleys = rms;
    private float[] mel = rms;

    /** Frames measured so far. */
    int frames() {
        return frames;
    }

    /** Measures the frames that are not yet, up to one before {@code to}; parameters as those of {@link Stft#power}. */
    void measure(float[] samples, long start, int length, int to) {
        if (to > rms.length) {
            grow(rms.length == 0 ? to : Math.max(to, rms.length + rms.length / 2));
        }
        for (int f = frames; f < to; f++) {
            rms[f] = level.rms(samples, start, length, f);
            crossings[f] = level.zeroCrossingRate(samples, start, length, f);
            stft.power(samples, start, length, f, f + 1, power);
            bank.apply(power, 0, math, mel, f * MEL.bands());
            shape.look(power, 0);
            centroid[f] = (float) shape.centroidHz();
            bandwidth[f] = (float) shape.bandwidthHz();
            rolloff[f] = (float) shape.rolloffHz();
            flatness[f] = (float) shape.flatness();
            contrast.look(shape.magnitudes(), peaks, valleys, f * BANDS);
        }
        frames = Math.max(frames, to);
    }

    private void grow(int capacity) {
        rms = Arrays.copyOf(rms, capacity);
        crossings = Arrays.copyOf(crossings, capacity);
        centroid = Arrays.copyOf(centroid, capacity);
        bandwidth = Arrays.copyOf(bandwidth, capacity);
        rolloff = Arrays.copyOf(rolloff, capacity);
        flatness = Arrays.copyOf(flatness, capacity);
        peaks = Arrays.copyOf(peaks, Math.multiplyExact(capacity, BANDS));
        valleys = Arrays.copyOf(valleys, capacity * BANDS);
        mel = Arrays.copyOf(mel, Math.multiplyExact(capacity, MEL.bands()));
    }

    FrameFeatures finish(long samples) {
        Map<String, FloatMatrix> values = new LinkedHashMap<>();
        values.put("rms", column(rms));
        values.put("spectral_centroid", column(centroid));
        values.put("spectral_bandwidth", column(bandwidth));
        values.put("rolloff", column(rolloff));
        values.put("zero_crossing_rate", column(crossings));
        values.put("flatness", column(flatness));
        FloatMatrix power = FloatMatrix.wrap(frames, MEL.bands(), Arrays.copyOf(mel, frames * MEL.bands()));
        values.put("mfcc", new Mfcc(Mfcc.DEFAULT_COUNT, MEL.bands()).transform(mel, frames, math));
        values.put("contrast", contrast.between(peaks, valleys, frames));
        values.put("melspectrogram", power);
        return new FrameFeatures(values, samples);
    }

    private FloatMatrix column(float[] values) {
        return FloatMatrix.wrap(frames, 1, values.length == frames ? values : Arrays.copyOf(values, frames));
    }
}
