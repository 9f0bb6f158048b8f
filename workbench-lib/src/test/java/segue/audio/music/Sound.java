package segue.audio.music;

import java.util.Arrays;
import segue.audio.signal.Signal;
import segue.audio.spectrum.Spectrogram;
import segue.audio.spectrum.Stft;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/** Sounds made of harmonics, and their spectra. */
final class Sound {
    static final int RATE_HZ = 22_050;
    private static final int HARMONICS = 5;

    private Sound() {}

    /** Of a note as MIDI counts, 69 for A at 440 Hz; parts of a semitone are allowed. */
    static double hz(double note) {
        return 440 * Math.pow(2, (note - 69) / 12);
    }

    /** Chords one after the other, each with a fade at both ends. */
    static Signal chords(double secondsEach, double[]... chords) {
        int length = (int) (secondsEach * RATE_HZ);
        float[] samples = new float[length * chords.length];
        for (int c = 0; c < chords.length; c++) {
            for (double note : chords[c]) {
                for (int h = 1; h <= HARMONICS; h++) {
                    double step = 2 * Math.PI * hz(note) * h / RATE_HZ;
                    for (int i = 0; i < length; i++) {
                        double fade = Math.min(1, Math.min(i, length - i) / 500.0);
                        samples[c * length + i] += (float) (0.1 * fade / h * Math.sin(step * i));
                    }
                }
            }
        }
        return Signal.of(samples, RATE_HZ);
    }

    static Spectrogram spectrum(Signal signal) {
        return Stft.power(signal, StftOptions.defaults());
    }

    /** Frames {@code [from, to)} of a spectrogram. */
    static Spectrogram block(Spectrogram whole, int from, int to) {
        int bins = whole.bins();
        float[] values = Arrays.copyOfRange(whole.power().values(), from * bins, to * bins);
        return new Spectrogram(FloatMatrix.wrap(to - from, bins, values), whole.sampleRateHz(), whole.options());
    }

    /** An onset every so many frames, from {@code first} on. */
    static OnsetStrength clicks(int frames, int first, double every) {
        float[] values = new float[frames];
        for (double at = first; Math.rint(at) < frames; at += every) {
            values[(int) Math.rint(at)] = 10;
        }
        return new OnsetStrength(values, RATE_HZ, 512);
    }
}
