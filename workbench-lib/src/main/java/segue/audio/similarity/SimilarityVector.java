package segue.audio.similarity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import segue.matrix.FloatMatrix;

/**
 * The vector by which recordings are compared: {@linkplain Ingredient descriptors} on one scale, learned once from the
 * recordings at hand and then used for every other.
 *
 * <pre>{@code
 * SimilarityVector vector = SimilarityVector.fit(names, descriptors);   // (n, columns), as features.csv has them
 * FloatMatrix points = vector.transform(descriptors);                   // (n, vector.columns()), to any metric
 * }</pre>
 *
 * <p>How: {@linkplain Ingredient#logarithmic logarithms} where ratios count; minus the mean, by the standard deviation;
 * at most {@value #MOST} deviations either way; times the {@linkplain Ingredient#weight weight}; then every row is
 * stretched to the same length, {@code sqrt(columns)}, so that only its direction from the mean recording counts:
 * euclidean distance ranks as cosine distance does. docs/similarity.md has what else was tried.
 *
 * <p>A column that is the same in all recordings becomes 0. In a logarithmic column a value of 0 (a silent recording, no
 * beat found) is {@value #MOST} deviations below the mean and takes no part in learning, and what lies below a hundredth
 * of the median counts as that hundredth.
 */
public final class SimilarityVector {
    static final double MOST = 3;
    private static final double LEAST_OF_MEDIAN = 0.01;
    private static final double ROUNDING = 1e-6;

    private final List<Fitted> columns;
    private final List<String> names;
    private final int[] places;

    /**
     * What was learned of one column.
     *
     * @param least smaller values are raised to it before the logarithm is taken; of no meaning in other columns
     * @param mean of the logarithms, or of the values
     * @param deviation of the same; 0 where the column says nothing
     */
    record Fitted(Ingredient ingredient, double least, double mean, double deviation) {
        double coordinate(double value) {
            if (deviation == 0) {
                return 0;
            }
            double known = ingredient.logarithmic() && value <= 0
                    ? -MOST
                    : Math.clamp((scaled(value) - mean) / deviation, -MOST, MOST);
            return known * ingredient.weight();
        }

        private double scaled(double value) {
            return ingredient.logarithmic() ? Math.log(Math.max(value, least)) : value;
        }
    }

    SimilarityVector(List<String> names, List<Fitted> columns) {
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
        this.places = columns.stream()
                .mapToInt(column -> place(column.ingredient().name()))
                .toArray();
    }

    private int place(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("there is no column " + name + " among " + names);
        }
        return at;
    }

    /**
     * Learns from recordings.
     *
     * @param names of the columns; those that are no {@linkplain Ingredient ingredient} are passed over
     * @param descriptors shape {@code (recordings, names)}
     * @throws IllegalArgumentException if there is no row, or no column is an ingredient
     */
    public static SimilarityVector fit(List<String> names, FloatMatrix descriptors) {
        List<Ingredient> ingredients = Ingredient.in(names);
        if (ingredients.isEmpty()) {
            throw new IllegalArgumentException("no column is one that recordings are compared by, such as %s; found %s"
                    .formatted(Ingredient.all().getFirst().name(), names));
        }
        return fit(ingredients, names, descriptors);
    }

    /**
     * As {@link #fit(List, FloatMatrix)}, with another recipe.
     *
     * @param ingredients each of a name that is among the names
     */
    public static SimilarityVector fit(List<Ingredient> ingredients, List<String> names, FloatMatrix descriptors) {
        requireColumns(names.size(), descriptors.columns());
        if (descriptors.rows() == 0) {
            throw new IllegalArgumentException("a similarity vector needs at least one recording to learn from");
        }
        return new SimilarityVector(
                names,
                ingredients.stream()
                        .map(one -> learn(one, descriptors.column(names.indexOf(one.name()))))
                        .toList());
    }

    private static Fitted learn(Ingredient ingredient, float... values) {
        double[] used = new double[values.length];
        int count = 0;
        for (float value : values) {
            if (value > 0 || !ingredient.logarithmic()) {
                used[count++] = value;
            }
        }
        used = Arrays.copyOf(used, count);
        if (count == 0) {
            return new Fitted(ingredient, 0, 0, 0);
        }
        double least = 0;
        if (ingredient.logarithmic()) {
            Arrays.sort(used);
            least = used[count / 2] * LEAST_OF_MEDIAN;
            for (int i = 0; i < count; i++) {
                used[i] = Math.log(Math.max(used[i], least));
            }
        }
        double mean = Arrays.stream(used).average().orElseThrow();
        double variance = Arrays.stream(used)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        double deviation = Math.sqrt(variance);
        return new Fitted(ingredient, least, mean, deviation > ROUNDING * Math.abs(mean) ? deviation : 0);
    }

    /** Coordinates of a recording. */
    public int columns() {
        return columns.size();
    }

    /** What each coordinate is made of. */
    public List<Ingredient> ingredients() {
        return columns.stream().map(Fitted::ingredient).toList();
    }

    /** The names of the columns that {@link #transform} takes, in its order. */
    public List<String> names() {
        return names;
    }

    /** Writes what was learned, so that recordings of another day become points of the same space. */
    public void write(Path file) throws IOException {
        VectorFile.write(this, columns, file);
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws IOException naming the file and the place, if it is not such a file
     */
    public static SimilarityVector read(Path file) throws IOException {
        return VectorFile.read(file);
    }

    /**
     * Recordings as points.
     *
     * @param descriptors shape {@code (recordings, names)}, columns as in {@link #names()}
     * @return shape {@code (recordings, columns)}; every row has the length {@code sqrt(columns)}, or 0 where the
     *     recording is average in everything
     */
    public FloatMatrix transform(FloatMatrix descriptors) {
        requireColumns(names.size(), descriptors.columns());
        int width = columns.size();
        float[] in = descriptors.values();
        float[] out = new float[Math.multiplyExact(descriptors.rows(), width)];
        double[] row = new double[width];
        for (int r = 0; r < descriptors.rows(); r++) {
            double squares = 0;
            for (int c = 0; c < width; c++) {
                row[c] = columns.get(c).coordinate(in[r * names.size() + places[c]]);
                squares += row[c] * row[c];
            }
            double stretch = squares > 0 ? Math.sqrt(width / squares) : 0;
            for (int c = 0; c < width; c++) {
                out[r * width + c] = (float) (row[c] * stretch);
            }
        }
        return FloatMatrix.wrap(descriptors.rows(), width, out);
    }

    /** {@code SimilarityVector: 83 coordinates of 133 columns}. */
    @Override
    public String toString() {
        return "SimilarityVector: %d coordinates of %d columns".formatted(columns(), names.size());
    }

    private static void requireColumns(int names, int columns) {
        if (names != columns) {
            throw new IllegalArgumentException(
                    "there are names of %d columns but the matrix has %d".formatted(names, columns));
        }
    }
}
