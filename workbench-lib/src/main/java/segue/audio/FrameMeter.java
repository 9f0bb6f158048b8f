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
import segue.audio.spectrum.FrameLevel;
import segue.audio.spectrum.MelFilterBank;
import segue.audio.spectrum.MelOptions;
import segue.audio.spectrum.Mfcc;
import segue.audio.spectrum.SpectralContrast;
import segue.audio.spectrum.SpectralShape;
import segue.audio.spectrum.Spectrogram;
import segue.audio.spectrum.SpectrumMath;
import segue.audio.spectrum.Stft;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/**
 * Measures frames one after the other, with one transform for all that is measured on a spectrum. What is measured is kept of
 * all frames, spectra only as {@link PitchMeter} needs them.
 */
final class FrameMeter implements FrameSink {
    static final StftOptions STFT = StftOptions.defaults();
    private static final MelOptions MEL = MelOptions.defaults();
    /** Spectra that are looked at together for pitches: 128 kB. */
    private static final int BLOCK = 32;

    private static final int BANDS = SpectralContrast.BANDS;

    private final SpectrumMath math = SpectrumMath.create();
    private final Stft stft = new Stft(STFT);
    private final FrameLevel level = new FrameLevel(STFT, math);
    private final SpectralShape shape = new SpectralShape(Signal.DEFAULT_RATE_HZ, STFT.fftSize(), math);
    private final SpectralContrast contrast = new SpectralContrast(Signal.DEFAULT_RATE_HZ, STFT.fftSize(), math);
    private final MelFilterBank bank = MelFilterBank.of(Signal.DEFAULT_RATE_HZ, STFT.fftSize(), MEL);
    private final PitchMeter pitches;
    private final LoudnessMeter loudness = new LoudnessMeter(Signal.DEFAULT_RATE_HZ);
    private final DynamicRangeMeter dynamicRange = new DynamicRangeMeter(Signal.DEFAULT_RATE_HZ);
    private final float[] power = new float[STFT.bins()];
    private float[] block = new float[BLOCK * STFT.bins()];
    private int inBlock;
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
            grow(rms.length == 0 ? to : Math.max(to, rms.length + rms.length / 2));
        }
        int bins = STFT.bins();
        for (int f = frames; f < to; f++) {
            rms[f] = level.rms(samples, start, length, f);
            crossings[f] = level.zeroCrossingRate(samples, start, length, f);
            int at = inBlock * bins;
            stft.power(samples, start, length, f, f + 1, power);
            System.arraycopy(power, 0, block, at, bins);
            bank.apply(power, 0, math, mel, f * MEL.bands());
            shape.look(power, 0);
            centroid[f] = (float) shape.centroidHz();
            bandwidth[f] = (float) shape.bandwidthHz();
            rolloff[f] = (float) shape.rolloffHz();
            flatness[f] = (float) shape.flatness();
            contrast.look(shape.magnitudes(), peaks, valleys, f * BANDS);
            if (++inBlock == BLOCK) {
                passBlock();
            }
        }
        frames = Math.max(frames, to);
    }

    /** Samples that were not heard yet, in their order. */
    void hear(float[] samples, int from, int to) {
        loudness.add(samples, from, to);
        dynamicRange.add(samples, from, to);
    }

    private void passBlock() {
        if (inBlock > 0) {
            pitches.add(spectrogram(block, inBlock));
            block = new float[BLOCK * STFT.bins()];
            inBlock = 0;
        }
    }

    /** How many frames go into one block of those from {@code from} on. */
    static int blockUpTo(int from, int to) {
        return Math.min(BLOCK, to - from);
    }

    static Spectrogram spectrogram(float[] power, int frames) {
        int values = frames * STFT.bins();
        float[] whole = power.length == values ? power : Arrays.copyOf(power, values);
        return new Spectrogram(FloatMatrix.wrap(frames, STFT.bins(), whole), Signal.DEFAULT_RATE_HZ, STFT);
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
        passBlock();
        Map<String, FloatMatrix> values = new LinkedHashMap<>();
        values.put("rms", column(rms));
        values.put("spectral_centroid", column(centroid));
        values.put("spectral_bandwidth", column(bandwidth));
        values.put("rolloff", column(rolloff));
        values.put("zero_crossing_rate", column(crossings));
        values.put("flatness", column(flatness));
        FloatMatrix melPower = FloatMatrix.wrap(frames, MEL.bands(), Arrays.copyOf(mel, frames * MEL.bands()));
        values.put("mfcc", new Mfcc(Mfcc.DEFAULT_COUNT, MEL.bands()).transform(mel, frames, math));
        values.put("contrast", contrast.between(peaks, valleys, frames));
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
