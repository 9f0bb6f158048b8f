package segue.audio.simd;

import java.util.Arrays;

/** One spectrum after the other. */
final class ScalarBlockMath implements BlockMath {
    private static final int MANTISSA = 0x007fffff;
    private static final int ONE = 0x3f800000;
    private static final int BIAS = 127;

    @Override
    public void magnitudes(
            float[] power, int bins, float[] magnitudes, float[] sums, float[] moments, float[] running) {
        for (int lane = 0; lane < WIDTH; lane++) {
            float sumOfPieces = 0;
            float momentOfPieces = 0;
            float all = 0;
            for (int start = 0; start < bins; start += PIECE) {
                float sum = 0;
                float moment = 0;
                for (int bin = start; bin < Math.min(bins, start + PIECE); bin++) {
                    float magnitude = (float) Math.sqrt(power[bin * WIDTH + lane]);
                    magnitudes[bin * WIDTH + lane] = magnitude;
                    sum += magnitude;
                    moment = Math.fma(magnitude, (float) bin, moment);
                    all += magnitude;
                }
                sumOfPieces += sum;
                momentOfPieces += moment;
            }
            sums[lane] = sumOfPieces;
            moments[lane] = momentOfPieces;
            running[lane] = all;
        }
    }

    @Override
    public void products(float[] power, int bins, float least, float[] sums, float[] mantissas, int[] exponents) {
        for (int lane = 0; lane < WIDTH; lane++) {
            float all = 0;
            float product = 1;
            int exponent = 0;
            for (int start = 0; start < bins; start += PIECE) {
                int stop = Math.min(bins, start + PIECE);
                float sum = 0;
                for (int bin = start; bin < stop; bin++) {
                    float value = Math.max(least, power[bin * WIDTH + lane]);
                    sum += value;
                    int bits = Float.floatToRawIntBits(value);
                    exponent += bits >> 23;
                    product *= Float.intBitsToFloat(bits & MANTISSA | ONE);
                }
                all += sum;
                int bits = Float.floatToRawIntBits(product);
                exponent += (bits >> 23) - (stop - start + 1) * BIAS;
                product = Float.intBitsToFloat(bits & MANTISSA | ONE);
            }
            sums[lane] = all;
            mantissas[lane] = product;
            exponents[lane] = exponent;
        }
    }

    @Override
    public void spread(float[] magnitudes, int bins, float[] means, float[] squares) {
        for (int lane = 0; lane < WIDTH; lane++) {
            float all = 0;
            for (int start = 0; start < bins; start += PIECE) {
                float sum = 0;
                for (int bin = start; bin < Math.min(bins, start + PIECE); bin++) {
                    float distance = bin - means[lane];
                    sum = Math.fma(distance * distance, magnitudes[bin * WIDTH + lane], sum);
                }
                all += sum;
            }
            squares[lane] = all;
        }
    }

    @Override
    public void sumsBelow(float[] magnitudes, int bins, float[] goals, float[] counts) {
        for (int lane = 0; lane < WIDTH; lane++) {
            float sum = 0;
            int count = 0;
            for (int bin = 0; bin < bins; bin++) {
                sum += magnitudes[bin * WIDTH + lane];
                count += sum < goals[lane] ? 1 : 0;
            }
            counts[lane] = count;
        }
    }

    @Override
    public void meansOfLargest(float[] block, int from, int to, int k, int sign, int[] rest, float[] means) {
        float[] values = new float[to - from];
        for (int lane = 0; lane < WIDTH; lane++) {
            for (int bin = from; bin < to; bin++) {
                values[bin - from] = sign * block[bin * WIDTH + lane];
            }
            Arrays.sort(values);
            float sum = 0;
            for (int i = 1; i <= k; i++) {
                sum += sign * values[values.length - i];
            }
            means[lane] = sum / k;
        }
    }

    @Override
    public void weightedSums(float[] block, float[] weights, int[] starts, int[] offsets, float[] out) {
        for (int row = 0; row < starts.length; row++) {
            for (int lane = 0; lane < WIDTH; lane++) {
                float sum = 0;
                int at = starts[row] * WIDTH + lane;
                for (int i = offsets[row]; i < offsets[row + 1]; i++, at += WIDTH) {
                    sum = Math.fma(weights[i], block[at], sum);
                }
                out[row * WIDTH + lane] = sum;
            }
        }
    }

    @Override
    public void products(float[] block, int bins, float[] filters, float[] out) {
        for (int filter = 0; filter < FILTERS; filter++) {
            for (int lane = 0; lane < WIDTH; lane++) {
                float sum = 0;
                for (int bin = 0; bin < bins; bin++) {
                    sum = Math.fma(filters[bin * FILTERS + filter], block[bin * WIDTH + lane], sum);
                }
                out[filter * WIDTH + lane] = sum;
            }
        }
    }

    @Override
    public void largest(float[] block, int bins, float[] largest) {
        Arrays.fill(largest, 0, WIDTH, 0);
        for (int at = 0; at < bins * WIDTH; at++) {
            largest[at % WIDTH] = Math.max(largest[at % WIDTH], block[at]);
        }
    }

    @Override
    public int peaks(float[] block, int from, int to, float[] thresholds, int[] found) {
        int count = 0;
        for (int at = from * WIDTH; at < to * WIDTH; at++) {
            float value = block[at];
            if (value > thresholds[at % WIDTH] && value > block[at - WIDTH] && value >= block[at + WIDTH]) {
                found[count++] = at;
            }
        }
        return count;
    }
}
