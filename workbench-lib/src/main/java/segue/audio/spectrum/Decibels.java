package segue.audio.spectrum;

import segue.matrix.FloatMatrix;

/**
 * Levels: {@code 10 log10(power / reference)}, where power below 1e-10 counts as 1e-10, and nothing lies further below the
 * loudest value than the dynamic range; librosa's {@code power_to_db} and {@code amplitude_to_db}.
 */
public final class Decibels {
    /** librosa's {@code top_db}. */
    public static final double DYNAMIC_RANGE = 80;

    private Decibels() {}

    /** Levels of powers relative to 1, at most 80 dB below the loudest; same shape. */
    public static FloatMatrix ofPower(FloatMatrix power) {
        return ofPower(power, 1, DYNAMIC_RANGE);
    }

    /** Levels of powers relative to the largest: 0 at most, -80 dB at least; same shape. */
    public static FloatMatrix ofPowerBelowMaximum(FloatMatrix power) {
        float largest = 0;
        for (float value : power.values()) {
            largest = Math.max(largest, value);
        }
        return ofPower(power, Math.max(largest, SpectrumMath.LEAST_POWER), DYNAMIC_RANGE);
    }

    /**
     * @param reference the power that is 0 dB, above 0
     * @param dynamicRange in dB, above 0; infinite for no limit
     */
    public static FloatMatrix ofPower(FloatMatrix power, double reference, double dynamicRange) {
        if (!(reference > 0) || !(dynamicRange > 0)) {
            throw new IllegalArgumentException("reference and dynamic range must be above 0 but were %s and %s dB"
                    .formatted(reference, dynamicRange));
        }
        float[] levels = power.values().clone();
        SpectrumMath.create().decibels(levels, 0, levels.length, levels, 0);
        double zero = 10 * Math.log10(Math.max(SpectrumMath.LEAST_POWER, reference));
        if (zero != 0) {
            for (int i = 0; i < levels.length; i++) {
                levels[i] -= (float) zero;
            }
        }
        limit(levels, levels.length, dynamicRange);
        return FloatMatrix.wrap(power.rows(), power.columns(), levels);
    }

    /** Levels of magnitudes relative to 1, at most 80 dB below the loudest; same shape. */
    public static FloatMatrix ofAmplitude(FloatMatrix magnitude) {
        float[] power = magnitude.values().clone();
        for (int i = 0; i < power.length; i++) {
            power[i] *= power[i];
        }
        return ofPower(FloatMatrix.wrap(magnitude.rows(), magnitude.columns(), power));
    }

    /** Lifts the first {@code count} levels that lie further below the largest of them; the least that is left. */
    static float limit(float[] levels, int count, double dynamicRange) {
        float largest = Float.NEGATIVE_INFINITY;
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            // Branches that are almost never taken, where Math.max would make each value wait for the one before.
            if (levels[i] > largest) {
                largest = levels[i];
            }
            if (levels[i] < least) {
                least = levels[i];
            }
        }
        float floor = (float) (largest - dynamicRange);
        if (least >= floor) {
            return least;
        }
        for (int i = 0; i < count; i++) {
            levels[i] = Math.max(floor, levels[i]);
        }
        return floor;
    }
}
