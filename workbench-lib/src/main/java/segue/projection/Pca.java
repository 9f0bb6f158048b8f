package segue.projection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import segue.matrix.FloatMatrix;

/**
 * Principal components: the directions along which rows differ most.
 *
 * <pre>{@code
 * Pca pca = Pca.fit(songs, 2);
 * FloatMatrix plane = pca.transform(songs);            // (songs, 2)
 * pca.explainedVarianceRatio();                        // {0.24, 0.15}: how much of all variance each shows
 * pca.loadings().row(0);                               // what the first is made of, a number for each column
 * pca.save(Path.of("plane.segue"));
 * }</pre>
 *
 * <p>Up to {@value Covariance#MOST_COLUMNS} columns by the covariance matrix and Jacobi's rotations; of more columns, where
 * only some components are wanted, by subspace iteration from a seeded random start. The largest value of each component's
 * loadings, by its absolute value and of equal ones the first, is positive.
 *
 * <p>K. Pearson, On lines and planes of closest fit to systems of points in space, 1901; N. Halko, P. G. Martinsson and J. A.
 * Tropp, Finding structure with randomness, 2011.
 */
public final class Pca implements Projection {
    private final float[] mean;
    private final FloatMatrix loadings;
    private final double[] explainedVariance;
    private final double totalVariance;

    Pca(float[] mean, FloatMatrix loadings, double[] explainedVariance, double totalVariance) {
        this.mean = mean;
        this.loadings = loadings;
        this.explainedVariance = explainedVariance;
        this.totalVariance = totalVariance;
    }

    /**
     * The first {@code components} of {@code data}, on every core.
     *
     * @param data shape {@code (rows, columns)}, at least 2 rows
     * @param components 1 to the number of columns
     * @throws IllegalArgumentException if there are too few rows or columns, or values are too large for a variance
     */
    public static Pca fit(FloatMatrix data, int components) {
        return fit(data, components, Runtime.getRuntime().availableProcessors());
    }

    /** {@link #fit(FloatMatrix, int)} on so many threads; components are the same for any number. */
    public static Pca fit(FloatMatrix data, int components, int threads) {
        if (data.rows() < 2) {
            throw new IllegalArgumentException(
                    "principal components need at least 2 rows but there are " + data.rows());
        }
        if (components < 1 || components > data.columns()) {
            throw new IllegalArgumentException("components must be in [1, %d], the number of columns, but was %d"
                    .formatted(data.columns(), components));
        }
        try (Team team = new Team(threads)) {
            float[] mean = Covariance.means(data, team);
            Eigen found;
            double total;
            if (data.columns() <= Covariance.MOST_COLUMNS) {
                double[][] covariance = Covariance.of(data, mean, Loops.best(), team);
                total = finite(Covariance.trace(covariance));
                found = Eigen.ofSymmetric(covariance);
            } else {
                total = finite(Subspace.variance(data, mean, team));
                found = Subspace.of(data, mean, components, team);
            }
            return of(mean, found, components, total);
        }
    }

    private static double finite(double variance) {
        if (!Double.isFinite(variance)) {
            throw new IllegalArgumentException("values are so large that their variance is infinite: scale the columns,"
                    + " with Scaler.standard for instance");
        }
        return variance;
    }

    private static Pca of(float[] mean, Eigen found, int components, double total) {
        float[] loadings = new float[components * mean.length];
        double[] variance = new double[components];
        for (int c = 0; c < components; c++) {
            variance[c] = Math.max(0, found.values()[c]);
            double[] vector = found.vectors()[c];
            int largest = 0;
            for (int i = 1; i < vector.length; i++) {
                // Equal but for rounding counts as equal.
                largest = Math.abs(vector[i]) > Math.abs(vector[largest]) * (1 + 1e-9) ? i : largest;
            }
            double sign = vector[largest] < 0 ? -1 : 1;
            for (int i = 0; i < vector.length; i++) {
                loadings[c * vector.length + i] = (float) (sign * vector[i]);
            }
        }
        return new Pca(mean, FloatMatrix.wrap(components, mean.length, loadings), variance, total);
    }

    /** Of every column, shape {@code (columns)}. */
    public float[] mean() {
        return mean.clone();
    }

    /** What each component is made of, unit vectors, shape {@code (components, columns)}. */
    public FloatMatrix loadings() {
        return loadings;
    }

    public int components() {
        return loadings.rows();
    }

    /** Variance along each component, largest first, of {@code rows - 1} degrees of freedom; shape {@code (components)}. */
    public double[] explainedVariance() {
        return explainedVariance.clone();
    }

    /** Each component's share of all variance, 0 to 1; 0 where nothing varies. Shape {@code (components)}. */
    public double[] explainedVarianceRatio() {
        return Arrays.stream(explainedVariance)
                .map(variance -> totalVariance > 0 ? variance / totalVariance : 0)
                .toArray();
    }

    /** The variance of all columns together. */
    public double totalVariance() {
        return totalVariance;
    }

    /**
     * Where rows stand along the components, shape {@code (rows, components)}.
     *
     * @throws IllegalArgumentException if rows have another number of columns
     */
    public FloatMatrix transform(FloatMatrix rows) {
        require(rows, mean.length, "columns");
        int columns = mean.length;
        int components = components();
        float[] weights = loadings.values();
        float[] out = new float[Math.multiplyExact(rows.rows(), components)];
        float[] offsets = new float[components];
        for (int c = 0; c < components; c++) {
            double sum = 0;
            for (int i = 0; i < columns; i++) {
                sum += (double) weights[c * columns + i] * mean[i];
            }
            offsets[c] = (float) sum;
        }
        float[] values = rows.values();
        for (int r = 0; r < rows.rows(); r++) {
            for (int c = 0; c < components; c++) {
                float sum = -offsets[c];
                for (int i = 0; i < columns; i++) {
                    sum += weights[c * columns + i] * values[r * columns + i];
                }
                out[r * components + c] = sum;
            }
        }
        return FloatMatrix.wrap(rows.rows(), components, out);
    }

    @Override
    public FloatMatrix place(FloatMatrix rows) {
        return transform(rows);
    }

    @Override
    public FloatMatrix place(FloatMatrix rows, int threads) {
        return transform(rows);
    }

    /** Writes the components, not the data, into one file. */
    @Override
    public void save(Path file) throws IOException {
        PcaFile.write(file, this);
    }

    /**
     * Reads components that were saved. Nothing in the file is run.
     *
     * @throws IOException if it is no such file, of another version, or damaged; the message says which
     */
    public static Pca load(Path file) throws IOException {
        return PcaFile.read(file);
    }

    /**
     * Rows of the data's columns from where they stand along the components; what the other components held is lost.
     *
     * @param scores shape {@code (rows, components)}
     */
    public FloatMatrix inverse(FloatMatrix scores) {
        require(scores, components(), "components");
        int columns = mean.length;
        float[] out = new float[Math.multiplyExact(scores.rows(), columns)];
        for (int r = 0; r < scores.rows(); r++) {
            System.arraycopy(mean, 0, out, r * columns, columns);
            for (int c = 0; c < components(); c++) {
                float score = scores.values()[r * components() + c];
                for (int i = 0; i < columns; i++) {
                    out[r * columns + i] += score * loadings.values()[c * columns + i];
                }
            }
        }
        return FloatMatrix.wrap(scores.rows(), columns, out);
    }

    private static void require(FloatMatrix rows, int columns, String what) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException("these principal components have %d %s but the matrix is %d x %d"
                    .formatted(columns, what, rows.rows(), rows.columns()));
        }
    }

    @Override
    public String toString() {
        String shares = Arrays.stream(explainedVarianceRatio())
                .mapToObj(share -> String.format(Locale.ROOT, "%.1f %%", 100 * share))
                .collect(Collectors.joining(", "));
        return "principal components of %,d columns: %s of the variance".formatted(loadings.columns(), shares);
    }
}
