package segue.recommend.factors;

/**
 * From what is known of a song to its factors: the W that makes {@code sum of |y - W' f|² + penalty |W|²} over some songs least,
 * by conjugate gradients, a column of W at a time but all in step (Gantner, Drumond, Freudenthaler, Rendle and Schmidt-Thieme,
 * Learning Attribute-to-Feature Mappings for Cold-Start Recommendations, ICDM 2010).
 */
final class ContentMap {
    private static final int STEPS = 6;

    private final SongContent content;
    private final int[] songs;
    private final double penalty;
    private final double[][] weights;

    /** @param songs that it learns from */
    ContentMap(SongContent content, int[] songs, int factors, double penalty) {
        this.content = content;
        this.songs = songs.clone();
        this.penalty = penalty;
        this.weights = new double[content.width()][factors];
    }

    /** W' f. */
    double[] factors(int song) {
        double[] factors = new double[weights[0].length];
        content.times(song, weights, factors);
        return factors;
    }

    /** Goes on from what was learned before. */
    void learn(double[]... factorsOfSongs) {
        int width = weights.length;
        int factors = weights[0].length;
        double[][] residual = new double[width][factors];
        double[] left = new double[factors];
        for (int song : songs) {
            content.times(song, weights, left);
            for (int f = 0; f < factors; f++) {
                left[f] = factorsOfSongs[song][f] - left[f];
            }
            spread(song, left, residual);
        }
        for (int c = 0; c < width; c++) {
            SongContent.add(-penalty, weights[c], residual[c]);
        }
        double[][] direction = new double[width][];
        for (int c = 0; c < width; c++) {
            direction[c] = residual[c].clone();
        }
        double[] norms = squares(residual);
        for (int step = 0; step < STEPS; step++) {
            double[][] image = image(direction);
            double[] along = products(direction, image);
            double[] far = new double[factors];
            for (int f = 0; f < factors; f++) {
                far[f] = along[f] > 0 ? norms[f] / along[f] : 0;
            }
            for (int c = 0; c < width; c++) {
                for (int f = 0; f < factors; f++) {
                    weights[c][f] += far[f] * direction[c][f];
                    residual[c][f] -= far[f] * image[c][f];
                }
            }
            double[] now = squares(residual);
            for (int c = 0; c < width; c++) {
                for (int f = 0; f < factors; f++) {
                    direction[c][f] = residual[c][f] + (norms[f] > 0 ? now[f] / norms[f] : 0) * direction[c][f];
                }
            }
            norms = now;
        }
    }

    private void spread(int song, double[] factors, double[]... to) {
        for (int i = 0; i < content.columns()[song].length; i++) {
            SongContent.add(content.values()[song][i], factors, to[content.columns()[song][i]]);
        }
    }

    /** {@code (F'F + penalty) D}. */
    private double[][] image(double[]... direction) {
        double[][] image = new double[direction.length][];
        for (int c = 0; c < image.length; c++) {
            image[c] = new double[direction[c].length];
            SongContent.add(penalty, direction[c], image[c]);
        }
        double[] of = new double[direction[0].length];
        for (int song : songs) {
            content.times(song, direction, of);
            spread(song, of, image);
        }
        return image;
    }

    private static double[] squares(double[]... rows) {
        return products(rows, rows);
    }

    /** Of each column. */
    private static double[] products(double[][] some, double[]... others) {
        double[] sums = new double[some[0].length];
        for (int row = 0; row < some.length; row++) {
            for (int f = 0; f < sums.length; f++) {
                sums[f] += some[row][f] * others[row][f];
            }
        }
        return sums;
    }
}
