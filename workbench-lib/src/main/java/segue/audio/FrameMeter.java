package segue.audio;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import segue.audio.loudness.DynamicRangeMeter;
import segue.audio.loudness.LoudnessMeter;
import segue.audio.music.OnsetStrength;
import segue.audio.music.Tempo;
import segue.audio.signal.Signal;
import segue.audio.simd.BlockMath;
import segue.audio.spectrum.BlockStft;
import segue.audio.spectrum.FrameLevel;
import segue.audio.spectrum.MelFilterBank;
import segue.audio.spectrum.MelOptions;
import segue.audio.spectrum.Mfcc;
import segue.audio.spectrum.SpectralContrast;
import segue.audio.spectrum.SpectralShape;
import segue.audio.spectrum.SpectrumMath;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/**
 * Measures frames one after the other, with one transform for all that is measured on a spectrum. What is measured is kept of
 * all frames, spectra only as {@link PitchMeter} needs them.
 */
final class FrameMeter implements FrameSink {
    static final StftOptions STFT = StftOptions.defaults();
    private static final MelOptions MEL = MelOptions.defaults();
    /** Spectra that are looked at together. */
    static final int BLOCK = BlockMath.WIDTH;

    /** Frames of 30 s, which so are measured without copying. */
    private static final int CLIP = 1_293;

    private static final int BANDS = SpectralContrast.BANDS;

    private final SpectrumMath math = SpectrumMath.create();
    private final BlockStft stft = new BlockStft(STFT);
    private final FrameLevel level = new FrameLevel(STFT, math);
    private final SpectralShape shape = new SpectralShape(Signal.DEFAULT_RATE_HZ, STFT.fftSize());
    private final SpectralContrast contrast = new SpectralContrast(Signal.DEFAULT_RATE_HZ, STFT.fftSize());
    private final MelFilterBank bank = MelFilterBank.of(Signal.DEFAULT_RATE_HZ, STFT.fftSize(), MEL);
    private final PitchMeter pitches;
    private final LoudnessMeter loudness = new LoudnessMeter(Signal.DEFAULT_RATE_HZ);
    private final DynamicRangeMeter dynamicRange = new DynamicRangeMeter(Signal.DEFAULT_RATE_HZ);
    private final float[] bands = new float[BLOCK * MEL.bands()];
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

    FrameMeter() {
        this(new PitchMeter());
    }

    FrameMeter(PitchMeter pitches) {
        this.pitches = pitches;
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public void take(float[] samples, long start, int length, int to) {
        if (to > rms.length) {
            grow(Math.max(to, rms.length == 0 ? CLIP : rms.length + rms.length / 2));
        }
        for (int f = frames; f < to; f++) {
            rms[f] = level.rms(samples, start, length, f);
            crossings[f] = level.zeroCrossingRate(samples, start, length, f);
            stft.add(samples, start, length, f);
            if (stft.isFull()) {
                passBlock(f + 1);
            }
        }
        frames = Math.max(frames, to);
    }

    /** Samples that were not heard yet, in their order. */
    void hear(float[] samples, int from, int to) {
        loudness.add(samples, from, to);
        dynamicRange.add(samples, from, to);
    }

    /** Measures the spectra in the block, which end before frame {@code to}. */
    private void passBlock(int to) {
        float[] block = new float[BLOCK * STFT.bins()];
        int count = stft.power(block);
        int from = to - count;
        bank.apply(block, count, bands, mel, from * MEL.bands());
        shape.look(block);
        shape.centroids(centroid, from, count);
        shape.bandwidths(bandwidth, from, count);
        shape.rolloffs(rolloff, from, count);
        shape.flatnesses(flatness, from, count);
        contrast.look(shape.magnitudes(), peaks, valleys, from * BANDS, count);
        pitches.add(block, count);
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

    /**
     * Sums up all that was taken.
     *
     * @param again goes through the recording once more; asked only where it is long
     */
    FrameFeatures finish(long samples, Consumer<FrameSink> again) {
        if (stft.count() > 0) {
            passBlock(frames);
        }
        Map<String, FloatMatrix> values = new LinkedHashMap<>();
        values.put("rms", column(rms));
        values.put("spectral_centroid", column(centroid));
        values.put("spectral_bandwidth", column(bandwidth));
        values.put("rolloff", column(rolloff));
        values.put("zero_crossing_rate", column(crossings));
        values.put("flatness", column(flatness));
        FloatMatrix melPower = FloatMatrix.wrap(frames, MEL.bands(), Arrays.copyOf(mel, frames * MEL.bands()));
        values.put("mfcc", new Mfcc(Mfcc.DEFAULT_COUNT, MEL.bands()).transform(mel, frames, math));
        values.put("contrast", contrast.between(peaks, valleys, frames, math));
        values.put("melspectrogram", melPower);
        double tuning = pitches.tuning();
        values.put("chroma_stft", tunedChroma(tuning, again));
        values.put("chroma_stft_tuning0", pitches.concertPitch());
        // Mel holds decibels by now, above the least that counts.
        FloatMatrix decibels = FloatMatrix.wrap(
                frames,
                MEL.bands(),
                mel.length == frames * MEL.bands() ? mel : Arrays.copyOf(mel, frames * MEL.bands()));
        OnsetStrength onsets = OnsetStrength.ofDecibels(decibels, Signal.DEFAULT_RATE_HZ, STFT);
        values.put("onset_strength", column(onsets.values()));
        return new FrameFeatures(
                values, samples, tuning, Tempo.bpm(onsets), loudness.loudness(), dynamicRange.dynamicRange());
    }

    private FloatMatrix tunedChroma(double tuning, Consumer<FrameSink> again) {
        if (!pitches.isPastKeeping()) {
            return pitches.tuned(tuning);
        }
        PitchMeter.SecondPass pass = new PitchMeter.SecondPass(tuning);
        again.accept(pass);
        return pass.chroma();
    }

    private FloatMatrix column(float[] values) {
        return FloatMatrix.wrap(frames, 1, values.length == frames ? values : Arrays.copyOf(values, frames));
    }
}
