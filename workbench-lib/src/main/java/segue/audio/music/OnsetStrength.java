package segue.audio.music;

import segue.audio.spectrum.Decibels;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/**
 * How much begins to sound at each moment: the mean rise in decibels over the bands of a mel spectrogram, from one frame to
 * the next. As {@code librosa.onset.onset_strength} by default (lag 1, no filter, centred): the rise between frames
 * {@code t} and {@code t + 1} stands at {@code t + 1 + fftSize / (2 * hopLength)}, and what comes before is 0.
 *
 * <p>S. Böck and G. Widmer, "Maximum filter vibrato suppression for onset detection", DAFx 2013, without that filter.
 *
 * @param values in decibels, not negative, one a frame
 * @param sampleRateHz of the recording
 * @param hopLength samples from one frame to the next
 */
public record OnsetStrength(float[] values, int sampleRateHz, int hopLength) {
    public OnsetStrength {
        if (sampleRateHz < 1 || hopLength < 1) {
            throw new IllegalArgumentException("the sample rate and the hop length must be positive but were %d and %d"
                    .formatted(sampleRateHz, hopLength));
        }
    }

    /**
     * From a mel power spectrogram of a whole recording, shape {@code (frames, bands)}: its decibels are cut 80 dB below its
     * loudest value.
     */
    public static OnsetStrength of(FloatMatrix melPower, int sampleRateHz, StftOptions options) {
        return ofDecibels(Decibels.ofPower(melPower), sampleRateHz, options);
    }

    /** From a mel spectrogram in decibels that is already cut at the bottom, as for MFCC. */
    public static OnsetStrength ofDecibels(FloatMatrix melDecibels, int sampleRateHz, StftOptions options) {
        OnsetGathering gathering = new OnsetGathering(sampleRateHz, options);
        gathering.add(melDecibels);
        return gathering.strength();
    }

    /**
     * With the median of the bands' rises for their mean, so that a single instrument makes no onset: what librosa's
     * {@code beat_track} looks for beats in. Shape and cut as in {@link #of}.
     */
    public static OnsetStrength byMedian(FloatMatrix melPower, int sampleRateHz, StftOptions options) {
        float[] values = new float[melPower.rows()];
        int bands = melPower.columns();
        int shift = options.fftSize() / (2 * options.hopLength());
        float[] decibels = Decibels.ofPower(melPower).values();
        float[] rises = new float[bands];
        for (int f = 1; f + shift < values.length && bands > 0; f++) {
            for (int b = 0; b < bands; b++) {
                rises[b] = Math.max(0, decibels[f * bands + b] - decibels[(f - 1) * bands + b]);
            }
            values[f + shift] = Median.of(rises, bands);
        }
        return new OnsetStrength(values, sampleRateHz, options.hopLength());
    }

    /** Frames a second. */
    public double framesPerSecond() {
        return (double) sampleRateHz / hopLength;
    }

    /** When a frame is, in seconds from the beginning. */
    public double seconds(int frame) {
        return (double) frame * hopLength / sampleRateHz;
    }

    /** Whether nothing ever begins to sound. */
    boolean isSilent() {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
