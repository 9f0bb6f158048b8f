package segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;
import segue.neighbors.hubness.Hubness;

/**
 * Every measure on ten made-up lists of 53 songs, beside what NumPy and SciPy give by other formulas: Gini by the mean difference of all
 * pairs, spread by {@code pdist}, skewness by {@code scipy.stats.skew}, the interval by 400,000 resamples.
 */
class BesideNumpyTest {
    private static final int SONGS = 53;
    private static final int LISTS = 10;
    private static final double CLOSE = 1e-9;

    /** Song {@code (i + 2) (j + 1) mod 53} at place j of list i. */
    private static final int[][] RANKED = lists(2, i -> 40);

    private static final int[][] HELD = lists(3, i -> 4 + i % 3);
    private static final int[][] SEEDS = lists(11, i -> 3);
    private static final int[] COUNTS =
            IntStream.range(0, SONGS).map(song -> 1 + song % 5).toArray();

    private static int[][] lists(int shift, IntToDoubleFunction length) {
        return IntStream.range(0, LISTS)
                .mapToObj(i -> IntStream.rangeClosed(1, (int) length.applyAsDouble(i))
                        .map(j -> (i + shift) * j % SONGS)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static double[] each(IntToDoubleFunction of) {
        return IntStream.range(0, LISTS).mapToDouble(of).toArray();
    }

    private static double mean(IntToDoubleFunction of) {
        return Arrays.stream(each(of)).average().orElseThrow();
    }

    private static boolean[] hits(int list) {
        return Ranking.hits(RANKED[list], HELD[list]);
    }

    @Test
    void of_being_right() {
        assertThat(mean(i -> Ranking.recall(hits(i), HELD[i].length, 20))).isCloseTo(0.3533333333333334, within(CLOSE));
        assertThat(mean(i -> Ranking.rPrecision(hits(i), HELD[i].length)))
                .isCloseTo(0.06166666666666667, within(CLOSE));
        assertThat(mean(i -> Ranking.ndcg(hits(i), HELD[i].length, 20))).isCloseTo(0.18015925259839488, within(CLOSE));
        assertThat(mean(i -> Ranking.clicks(hits(i)))).isCloseTo(0.3, within(CLOSE));
        assertThat(mean(i -> Ranking.precision(hits(i), 10))).isCloseTo(0.08, within(CLOSE));
    }

    @Test
    void of_what_lists_are_like() {
        float[] points = new float[2 * SONGS];
        for (int song = 0; song < SONGS; song++) {
            points[2 * song] = song * song % 7;
            points[2 * song + 1] = song * 3 % 11;
        }
        FloatMatrix space = FloatMatrix.wrap(SONGS, 2, points);
        assertThat(mean(i -> Variety.intraListDistance(RANKED[i], 10, space)))
                .isCloseTo(4.223580717037779, within(CLOSE));
        assertThat(mean(i -> Variety.novelty(RANKED[i], 10, COUNTS, 9))).isCloseTo(1.5200123185257406, within(CLOSE));
        assertThat(mean(i -> Variety.popularityLift(RANKED[i], 10, SEEDS[i], COUNTS)))
                .isCloseTo(0.14850865800865803, within(CLOSE));
    }

    @Test
    void of_how_songs_are_dealt_out() {
        int[] exposure = Variety.exposure(RANKED, 10, SONGS);
        assertThat(Variety.coverage(exposure)).isCloseTo(0.7735849056603774, within(CLOSE));
        assertThat(Variety.gini(exposure)).isCloseTo(0.4222641509433962, within(CLOSE));
        Hubness hubness = new Hubness(10, exposure);
        assertThat(hubness.skewness()).isCloseTo(0.2784590360522962, within(CLOSE));
        assertThat(hubness.antihubShare()).isCloseTo(0.22641509433962265, within(CLOSE));
    }

    @Test
    void of_the_interval() {
        Estimate ndcg = Estimate.mean(each(i -> Ranking.ndcg(hits(i), HELD[i].length, 20)), 42);
        assertThat(ndcg.low()).isCloseTo(0.13902582, within(0.004));
        assertThat(ndcg.high()).isCloseTo(0.22580741, within(0.004));
    }
}
