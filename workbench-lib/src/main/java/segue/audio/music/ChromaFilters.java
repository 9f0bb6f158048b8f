package segue.audio.music;

import java.util.concurrent.ConcurrentHashMap;

/**
 * How much each bin of a spectrum counts for each of the twelve pitch classes, C first: bumps of a Gauss curve around the
 * pitch in every octave, weighted towards the fifth octave. D. Ellis, "Chroma feature analysis and synthesis" (2007), with
 * librosa's defaults ({@code librosa.filters.chroma}: centre octave 5, width 2 octaves, euclidean norm).
 */
final class ChromaFilters {
    static final int CLASSES = 12;
    private static final double CENTRE_OCTAVE = 5;
    private static final double OCTAVES_WIDE = 2;
    /** Tunings come in steps of a hundredth: one rate and size makes at most so many banks. */
    private static final int BANKS_KEPT = 128;

    private record Bank(int sampleRateHz, int fftSize, double tuning) {}

    private static final ConcurrentHashMap<Bank, float[]> BANKS = new ConcurrentHashMap<>();

    private ChromaFilters() {}

    /** Shape {@code (fftSize / 2 + 1, 12)}, row-major; shared, so read it only. */
    static float[] of(int sampleRateHz, int fftSize, double tuning) {
        if (BANKS.size() > BANKS_KEPT) {
            BANKS.clear();
        }
        return BANKS.computeIfAbsent(new Bank(sampleRateHz, fftSize, tuning), ChromaFilters::compute);
    }

    private static float[] compute(Bank bank) {
        int bins = bank.fftSize / 2 + 1;
        float[] filters = new float[CLASSES * bins];
        double[] column = new double[CLASSES];
        for (int b = 0; b < bins; b++) {
            double pitch = pitch(bank, b);
            double width = Math.max(1, pitch(bank, b + 1) - pitch);
            double squares = 0;
            for (int c = 0; c < CLASSES; c++) {
                double distance = floorMod(pitch - c + CLASSES / 2.0, CLASSES) - CLASSES / 2.0;
                column[c] = Math.exp(-0.5 * square(2 * distance / width));
                squares += square(column[c]);
            }
            double octaves = (pitch / CLASSES - CENTRE_OCTAVE) / OCTAVES_WIDE;
            double weight = Math.exp(-0.5 * square(octaves)) / Math.sqrt(squares);
            for (int c = 0; c < CLASSES; c++) {
                // Pitches count from A; rows from C.
                filters[b * CLASSES + Math.floorMod(c - 3, CLASSES)] = (float) (column[c] * weight);
            }
        }
        return filters;
    }

    /** Semitones above the A at 27.5 Hz; the bin at 0 Hz is put one and a half octaves below the next. */
    private static double pitch(Bank bank, int bin) {
        if (bin == 0) {
            return pitch(bank, 1) - 1.5 * CLASSES;
        }
        double hz = (double) bin * bank.sampleRateHz / bank.fftSize;
        return CLASSES * Pitch.octaves(hz) - bank.tuning;
    }

    private static double floorMod(double value, double modulus) {
        return value - modulus * Math.floor(value / modulus);
    }

    private static double square(double value) {
        return value * value;
    }
}
