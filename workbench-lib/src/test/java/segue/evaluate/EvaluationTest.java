package segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static segue.evaluate.EvaluationTask.COLD;
import static segue.evaluate.EvaluationTask.CONTINUATION;
import static segue.evaluate.EvaluationTask.SIMILAR;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.evaluate.baseline.RandomRanker;

class EvaluationTest {
    private static final EvaluationData DATA = InventedPlaylists.data();
    private final EvaluationOptions options = EvaluationOptions.defaults().onThreads(2);

    private EvaluationReport judge(EvaluationData of, Variant... variants) {
        return Evaluation.of(of, options).judge(List.of(variants));
    }

    private static Variant variant(Learner learner) {
        return new Variant("tried", "made by a test", learner);
    }

    @Test
    void mixed_listeners_are_served_better_by_their_tastes_than_by_one_mean() {
        EvaluationReport report = judge(DATA, Variants.named("zscore-euclidean"), Variants.named("tastes"));

        assertThat(report.questions().get(EvaluationTask.MIXED)).isEqualTo(300);
        for (Measure measure : List.of(Measure.RECALL_OF_3, Measure.RECALL_OF_5, Measure.RECALL_LEAST)) {
            assertThat(report.difference(EvaluationTask.MIXED, measure, "tastes", "zscore-euclidean")
                            .low())
                    .as("%s", measure)
                    .isPositive();
        }
        assertThat(report.of(EvaluationTask.MIXED, "tastes")
                        .of(Measure.RECALL_OF_3)
                        .questions())
                .isEqualTo(150);
    }

    @Test
    void a_mixed_listener_is_lists_of_different_genres_and_nothing_held_back_is_shown() {
        Split split = Split.ofEntries(DATA.songs(), DATA.playlists(), 0.2, 42);
        List<MixedListener> listeners = MixedListener.of(split.questions(), DATA.genres(), 3, 40, 42);

        assertThat(listeners).hasSize(40);
        for (MixedListener listener : listeners) {
            assertThat(listener.songs()).doesNotContain(listener.seeds()).isNotEmpty();
            assertThat(Arrays.stream(listener.seeds())
                            .filter(row -> DATA.genres().has(row))
                            .mapToObj(row -> DATA.songs().track(row).genres().getFirst())
                            .distinct())
                    .hasSize(3);
        }
        assertThat(MixedListener.of(split.questions().subList(0, 2), DATA.genres(), 3, 40, 42))
                .isEmpty();
    }

    /** Five songs of two genres in two playlists; the ranker gives the others in the order of their rows. */
    @Test
    void a_tiny_case_is_as_worked_out_by_hand() {
        Catalog songs = new Catalog("five", Catalog.sample().tracks().subList(0, 5));
        SongLabels genres =
                SongLabels.of(List.of(List.of("a"), List.of("a", "b"), List.of("b"), List.of("b"), List.of("a")));
        EvaluationData five = new EvaluationData(
                songs, new Playlists(5, List.of(new Playlist("p", "", 0, 1, 2, 3, 4))), genres, SongLabels.none(5));
        Variant inOrder = variant(training -> (seeds, n) -> IntStream.range(0, 5)
                .filter(row -> Arrays.stream(seeds).noneMatch(seed -> seed == row))
                .limit(n)
                .toArray());
        EvaluationReport report =
                Evaluation.of(five, options.withK(2).withSeed(1)).judge(List.of(inOrder));

        // One of five is held back, and only it is left to recommend.
        Scores continued = report.of(CONTINUATION, "tried");
        assertThat(continued.of(Measure.RECALL).value()).isEqualTo(1);
        assertThat(continued.of(Measure.R_PRECISION).value()).isEqualTo(1);
        assertThat(continued.of(Measure.PRECISION).value()).isEqualTo(1 / 2.0);
        assertThat(continued.of(Measure.COVERAGE).value()).isEqualTo(1 / 5.0);
        assertThat(continued.of(Measure.CLICKS).value()).isZero();

        int asked =
                Split.ofSongs(songs, five.playlists(), genres, 0.2, 1).cold().nextSetBit(0);
        int[] found = IntStream.range(0, 5).filter(row -> row != asked).limit(2).toArray();
        Scores similar = report.of(SIMILAR, "tried");
        assertThat(similar.of(Measure.GENRE).value())
                .isEqualTo(Arrays.stream(found)
                                .filter(row -> genres.share(asked, row))
                                .count()
                        / 2.0);
        assertThat(similar.of(Measure.SAME_PLAYLIST).value()).isEqualTo(1);
        // Rows 0 and 1 are found by the four others but for each other, row 2 by those two: 4, 4, 2, 0, 0.
        assertThat(similar.of(Measure.ANTIHUBS).value()).isEqualTo(2 / 5.0);
        assertThat(similar.estimates()).doesNotContainKey(Measure.SUBGENRE);
    }

    @Test
    void songs_of_many_genres_gain_nothing_where_shares_are_counted() {
        SongLabels genres = SongLabels.of(List.of(List.of("a"), List.of("a", "b", "c", "d"), List.of("a")));
        assertThat(genres.share(0, 1)).isTrue();
        assertThat(genres.shareOf(0, 1)).isEqualTo(1 / 4.0);
        assertThat(genres.shareOf(1, 0)).isEqualTo(1);
    }

    @Test
    void baselines_find_what_they_can_and_chance_is_chance() {
        EvaluationReport report = Evaluation.of(DATA, options).judge(Variants.all());

        double chance =
                report.of(CONTINUATION, "random").of(Measure.R_PRECISION).value();
        assertThat(chance).isLessThan(0.03);
        assertThat(report.of(CONTINUATION, "co-occurrence")
                        .of(Measure.R_PRECISION)
                        .value())
                .isGreaterThan(5 * chance);
        assertThat(report.of(CONTINUATION, "zscore-euclidean").of(Measure.NDCG).value())
                .isGreaterThan(
                        report.of(CONTINUATION, "random").of(Measure.NDCG).high());
        assertThat(report.of(SIMILAR, "zscore-manhattan")
                        .of(Measure.GENRE_OTHERS)
                        .low())
                .isGreaterThan(
                        report.of(SIMILAR, "random").of(Measure.GENRE_OTHERS).high());
        assertThat(report.difference(CONTINUATION, Measure.NDCG, "co-occurrence", "random")
                        .low())
                .isPositive();
    }

    @Test
    void nobody_is_better_than_chance_where_all_was_dealt_out_by_chance() {
        EvaluationReport report = Evaluation.of(DATA.shuffled(4), options).judge(Variants.all());

        for (Variant variant : Variants.all()) {
            for (EvaluationTask task : variant.fromLabels() ? List.of(COLD) : List.of(CONTINUATION, COLD)) {
                Estimate recall = report.of(task, variant.name()).of(Measure.PRECISION);
                assertThat(recall.value()).as("%s, %s", task, variant).isLessThan(0.02);
            }
            Scores similar = report.of(SIMILAR, variant.name());
            double chance = report.of(SIMILAR, "random").of(Measure.GENRE_SHARE).value();
            if (variant.name().contains("euclidean") || variant.name().contains("manhattan")) {
                assertThat(similar.of(Measure.GENRE_SHARE).value()).isBetween(0.6 * chance, 1.5 * chance);
            }
        }
    }

    @Test
    void who_has_seen_the_answers_is_found_out_by_the_same_check() {
        EvaluationData shuffled = DATA.shuffled(4);
        Catalog answers = shuffled.songs();
        Variant cheat = variant(training -> (seeds, n) -> {
            int seen = answers.rowOf(training.songs().track(seeds[0]).id()).orElseThrow();
            return shuffled.playlists().lists().stream()
                    .filter(list -> Arrays.stream(list.songs()).anyMatch(row -> row == seen))
                    .flatMapToInt(list -> Arrays.stream(list.songs()))
                    .distinct()
                    .map(row -> training.songs().rowOf(answers.track(row).id()).orElseThrow())
                    .filter(row -> Arrays.stream(seeds).noneMatch(seed -> seed == row))
                    .limit(n)
                    .toArray();
        });
        assertThat(judge(shuffled, cheat)
                        .of(CONTINUATION, "tried")
                        .of(Measure.RECALL)
                        .value())
                .isEqualTo(1);
    }

    /** A table of playlists comes list by list: whoever names the rows next to a seed would have every answer. */
    @Test
    void the_order_of_the_songs_tells_nothing() {
        Catalog songs = new Catalog("list by list", Catalog.sample().tracks().subList(0, 600));
        List<Playlist> lists = IntStream.range(0, 60)
                .mapToObj(list -> new Playlist(
                        "list " + list,
                        "",
                        IntStream.range(10 * list, 10 * list + 10).toArray()))
                .toList();
        Variant byRow = variant(training -> (seeds, n) -> IntStream.range(0, 600)
                .boxed()
                .filter(row -> Arrays.stream(seeds).noneMatch(seed -> seed == row))
                .sorted(Comparator.comparingInt(row -> Arrays.stream(seeds)
                        .map(seed -> Math.abs(seed - row))
                        .min()
                        .orElseThrow()))
                .limit(n)
                .mapToInt(row -> row)
                .toArray());
        EvaluationData ordered =
                new EvaluationData(songs, new Playlists(600, lists), SongLabels.none(600), SongLabels.none(600));
        assertThat(judge(ordered, byRow)
                        .of(CONTINUATION, "tried")
                        .of(Measure.R_PRECISION)
                        .value())
                .isLessThan(0.1);
    }

    /** The catalogue is the union of its playlists, so a song that the training lists nowhere must be held back somewhere. */
    @Test
    void who_prefers_songs_that_nobody_lists_is_told_by_their_share() {
        Variant artefact = variant(training -> {
            int[] counts = training.playlists().counts();
            return (seeds, n) -> IntStream.range(0, counts.length)
                    .filter(row -> counts[row] == 0 && Arrays.stream(seeds).noneMatch(seed -> seed == row))
                    .limit(n)
                    .toArray();
        });
        Scores scores = judge(DATA, artefact).of(CONTINUATION, "tried");
        assertThat(scores.of(Measure.UNLISTED).value()).isEqualTo(1);
        assertThat(scores.of(Measure.UNLISTED_OF_ALL).value()).isBetween(0.05, 0.7);
        Scores chance = judge(DATA, Variants.named("random")).of(CONTINUATION, "random");
        assertThat(chance.of(Measure.UNLISTED).value())
                .isCloseTo(chance.of(Measure.UNLISTED_OF_ALL).value(), within(0.03));
    }

    @Test
    void a_variant_that_learns_from_labels_is_judged_only_where_there_are_some() {
        EvaluationReport report = judge(DATA, Variants.named("learned-metric"));
        assertThat(report.scores()).containsOnlyKeys(COLD, SIMILAR);
        assertThat(judge(DATA.shuffled(1), Variants.named("learned-metric"))
                        .of(SIMILAR, "learned-metric")
                        .of(Measure.GENRE_SHARE)
                        .value())
                .isLessThan(report.of(SIMILAR, "learned-metric")
                        .of(Measure.GENRE_SHARE)
                        .low());
    }

    @Test
    void results_are_the_same_on_any_number_of_threads() {
        List<Variant> some = List.of(
                Variants.named("zscore-euclidean"),
                Variants.named("random"),
                Variants.named("playlist-full"),
                Variants.named("learned-metric"));
        assertThat(Evaluation.of(DATA, options.onThreads(1)).judge(some).metrics())
                .isEqualTo(Evaluation.of(DATA, options.onThreads(3)).judge(some).metrics());
    }

    @Test
    void a_ranker_that_breaks_the_rules_is_a_defect_and_no_low_score() {
        assertThatThrownBy(() -> judge(DATA, variant(training -> (seeds, n) -> seeds)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tried", "though it was a seed");
        assertThatThrownBy(() -> judge(DATA, variant(training -> (seeds, n) -> new int[] {-1})))
                .hasMessageContaining("not in [0, 800)");
        assertThatThrownBy(() -> judge(DATA, variant(training -> (seeds, n) -> new int[n + 1])))
                .hasMessageContaining("501 songs where 500 were asked for");
    }

    @Test
    void a_ranker_may_have_nothing_to_say() {
        EvaluationReport report = judge(DATA, variant(training -> (seeds, n) -> new int[0]));
        assertThat(report.of(CONTINUATION, "tried").of(Measure.RECALL).value()).isZero();
        assertThat(report.of(CONTINUATION, "tried").of(Measure.CLICKS).value()).isEqualTo(51);
        assertThat(report.of(SIMILAR, "tried").of(Measure.GENRE).value()).isZero();
        assertThat(report.of(SIMILAR, "tried").of(Measure.DIVERSITY).value()).isNaN();
        assertThat(report.toString()).contains("–");
    }

    @Test
    void without_playlists_only_genres_are_judged() {
        EvaluationReport report = judge(EvaluationData.of(DATA.songs()), Variants.named("zscore-euclidean"));
        assertThat(report.scores()).containsOnlyKeys(SIMILAR);
        assertThat(report.of(SIMILAR, "zscore-euclidean").estimates()).doesNotContainKey(Measure.SAME_PLAYLIST);
    }

    @Test
    void questions_beyond_the_limit_are_not_asked() {
        EvaluationReport report = Evaluation.of(DATA, options.withQuestions(7))
                .judge(List.of(variant(training -> new RandomRanker(InventedPlaylists.SONGS, 1))));
        assertThat(report.questions()).containsEntry(CONTINUATION, 7).containsEntry(SIMILAR, 7);
    }

    @Test
    void an_interrupt_stops_the_work() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> judge(DATA, Variants.named("random"))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void options_say_what_is_wrong() {
        assertThatThrownBy(() -> options.withK(0)).hasMessage("k must be in [1, 100] but was 0");
        assertThatThrownBy(() -> options.withShare(0)).hasMessage("share must be in (0, 1) but was 0.0");
        assertThatThrownBy(() -> options.withQuestions(0)).hasMessage("questions must be at least 1 but was 0");
        assertThatThrownBy(() -> Variants.named("magic")).hasMessageContaining("must be one of random, popularity");
    }
}
