package segue.recommend.playlist;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/**
 * Where one number of the seeds lies, in {@value #BINS} bins that hold as many songs of the catalogue each (equal numbers in one
 * bin). With b the catalogue's share of a bin, and count the seeds in it, spread over their neighbours by a Gaussian of 1.5 bins,
 *
 * <pre>{@code value = log((count + 4 b) / ((n + 4) b)),  less its mean over the catalogue, kept within [-12, 12]}</pre>
 *
 * Songs whose number is not known get 0, and as seeds do not count.
 *
 * @param kind release date or popularity
 * @param numbers of the songs, days since 1970 or popularity; NaN where not known
 * @param bins of the songs; -1 where not known
 * @param usual b, the share of the known songs in each bin
 */
record HistogramPart(PartKind kind, float[] numbers, byte[] bins, double[] usual) implements Part {
    static final int BINS = 40;
    private static final double WIDTH = 1.5;
    private static final double PRIOR = 4;
    private static final double MOST = 12;
    private static final double DAYS_A_YEAR = 365.25;

    static HistogramPart of(PartKind kind, float... numbers) {
        float[] sorted = numbers.clone();
        // NaN is sorted to the end.
        Arrays.sort(sorted);
        int known = sorted.length;
        while (known > 0 && Float.isNaN(sorted[known - 1])) {
            known--;
        }
        byte[] bins = new byte[numbers.length];
        for (int song = 0; song < bins.length; song++) {
            bins[song] = Float.isNaN(numbers[song]) ? -1 : (byte) bin(sorted, known, numbers[song]);
        }
        return new HistogramPart(kind, numbers, bins, shares(bins));
    }

    private static double[] shares(byte... bins) {
        double[] shares = new double[BINS];
        int known = 0;
        for (byte bin : bins) {
            if (bin >= 0) {
                shares[bin]++;
                known++;
            }
        }
        for (int bin = 0; bin < BINS && known > 0; bin++) {
            shares[bin] /= known;
        }
        return shares;
    }

    private static int bin(float[] sorted, int known, float number) {
        double middle = (below(sorted, known, number) + below(sorted, known, Math.nextUp(number))) / 2.0;
        return Math.min(BINS - 1, (int) (middle * BINS / known));
    }

    private static int below(float[] sorted, int known, float number) {
        int low = 0;
        int high = known;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether songs lie in different bins. */
    boolean tellsApart() {
        return IntStream.range(0, bins.length)
                        .map(i -> bins[i])
                        .filter(bin -> bin >= 0)
                        .distinct()
                        .count()
                > 1;
    }

    @Override
    public float[] values(int... seeds) {
        float[] values = new float[bins.length];
        double[] counts = new double[BINS];
        int known = 0;
        for (int seed : seeds) {
            if (bins[seed] >= 0) {
                counts[bins[seed]]++;
                known++;
            }
        }
        if (known == 0) {
            return values;
        }
        float[] ofBins = ratios(smooth(counts), known);
        for (int song = 0; song < values.length; song++) {
            values[song] = bins[song] < 0 ? 0 : ofBins[bins[song]];
        }
        return values;
    }

    private float[] ratios(double[] counts, int seeds) {
        double[] ratios = new double[BINS];
        double mean = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (usual[bin] > 0) {
                ratios[bin] = StrictMath.log((counts[bin] + PRIOR * usual[bin]) / ((seeds + PRIOR) * usual[bin]));
                mean += usual[bin] * ratios[bin];
            }
        }
        float[] values = new float[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            values[bin] = (float) Math.clamp(ratios[bin] - mean, -MOST, MOST);
        }
        return values;
    }

    /** Each count dealt out over the bins around it, so that their sum stays. */
    static double[] smooth(double... counts) {
        double[] smooth = new double[counts.length];
        for (int from = 0; from < counts.length; from++) {
            if (counts[from] == 0) {
                continue;
            }
            double[] kernel = new double[counts.length];
            double sum = 0;
            for (int to = 0; to < kernel.length; to++) {
                double steps = (to - from) / WIDTH;
                kernel[to] = StrictMath.exp(-0.5 * steps * steps);
                sum += kernel[to];
            }
            for (int to = 0; to < kernel.length; to++) {
                smooth[to] += counts[from] * kernel[to] / sum;
            }
        }
        return smooth;
    }

    @Override
    public IntFunction<String> reasons(int... seeds) {
        float[] known = new float[seeds.length];
        int count = 0;
        for (int seed : seeds) {
            if (!Float.isNaN(numbers[seed])) {
                known[count++] = numbers[seed];
            }
        }
        float[] sorted = Arrays.copyOf(known, count);
        Arrays.sort(sorted);
        return song -> sorted.length == 0 || Float.isNaN(numbers[song]) ? "" : reason(sorted, numbers[song]);
    }

    private String reason(float[] known, float own) {
        int count = known.length;
        if (kind == PartKind.DATE) {
            int near = 0;
            for (float days : known) {
                near += Math.abs(days - own) <= DAYS_A_YEAR ? 1 : 0;
            }
            return near == 0 ? "" : "released within a year of %d of %d".formatted(near, count);
        }
        return String.format(
                Locale.ROOT,
                "popularity %.0f, theirs mostly %.0f to %.0f",
                own,
                known[count / 4],
                known[count - 1 - count / 4]);
    }

    @Override
    public void write(FieldOutput out) throws IOException {
        out.writeInt(numbers.length);
        out.floats(numbers);
    }

    /** The bins are made again from the numbers. */
    static HistogramPart read(FieldInput in, PartKind kind) throws IOException {
        return of(kind, in.floats(in.count()));
    }
}
