package segue.audio.spectrum;

import java.util.Arrays;

/** Sums as they are written down, in double precision. */
final class ScalarMath implements SpectrumMath {
    @Override
    public double sumOfSquares(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    @Override
    public int signChanges(float[] samples, int from, int to) {
        int changes = 0;
        for (int i = from + 1; i < to; i++) {
            changes += samples[i - 1] < -LEAST_SAMPLE != samples[i] < -LEAST_SAMPLE ? 1 : 0;
        }
        return changes;
    }

    @Override
    public void squareRoots(float[] values, int from, int count, float[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = (float) Math.sqrt(values[from + i]);
        }
    }

    @Override
    public void decibels(float[] power, int from, int count, float[] out, int to) {
        for (int i = 0; i < count; i++) {
            out[to + i] = (float) (10 * Math.log10(Math.max(LEAST_POWER, power[from + i])));
        }
    }

    @Override
    public void moments(float[] weights, int count, double[] moments) {
        double sum = 0;
        double indices = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i];
            indices += (double) i * weights[i];
        }
        double mean = sum > 0 ? indices / sum : 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += weights[i] * (i - mean) * (i - mean);
        }
        moments[0] = sum;
        moments[1] = mean;
        moments[2] = sum > 0 ? squares / sum : 0;
    }

    @Override
    public int indexOfSum(float[] values, int count, double goal) {
        double sum = values[0];
        int i = 0;
        while (sum < goal && i < count - 1) {
            i++;
            sum += values[i];
        }
        return i;
    }

    @Override
    public double flatness(float[] power, int from, int count) {
        double logs = 0;
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            double value = Math.max(LEAST_POWER, power[i]);
            logs += Math.log(value);
            sum += value;
        }
        return Math.exp(logs / count) / (sum / count);
    }

    @Override
    public double meanOfLargest(float[] values, int from, int to, int k) {
        float[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = sorted.length - k; i < sorted.length; i++) {
            sum += sorted[i];
        }
        return sum / k;
    }

    @Override
    public double meanOfSmallest(float[] values, int from, int to, int k) {
        float[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += sorted[i];
        }
        return sum / k;
    }

    @Override
    public void weightedSums(
            float[] values, int from, float[] weights, int[] starts, int[] offsets, float[] out, int to) {
        for (int row = 0; row < starts.length; row++) {
            int shift = from + starts[row] - offsets[row];
            double sum = 0;
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                sum += (double) weights[i] * values[shift + i];
            }
            out[to + row] = (float) sum;
        }
    }
}
