package segue.audio.simd;

import static segue.audio.simd.Lanes.INTS;
import static segue.audio.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** As many spectra at a time as a vector has lanes. */
final class SimdBlockMath implements BlockMath {
    private static final int LANES = Lanes.COUNT;
    private static final int MANTISSA = 0x007fffff;
    private static final int ONE = 0x3f800000;
    private static final int BIAS = 127;

    @Override
    public void magnitudes(
            float[] power, int bins, float[] magnitudes, float[] sums, float[] moments, float[] running) {
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            FloatVector sumOfPieces = FloatVector.zero(SPECIES);
            FloatVector momentOfPieces = sumOfPieces;
            FloatVector all = sumOfPieces;
            for (int start = 0; start < bins; start += PIECE) {
                FloatVector sum = FloatVector.zero(SPECIES);
                FloatVector moment = sum;
                int stop = Math.min(bins, start + PIECE);
                for (int bin = start; bin < stop; bin++) {
                    int at = bin * WIDTH + lane;
                    FloatVector magnitude =
                            FloatVector.fromArray(SPECIES, power, at).sqrt();
                    magnitude.intoArray(magnitudes, at);
                    sum = sum.add(magnitude);
                    moment = magnitude.fma(FloatVector.broadcast(SPECIES, (float) bin), moment);
                    all = all.add(magnitude);
                }
                sumOfPieces = sumOfPieces.add(sum);
                momentOfPieces = momentOfPieces.add(moment);
            }
            sumOfPieces.intoArray(sums, lane);
            momentOfPieces.intoArray(moments, lane);
            all.intoArray(running, lane);
        }
    }

    @Override
    public void products(float[] power, int bins, float least, float[] sums, float[] mantissas, int[] exponents) {
        int leastBits = Float.floatToRawIntBits(least);
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            FloatVector all = FloatVector.zero(SPECIES);
            FloatVector product = FloatVector.broadcast(SPECIES, 1);
            IntVector exponent = IntVector.zero(INTS);
            for (int start = 0; start < bins; start += PIECE) {
                FloatVector sum = FloatVector.zero(SPECIES);
                int stop = Math.min(bins, start + PIECE);
                for (int bin = start; bin < stop; bin++) {
                    IntVector bits = FloatVector.fromArray(SPECIES, power, bin * WIDTH + lane)
                            .reinterpretAsInts()
                            .max(leastBits);
                    sum = sum.add(bits.reinterpretAsFloats());
                    exponent = exponent.add(bits.lanewise(VectorOperators.ASHR, 23));
                    product = product.mul(bits.and(MANTISSA).or(ONE).reinterpretAsFloats());
                }
                all = all.add(sum);
                IntVector bits = product.reinterpretAsInts();
                exponent = exponent.add(bits.lanewise(VectorOperators.ASHR, 23)).sub((stop - start + 1) * BIAS);
                product = bits.and(MANTISSA).or(ONE).reinterpretAsFloats();
            }
            all.intoArray(sums, lane);
            product.intoArray(mantissas, lane);
            exponent.intoArray(exponents, lane);
        }
    }

    @Override
    public void spread(float[] magnitudes, int bins, float[] means, float[] squares) {
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            FloatVector mean = FloatVector.fromArray(SPECIES, means, lane);
            FloatVector all = FloatVector.zero(SPECIES);
            for (int start = 0; start < bins; start += PIECE) {
                FloatVector sum = FloatVector.zero(SPECIES);
                int stop = Math.min(bins, start + PIECE);
                for (int bin = start; bin < stop; bin++) {
                    FloatVector distance =
                            FloatVector.broadcast(SPECIES, (float) bin).sub(mean);
                    sum = distance.mul(distance)
                            .fma(FloatVector.fromArray(SPECIES, magnitudes, bin * WIDTH + lane), sum);
                }
                all = all.add(sum);
            }
            all.intoArray(squares, lane);
        }
    }

    @Override
    public void sumsBelow(float[] magnitudes, int bins, float[] goals, float[] counts) {
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            FloatVector goal = FloatVector.fromArray(SPECIES, goals, lane);
            FloatVector sum = FloatVector.zero(SPECIES);
            FloatVector count = sum;
            for (int bin = 0, at = lane; bin < bins; bin++, at += WIDTH) {
                sum = sum.add(FloatVector.fromArray(SPECIES, magnitudes, at));
                count = count.add(1, sum.compare(VectorOperators.LT, goal));
            }
            count.intoArray(counts, lane);
        }
    }

    /** The bits of values that are at least 0 rank like integers, which are compared faster; inverted they rank backwards. */
    @Override
    public void meansOfLargest(float[] block, int from, int to, int k, int sign, int[] rest, float[] means) {
        int flip = sign < 0 ? -1 : 0;
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            FloatVector.zero(SPECIES).intoArray(means, lane);
            for (int at = from * WIDTH + lane; at < to * WIDTH; at += WIDTH) {
                FloatVector.fromArray(SPECIES, block, at)
                        .reinterpretAsInts()
                        .lanewise(VectorOperators.XOR, flip)
                        .intoArray(rest, at);
            }
            int left = k;
            for (; left >= 3; left -= 3) {
                addLargestThree(rest, from, to, lane, flip, means);
            }
            if (left == 2) {
                addLargestTwo(rest, from, to, lane, flip, means);
            } else if (left == 1) {
                addLargest(rest, from, to, lane, flip, means);
            }
            FloatVector.fromArray(SPECIES, means, lane).div((float) k).intoArray(means, lane);
        }
    }

    /** Sifts out three values; all others stay. */
    private static void addLargestThree(int[] rest, int from, int to, int lane, int flip, float[] sums) {
        IntVector first = IntVector.broadcast(INTS, Integer.MIN_VALUE);
        IntVector second = first;
        IntVector third = first;
        for (int at = from * WIDTH + lane; at < to * WIDTH; at += WIDTH) {
            IntVector value = IntVector.fromArray(INTS, rest, at);
            IntVector less = first.min(value);
            first = first.max(value);
            value = second.min(less);
            second = second.max(less);
            third.min(value).intoArray(rest, at);
            third = third.max(value);
        }
        FloatVector.fromArray(SPECIES, sums, lane)
                .add(first.lanewise(VectorOperators.XOR, flip).reinterpretAsFloats())
                .add(second.lanewise(VectorOperators.XOR, flip).reinterpretAsFloats())
                .add(third.lanewise(VectorOperators.XOR, flip).reinterpretAsFloats())
                .intoArray(sums, lane);
    }

    private static void addLargestTwo(int[] rest, int from, int to, int lane, int flip, float[] sums) {
        IntVector first = IntVector.broadcast(INTS, Integer.MIN_VALUE);
        IntVector second = first;
        for (int at = from * WIDTH + lane; at < to * WIDTH; at += WIDTH) {
            IntVector value = IntVector.fromArray(INTS, rest, at);
            second = second.max(first.min(value));
            first = first.max(value);
        }
        FloatVector.fromArray(SPECIES, sums, lane)
                .add(first.lanewise(VectorOperators.XOR, flip).reinterpretAsFloats())
                .add(second.lanewise(VectorOperators.XOR, flip).reinterpretAsFloats())
                .intoArray(sums, lane);
    }

    private static void addLargest(int[] rest, int from, int to, int lane, int flip, float[] sums) {
        IntVector first = IntVector.broadcast(INTS, Integer.MIN_VALUE);
        for (int at = from * WIDTH + lane; at < to * WIDTH; at += WIDTH) {
            first = first.max(IntVector.fromArray(INTS, rest, at));
        }
        FloatVector.fromArray(SPECIES, sums, lane)
                .add(first.lanewise(VectorOperators.XOR, flip).reinterpretAsFloats())
                .intoArray(sums, lane);
    }

    @Override
    public void weightedSums(float[] block, float[] weights, int[] starts, int[] offsets, float[] out) {
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            for (int row = 0; row < starts.length; row++) {
                FloatVector sum = FloatVector.zero(SPECIES);
                int at = starts[row] * WIDTH + lane;
                for (int i = offsets[row]; i < offsets[row + 1]; i++, at += WIDTH) {
                    sum = FloatVector.broadcast(SPECIES, weights[i])
                            .fma(FloatVector.fromArray(SPECIES, block, at), sum);
                }
                sum.intoArray(out, row * WIDTH + lane);
            }
        }
    }

    @Override
    public void products(float[] block, int bins, float[] filters, float[] out) {
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            twelveProducts(block, bins, lane, filters, out);
        }
    }

    private static void twelveProducts(float[] block, int bins, int lane, float[] filters, float[] out) {
        FloatVector a = FloatVector.zero(SPECIES);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        FloatVector e = a;
        FloatVector f = a;
        FloatVector g = a;
        FloatVector h = a;
        FloatVector i = a;
        FloatVector j = a;
        FloatVector k = a;
        FloatVector l = a;
        for (int bin = 0; bin < bins; bin++) {
            FloatVector value = FloatVector.fromArray(SPECIES, block, bin * WIDTH + lane);
            int at = bin * FILTERS;
            a = FloatVector.broadcast(SPECIES, filters[at]).fma(value, a);
            b = FloatVector.broadcast(SPECIES, filters[at + 1]).fma(value, b);
            c = FloatVector.broadcast(SPECIES, filters[at + 2]).fma(value, c);
            d = FloatVector.broadcast(SPECIES, filters[at + 3]).fma(value, d);
            e = FloatVector.broadcast(SPECIES, filters[at + 4]).fma(value, e);
            f = FloatVector.broadcast(SPECIES, filters[at + 5]).fma(value, f);
            g = FloatVector.broadcast(SPECIES, filters[at + 6]).fma(value, g);
            h = FloatVector.broadcast(SPECIES, filters[at + 7]).fma(value, h);
            i = FloatVector.broadcast(SPECIES, filters[at + 8]).fma(value, i);
            j = FloatVector.broadcast(SPECIES, filters[at + 9]).fma(value, j);
            k = FloatVector.broadcast(SPECIES, filters[at + 10]).fma(value, k);
            l = FloatVector.broadcast(SPECIES, filters[at + 11]).fma(value, l);
        }
        a.intoArray(out, lane);
        b.intoArray(out, WIDTH + lane);
        c.intoArray(out, 2 * WIDTH + lane);
        d.intoArray(out, 3 * WIDTH + lane);
        e.intoArray(out, 4 * WIDTH + lane);
        f.intoArray(out, 5 * WIDTH + lane);
        g.intoArray(out, 6 * WIDTH + lane);
        h.intoArray(out, 7 * WIDTH + lane);
        i.intoArray(out, 8 * WIDTH + lane);
        j.intoArray(out, 9 * WIDTH + lane);
        k.intoArray(out, 10 * WIDTH + lane);
        l.intoArray(out, 11 * WIDTH + lane);
    }

    @Override
    public void largest(float[] block, int bins, float[] largest) {
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            IntVector most = IntVector.zero(INTS);
            for (int at = lane; at < bins * WIDTH; at += WIDTH) {
                most = most.max(FloatVector.fromArray(SPECIES, block, at).reinterpretAsInts());
            }
            most.reinterpretAsFloats().intoArray(largest, lane);
        }
    }

    @Override
    public int peaks(float[] block, int from, int to, float[] thresholds, int[] found) {
        int count = 0;
        for (int at = from * WIDTH; at < to * WIDTH; at += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, block, at);
            long lanes = value.compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, thresholds, at & WIDTH - 1))
                    .and(value.compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, block, at - WIDTH)))
                    .and(value.compare(VectorOperators.GE, FloatVector.fromArray(SPECIES, block, at + WIDTH)))
                    .toLong();
            for (; lanes != 0; lanes &= lanes - 1) {
                found[count++] = at + Long.numberOfTrailingZeros(lanes);
            }
        }
        return count;
    }
}
