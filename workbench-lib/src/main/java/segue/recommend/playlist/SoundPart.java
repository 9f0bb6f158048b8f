package segue.recommend.playlist;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.files.FieldInput;
import segue.files.FieldOutput;
import segue.matrix.FloatMatrix;

/**
 * A metric that playlists teach, less how usual a song is. Sw is the covariance of {@linkplain
 * segue.recommend.metric.SongNumbers numbers} within playlists, pooled over all of them and shrunk by .05 towards the sphere; m0 and
 * B are mean and covariance of the catalogue. With {@code mu = (sum of the n seeds + m0) / (n + 1)},
 *
 * <pre>{@code value = -1/2 (x-mu)' Sw⁻¹ (x-mu) + 1/2 (x-m0)' B⁻¹ (x-m0),  less its mean, kept within [-12, 12]}</pre>
 *
 * the logarithm of how much likelier the song is in this playlist than anywhere: linear discriminant analysis with a class a
 * playlist, without its constants. The second term keeps the middle of the catalogue, which is near to every mean, from the top.
 *
 * @param columns names of the numbers
 * @param within Sw
 * @param around B
 * @param mean m0, whitened by Sw
 * @param songs numbers of the songs, whitened by Sw, shape {@code (columns, songs)}; columns are arrays of their own, since only
 *     then is the loop over songs compiled to vectors
 * @param unusual {@code 1/2 (x-m0)' B⁻¹ (x-m0) - 1/2 x' Sw⁻¹ x} of each song
 */
record SoundPart(
        List<String> columns, Cholesky within, Cholesky around, double[] mean, float[][] songs, float[] unusual)
        implements Part {
    private static final double SHRINKAGE = 0.05;

    /** Of the catalogue's covariance: columns that depend on each other would leave it without an inverse. */
    private static final double RIDGE = 1e-4;

    /** Playlists of few songs are believed only so far beside the whole catalogue, whose covariance counts as so many entries. */
    private static final double PRIOR_ENTRIES = 30;

    private static final float MOST = 12;
    private static final int NAMED = 2;

    /** @param numbers shape {@code (songs, columns)} */
    static SoundPart of(List<String> columns, FloatMatrix numbers, Playlists playlists) {
        double[] all = Scatter.mean(numbers);
        double[][] b = Scatter.ofAll(numbers, all);
        shrink(b, RIDGE);
        Scatter scatter = new Scatter(numbers.columns());
        for (Playlist list : playlists.lists()) {
            scatter.add(numbers, list.songs());
        }
        double[][] sw = scatter.covariance(b, PRIOR_ENTRIES);
        shrink(sw, SHRINKAGE);
        Cholesky within = Cholesky.of(sw);
        Cholesky around = Cholesky.of(b);
        float[][] whitened = new float[numbers.columns()][numbers.rows()];
        float[] unusual = new float[numbers.rows()];
        for (int song = 0; song < unusual.length; song++) {
            double[] x = Scatter.row(numbers, song);
            double[] y = within.whiten(x);
            for (int c = 0; c < x.length; c++) {
                whitened[c][song] = (float) y[c];
                x[c] -= all[c];
            }
            unusual[song] = (float) ((squares(around.whiten(x)) - squares(y)) / 2);
        }
        return new SoundPart(List.copyOf(columns), within, around, within.whiten(all), whitened, unusual);
    }

    private static void shrink(double[][] matrix, double share) {
        double trace = 0;
        for (int i = 0; i < matrix.length; i++) {
            trace += matrix[i][i];
        }
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] *= 1 - share;
            }
            matrix[i][i] += share * trace / matrix.length;
        }
    }

    private static double squares(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    @Override
    public PartKind kind() {
        return PartKind.SOUND;
    }

    @Override
    public float[] values(int... seeds) {
        double[] centre = centre(seeds);
        float[] values = unusual.clone();
        int count = values.length;
        for (int c = 0; c < centre.length; c++) {
            add((float) centre[c], songs[c], values);
        }
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        float usual = (float) (sum / count);
        for (int song = 0; song < count; song++) {
            values[song] = Math.max(-MOST, Math.min(MOST, values[song] - usual));
        }
        return values;
    }

    private static void add(float factor, float[] from, float[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += factor * from[i];
        }
    }

    /** mu, whitened. */
    private double[] centre(int... seeds) {
        double[] centre = mean.clone();
        for (int c = 0; c < centre.length; c++) {
            for (int seed : seeds) {
                centre[c] += songs[c][seed];
            }
            centre[c] /= seeds.length + 1;
        }
        return centre;
    }

    /** What each column adds to a value, before the mean over the catalogue is taken off: the two quadratic forms, term by term. */
    double[] shares(int[] seeds, int song) {
        return shares(centre(seeds), song);
    }

    private double[] shares(double[] centre, int song) {
        double[] y = new double[mean.length];
        for (int c = 0; c < y.length; c++) {
            y[c] = songs[c][song];
        }
        double[] fromCentre = less(within.colour(y), within.colour(centre));
        double[] fromAll = less(within.colour(y), within.colour(mean));
        double[] near = within.solve(fromCentre);
        double[] rare = around.solve(fromAll);
        double[] shares = new double[y.length];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = (fromAll[c] * rare[c] - fromCentre[c] * near[c]) / 2;
        }
        return shares;
    }

    private static double[] less(double[] some, double... others) {
        double[] less = new double[some.length];
        for (int i = 0; i < less.length; i++) {
            less[i] = some[i] - others[i];
        }
        return less;
    }

    @Override
    public IntFunction<String> reasons(int... seeds) {
        double[] centre = centre(seeds);
        return song -> reason(shares(centre, song));
    }

    private String reason(double... shares) {
        String like = IntStream.range(0, shares.length)
                .filter(c -> shares[c] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -shares[c]))
                .limit(NAMED)
                .map(columns::get)
                .collect(Collectors.joining(" and "));
        return like.isEmpty() ? "" : "like them in " + like;
    }

    @Override
    public void write(FieldOutput out) throws IOException {
        Names.write(out, columns);
        write(out, within);
        write(out, around);
        out.doubles(mean);
        out.writeInt(unusual.length);
        for (float[] column : songs) {
            out.floats(column);
        }
        out.floats(unusual);
    }

    private static void write(FieldOutput out, Cholesky matrix) throws IOException {
        for (double[] row : matrix.lower()) {
            out.doubles(row);
        }
    }

    static SoundPart read(FieldInput in) throws IOException {
        List<String> columns = Names.read(in);
        Cholesky within = readMatrix(in, columns.size());
        Cholesky around = readMatrix(in, columns.size());
        double[] mean = in.doubles(columns.size());
        int count = in.count();
        float[][] songs = new float[columns.size()][];
        for (int c = 0; c < songs.length; c++) {
            songs[c] = finite(in.floats(count));
        }
        float[] unusual = finite(in.floats(count));
        return new SoundPart(columns, within, around, mean, songs, unusual);
    }

    private static float[] finite(float... values) {
        FloatMatrix.wrap(1, values.length, values);
        return values;
    }

    private static Cholesky readMatrix(FieldInput in, int size) throws IOException {
        double[][] lower = new double[size][];
        for (int row = 0; row < size; row++) {
            lower[row] = in.doubles(size);
        }
        return new Cholesky(lower);
    }
}
