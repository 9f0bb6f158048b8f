package segue.dtw;

import segue.audio.spectrum.Spectrogram;
import segue.matrix.FloatMatrix;

/** Spectra summed up in bands. */
final class BandEnergies {
    private static final int BANDS = 40;
    private static final int COEFFICIENTS = 20;
    private static final int PITCH_CLASSES = 12;
    private static final double SILENCE = 1e-10;
    private static final double LOWEST_PITCH_HZ = 32.7;

    private BandEnergies() {}

    /** The cosine transform of the decibels in 40 bands of equal width in mel. */
    static FloatMatrix cepstrum(Spectrogram spectrogram) {
        int[] edges = new int[BANDS + 2];
        double top = mel(spectrogram.sampleRateHz() / 2.0);
        for (int band = 0, bin = 0; band < edges.length; band++) {
            while (bin < spectrogram.bins() - 1 && mel(spectrogram.frequencyHz(bin)) < band * top / (BANDS + 1)) {
                bin++;
            }
            edges[band] = bin;
        }
        float[] values = new float[spectrogram.frames() * COEFFICIENTS];
        double[] decibels = new double[BANDS];
        for (int frame = 0; frame < spectrogram.frames(); frame++) {
            for (int band = 0; band < BANDS; band++) {
                double power = power(spectrogram, frame, edges[band], edges[band + 2]);
                decibels[band] = 10 * Math.log10(Math.max(SILENCE, power));
            }
            for (int c = 0; c < COEFFICIENTS; c++) {
                values[frame * COEFFICIENTS + c] = (float) coefficient(decibels, c);
            }
        }
        return FloatMatrix.wrap(spectrogram.frames(), COEFFICIENTS, values);
    }

    private static double mel(double hertz) {
        return 2595 * Math.log10(1 + hertz / 700);
    }

    private static double power(Spectrogram spectrogram, int frame, int from, int to) {
        float[] power = spectrogram.power().values();
        int at = spectrogram.power().offset(frame);
        double sum = 0;
        for (int bin = from; bin <= to; bin++) {
            sum += power[at + bin];
        }
        return sum / (to - from + 1);
    }

    private static double coefficient(double[] decibels, int c) {
        double sum = 0;
        for (int band = 0; band < BANDS; band++) {
            sum += decibels[band] * Math.cos(Math.PI * c * (band + 0.5) / BANDS);
        }
        return sum * Math.sqrt((c == 0 ? 1.0 : 2.0) / BANDS);
    }

    static FloatMatrix pitchClasses(Spectrogram spectrogram) {
        float[] values = new float[spectrogram.frames() * PITCH_CLASSES];
        for (int frame = 0; frame < spectrogram.frames(); frame++) {
            int to = frame * PITCH_CLASSES;
            float most = 0;
            for (int bin = 1; bin < spectrogram.bins(); bin++) {
                double octaves = Math.log(spectrogram.frequencyHz(bin) / LOWEST_PITCH_HZ) / Math.log(2);
                int pitchClass = Math.floorMod(Math.round(PITCH_CLASSES * octaves), PITCH_CLASSES);
                values[to + pitchClass] += spectrogram.power().get(frame, bin);
                most = Math.max(most, values[to + pitchClass]);
            }
            for (int p = 0; p < PITCH_CLASSES && most > 0; p++) {
                values[to + p] /= most;
            }
        }
        return FloatMatrix.wrap(spectrogram.frames(), PITCH_CLASSES, values);
    }
}
