package segue.recommend.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;

class FeatureWeightsTest {
    private static final Catalog SONGS = Catalog.sample();
    private static final FloatMatrix POINTS = SONGS.points();
    private static final WeightOptions OPTIONS = WeightOptions.defaults();
    /** What the listener of these tests hears, feature by feature. */
    private static final double[] HIDDEN = {.2, 2.4, 2.4, .2, .2, .2, .2, .2, 3};

    @TempDir
    private Path folder;

    private static double distance(double[] weights, int one, int other) {
        double sum = 0;
        for (int p = 0; p < weights.length; p++) {
            double difference = POINTS.get(one, p) - POINTS.get(other, p);
            sum += weights[p] * difference * difference;
        }
        return sum;
    }

    /** Whole scores, 10 for no distance by the hidden weights, less with it, and in a mood that changes from song to song. */
    private static List<ScoredPair> scores(int asked, int each, long seed) {
        Random random = new Random(seed);
        List<ScoredPair> scores = new ArrayList<>();
        for (int i = 0; i < asked; i++) {
            int one = random.nextInt(SONGS.size());
            for (int j = 0; j < each; j++) {
                int other = random.nextInt(SONGS.size());
                double score = 10 * Math.exp(-distance(HIDDEN, one, other) / 20) + 2 * random.nextGaussian();
                scores.add(new ScoredPair(one, other, Math.clamp(Math.round(score), 0, 10)));
            }
        }
        return scores;
    }

    private static double correlation(List<Double> some, double[] others) {
        double mean = Arrays.stream(others).average().orElseThrow();
        double both = 0;
        double ofSome = 0;
        double ofOthers = 0;
        for (int i = 0; i < others.length; i++) {
            both += (some.get(i) - 1) * (others[i] - mean);
            ofSome += (some.get(i) - 1) * (some.get(i) - 1);
            ofOthers += (others[i] - mean) * (others[i] - mean);
        }
        return both / Math.sqrt(ofSome * ofOthers);
    }

    private static double[] values(FeatureWeights weights) {
        return weights.weights().stream().mapToDouble(weight -> weight).toArray();
    }

    /** Of two pairs that the listener scored differently, how often the better is the nearer. */
    private static double agreement(double[] weights, List<ScoredPair> scores) {
        int right = 0;
        int counted = 0;
        for (int i = 1; i < scores.size(); i++) {
            ScoredPair one = scores.get(i - 1);
            ScoredPair other = scores.get(i);
            if (one.score() != other.score()) {
                boolean nearer = distance(weights, one.asked(), one.recommended())
                        < distance(weights, other.asked(), other.recommended());
                right += nearer == one.score() > other.score() ? 1 : 0;
                counted++;
            }
        }
        return (double) right / counted;
    }

    @Test
    void what_a_listener_hears_is_found_in_his_scores_and_what_he_will_say_is_foretold_better() {
        FeatureWeights weights = FeatureWeights.ofScores(SONGS, scores(80, 10, 1), OPTIONS);
        assertThat(correlation(weights.weights(), HIDDEN)).isGreaterThan(.9);
        assertThat(weights.agreement()).isGreaterThan(weights.agreementOfEqual() + .03);
        assertThat(weights.weights().stream()
                        .mapToDouble(weight -> weight)
                        .average()
                        .orElseThrow())
                .isCloseTo(1, within(1e-9));
        assertThat(FeatureWeights.ofScores(SONGS, scores(80, 10, 1), OPTIONS)).isEqualTo(weights);

        List<ScoredPair> later = scores(300, 10, 2);
        double[] equal = new double[9];
        Arrays.fill(equal, 1);
        assertThat(agreement(values(weights), later)).isGreaterThan(agreement(equal, later) + .03);
    }

    @Test
    void likes_and_dislikes_teach_the_same() {
        List<ScoredPair> marks = scores(80, 10, 1).stream()
                .map(pair -> pair.score() >= 3
                        ? ScoredPair.like(pair.asked(), pair.recommended())
                        : ScoredPair.dislike(pair.asked(), pair.recommended()))
                .toList();
        assertThat(correlation(FeatureWeights.ofScores(SONGS, marks, OPTIONS).weights(), HIDDEN))
                .isGreaterThan(.8);
    }

    @Test
    void scores_dealt_out_by_chance_leave_weights_near_one() {
        int moved = 0;
        for (int seed = 0; seed < 6; seed++) {
            List<ScoredPair> scores = scores(40, 10, seed);
            List<Double> dealt =
                    new ArrayList<>(scores.stream().map(ScoredPair::score).toList());
            Collections.shuffle(dealt, new Random(seed));
            List<ScoredPair> shuffled = IntStream.range(0, scores.size())
                    .mapToObj(i ->
                            new ScoredPair(scores.get(i).asked(), scores.get(i).recommended(), dealt.get(i)))
                    .toList();
            FeatureWeights weights = FeatureWeights.ofScores(SONGS, shuffled, OPTIONS);
            moved += weights.strength().isPresent() ? 1 : 0;
            assertThat(weights.weights()).allMatch(weight -> weight > .4 && weight < 1.8);
        }
        assertThat(moved).isLessThanOrEqualTo(1);
    }

    @Test
    void a_few_scores_move_little_and_none_or_all_alike_nothing() {
        for (int count : new int[] {0, 5, 12, 20}) {
            FeatureWeights weights = FeatureWeights.ofScores(SONGS, scores(count, 1, 3), OPTIONS);
            assertThat(weights.weights()).allMatch(weight -> Math.abs(weight - 1) < .5);
            assertThat(weights.pairs()).isEqualTo(count);
        }
        List<ScoredPair> pleased = scores(50, 1, 3).stream()
                .map(pair -> ScoredPair.like(pair.asked(), pair.recommended()))
                .toList();
        FeatureWeights equal = FeatureWeights.ofScores(SONGS, pleased, OPTIONS);
        assertThat(equal.weights()).containsOnly(1.0);
        assertThat(equal.toString()).endsWith("; equal weights: 50 pairs say nothing surer");
    }

    @Test
    void a_listener_who_likes_what_is_far_leaves_weights_as_they_are() {
        List<ScoredPair> opposite = scores(80, 10, 1).stream()
                .map(pair -> new ScoredPair(pair.asked(), pair.recommended(), 10 - pair.score()))
                .toList();
        assertThat(FeatureWeights.ofScores(SONGS, opposite, OPTIONS).weights())
                .allMatch(weight -> Double.isFinite(weight) && weight >= 0);
    }

    @Test
    void a_recommender_over_weighted_features_has_exact_reasons_by_feature() {
        FeatureWeights weights = FeatureWeights.ofScores(SONGS, scores(80, 10, 1), OPTIONS);
        for (Recommendation found : Recommender.of(SONGS, weights.space(SONGS))
                .recommend(Request.of(7).withN(20))) {
            assertThat(found.reasons())
                    .extracting(Recommendation.Reason::feature)
                    .containsExactlyInAnyOrderElementsOf(weights.parts());
            assertThat(found.reasons().stream()
                            .mapToDouble(Recommendation.Reason::part)
                            .sum())
                    .isCloseTo(found.distance(), within(1e-6));
        }
    }

    @Test
    void saved_weights_are_read_as_they_were_and_damaged_ones_refused() throws IOException {
        Path file = folder.resolve("mine.weights");
        FeatureWeights weights = FeatureWeights.ofScores(SONGS, scores(40, 10, 1), OPTIONS);
        weights.save(file);
        assertThat(FeatureWeights.load(file)).isEqualTo(weights);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 12; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 4;
            Files.write(file, damaged);
            assertThatThrownBy(() -> FeatureWeights.load(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void what_makes_no_sense_is_refused_in_words() {
        assertThatThrownBy(() -> new ScoredPair(1, 2, 11)).hasMessage("score must be in [0, 10] but was 11.0");
        assertThatThrownBy(() -> FeatureWeights.ofScores(SONGS, List.of(ScoredPair.like(1, 5_000)), OPTIONS))
                .hasMessage("row 5,000 was scored but the catalogue has 5,000 songs");
        assertThatThrownBy(() -> OPTIONS.withStrengths(List.of(1.0, 2.0)))
                .hasMessage("strengths must be above 0, finite and descend but were [1.0, 2.0]");
        assertThatThrownBy(() -> OPTIONS.withFolds(1)).hasMessage("folds must be in [2, 100] but was 1");
    }

    @Test
    void an_interrupt_stops_the_weighing() {
        List<ScoredPair> scores = scores(40, 10, 1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> FeatureWeights.ofScores(SONGS, scores, OPTIONS))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
