package segue.audio.spectrum;

import segue.audio.signal.Signal;
import segue.audio.simd.BlockMath;
import segue.matrix.FloatMatrix;

/**
 * Mel-frequency cepstral coefficients, which say what a sound's spectrum is shaped like: the cosine transform (type II,
 * orthonormal) of the levels of a mel spectrogram, at most 80 dB below the loudest of the recording. librosa's {@code
 * feature.mfcc}; Davis, Mermelstein (1980).
 */
public final class Mfcc {
    public static final int DEFAULT_COUNT = 20;

    private final int count;
    private final int bands;
    private final float[] cosines;
    private final int[] starts;
    private final int[] offsets;

    /**
     * @param count of coefficients, in [1, bands]
     * @param bands of the mel spectrogram
     */
    public Mfcc(int count, int bands) {
        if (count < 1 || count > bands) {
            throw new IllegalArgumentException(
                    "MFCC of %d mel bands must number in [1, %d] but was %d".formatted(bands, bands, count));
        }
        this.count = count;
        this.bands = bands;
        this.cosines = new float[count * bands];
        this.starts = new int[count];
        this.offsets = new int[count + 1];
        for (int k = 0; k < count; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            offsets[k + 1] = (k + 1) * bands;
            for (int band = 0; band < bands; band++) {
                cosines[k * bands + band] = (float) (scale * Math.cos(Math.PI * k * (2 * band + 1) / (2 * bands)));
            }
        }
    }

    /** The first 20 coefficients of a signal with librosa's defaults, shape {@code (frames, 20)}. */
    public static FloatMatrix of(Signal signal) {
        return of(signal, StftOptions.defaults(), MelOptions.defaults(), DEFAULT_COUNT);
    }

    /** Coefficients of a signal, shape {@code (frames, count)}; sixteen spectra are held at a time. */
    public static FloatMatrix of(Signal signal, StftOptions stft, MelOptions options, int count) {
        Mfcc mfcc = new Mfcc(count, options.bands());
        MelFilterBank bank = MelFilterBank.of(signal.sampleRateHz(), stft.fftSize(), options);
        int frames = stft.frames(signal.length());
        int width = BlockMath.WIDTH;
        float[] block = new float[stft.bins() * width];
        float[] sums = new float[options.bands() * width];
        float[] mel = new float[Math.multiplyExact(frames, options.bands())];
        SpectrumMath math = SpectrumMath.create();
        BlockStft transform = new BlockStft(stft);
        for (int f = 0; f < frames; f++) {
            transform.add(signal.samples(), 0, signal.length(), f);
            if (transform.isFull() || f == frames - 1) {
                int together = transform.power(block);
                bank.apply(block, together, sums, mel, (f + 1 - together) * options.bands());
            }
        }
        return mfcc.transform(mel, frames, math);
    }

    /** The first 20 coefficients of a mel spectrogram, shape {@code (frames, 20)}. */
    public static FloatMatrix ofMel(FloatMatrix mel) {
        return ofMel(mel, Math.min(DEFAULT_COUNT, mel.columns()));
    }

    /** Coefficients of a mel spectrogram, shape {@code (frames, count)}. */
    public static FloatMatrix ofMel(FloatMatrix mel, int count) {
        return new Mfcc(count, mel.columns()).transform(mel.values().clone(), mel.rows(), SpectrumMath.create());
    }

    /** Coefficients of {@code frames} rows of power in bands; the array is overwritten. */
    public FloatMatrix transform(float[] mel, int frames, SpectrumMath math) {
        int values = frames * bands;
        math.decibels(mel, 0, values, mel, 0);
        float least = Decibels.limit(mel, values, Decibels.DYNAMIC_RANGE);
        // Counted from the least level, silence is 0 in every coefficient but the first, to the last bit.
        for (int i = 0; i < values; i++) {
            mel[i] -= least;
        }
        float[] out = new float[frames * count];
        for (int f = 0; f < frames; f++) {
            math.weightedSums(mel, f * bands, cosines, starts, offsets, out, f * count);
            out[f * count] += (float) (least * Math.sqrt(bands));
        }
        return FloatMatrix.wrap(frames, count, out);
    }

    /**
     * Makes the higher coefficients weigh more: coefficient {@code i} (from 1) times {@code 1 + lifter / 2 sin(pi i /
     * lifter)}.
     *
     * @param lifter above 0; 22 is common in speech
     */
    public static FloatMatrix lifted(FloatMatrix mfcc, double lifter) {
        if (!(lifter > 0)) {
            throw new IllegalArgumentException("lifter must be above 0 but was " + lifter);
        }
        float[] out = mfcc.values().clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= (float) (1 + lifter / 2 * Math.sin(Math.PI * (i % mfcc.columns() + 1) / lifter));
        }
        return FloatMatrix.wrap(mfcc.rows(), mfcc.columns(), out);
    }
}
