package segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static segue.evaluate.EvaluationTask.COLD;
import static segue.evaluate.EvaluationTask.CONTINUATION;
import static segue.evaluate.EvaluationTask.SIMILAR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;

/** What is destroyed on purpose must not be found: one thing at a time, the others left as they are. */
class LeakTest {
    private static final EvaluationData DATA = InventedPlaylists.data();
    private static final EvaluationOptions OPTIONS =
            EvaluationOptions.defaults().onThreads(2);

    private static EvaluationReport judge(EvaluationData data, EvaluationTask task, String... variants) {
        return Evaluation.of(data, OPTIONS)
                .judge(Arrays.stream(variants).map(Variants::named).toList(), EnumSet.of(task));
    }

    private static EvaluationData with(Catalog songs, Playlists playlists, SongLabels genres) {
        return new EvaluationData(songs, playlists, genres, SongLabels.none(songs.size()));
    }

    @Test
    void labels_that_were_shuffled_are_found_no_better_than_by_chance() {
        List<List<String>> labels = new ArrayList<>(
                DATA.songs().tracks().stream().map(Track::genres).toList());
        Collections.shuffle(labels, new Random(1));
        EvaluationData shuffled = with(DATA.songs(), DATA.playlists(), SongLabels.of(labels));
        EvaluationReport report =
                judge(shuffled, SIMILAR, "random", "minmax-euclidean", "zscore-manhattan", "learned-metric");
        double chance = report.of(SIMILAR, "random").of(Measure.GENRE_SHARE).value();
        for (String variant : List.of("minmax-euclidean", "zscore-manhattan", "learned-metric")) {
            assertThat(report.of(SIMILAR, variant).of(Measure.GENRE_SHARE).value())
                    .as(variant)
                    .isCloseTo(chance, within(0.04));
        }
    }

    @Test
    void playlists_that_were_shuffled_are_continued_no_better_than_by_chance() {
        SplittableRandom random = new SplittableRandom(2);
        List<Playlist> dealt = DATA.playlists().lists().stream()
                .map(list -> list.withSongs(random.ints(0, InventedPlaylists.SONGS)
                        .distinct()
                        .limit(list.size())
                        .toArray()))
                .toList();
        EvaluationData shuffled = with(DATA.songs(), new Playlists(InventedPlaylists.SONGS, dealt), DATA.genres());
        nobodyFinds(shuffled, CONTINUATION);
        nobodyFinds(shuffled, COLD);
    }

    /** Everything known of a song now stands beside another song's entries. */
    @Test
    void songs_whose_identities_were_shuffled_are_found_by_content_no_better_than_by_chance() {
        int[] to = IntStream.range(0, InventedPlaylists.SONGS).toArray();
        List<Integer> order = new ArrayList<>(Arrays.stream(to).boxed().toList());
        Collections.shuffle(order, new Random(3));
        List<Track> moved = order.stream().map(row -> DATA.songs().track(row)).toList();
        EvaluationData shuffled = with(new Catalog("moved", moved), DATA.playlists(), DATA.genres());
        EvaluationReport report = judge(shuffled, COLD, "zscore-euclidean", "playlist-full", "factorised");
        double chance = 10.0 / InventedPlaylists.SONGS;
        for (String variant : List.of("zscore-euclidean", "playlist-full", "factorised")) {
            assertThat(report.of(COLD, variant).of(Measure.PRECISION).value())
                    .as(variant)
                    .isLessThan(2 * chance);
        }
        assertThat(judge(DATA, COLD, "playlist-full")
                        .of(COLD, "playlist-full")
                        .of(Measure.PRECISION)
                        .low())
                .isGreaterThan(2 * chance);
    }

    private static void nobodyFinds(EvaluationData shuffled, EvaluationTask task) {
        String[] variants = {"zscore-euclidean", "co-occurrence", "als", "factorised", "playlist-full"};
        EvaluationReport report = judge(shuffled, task, variants);
        for (String variant : variants) {
            assertThat(report.of(task, variant).of(Measure.PRECISION).value())
                    .as("%s, %s", task, variant)
                    .isLessThan(0.02);
        }
    }

    /** 471 real lists gave .280 recall@500 to the centroid that offers songs nobody listed first; this is the same trick. */
    @Test
    void favouring_songs_that_nobody_listed_pays_and_is_told_by_their_share() {
        Variant dishonest = new Variant("dishonest", "made by a test", training -> {
            int[] counts = training.playlists().counts();
            Ranker honest = Variants.named("zscore-euclidean").learner().learn(training);
            return (seeds, n) -> {
                int[] all = honest.rank(seeds, counts.length);
                IntStream unlisted = IntStream.of(all).filter(row -> counts[row] == 0);
                IntStream others = IntStream.of(all).filter(row -> counts[row] > 0);
                return IntStream.concat(unlisted, others).limit(n).toArray();
            };
        });
        EvaluationReport report = Evaluation.of(closed(), OPTIONS)
                .judge(List.of(dishonest, Variants.named("zscore-euclidean")), EnumSet.of(CONTINUATION));
        assertThat(report.difference(CONTINUATION, Measure.NDCG, "dishonest", "zscore-euclidean")
                        .low())
                .isPositive();
        Scores scores = report.of(CONTINUATION, "dishonest");
        Scores honest = report.of(CONTINUATION, "zscore-euclidean");
        double usual = scores.of(Measure.UNLISTED_OF_ALL).value();
        int fewest = (int) Math.round(usual * closed().songs().size());
        assertThat(scores.of(Measure.UNLISTED).value()).isCloseTo(Math.min(1, fewest / 500.0), within(0.03));
        assertThat(scores.of(Measure.UNLISTED).low()).isGreaterThan(1.3 * usual);
        assertThat(honest.of(Measure.UNLISTED).value()).isCloseTo(usual, within(0.2 * usual));
    }

    /** Every song stands in a list, most in one: each that the training lists nowhere is held back somewhere. */
    private static EvaluationData closed() {
        List<Playlist> lists = new ArrayList<>();
        Catalog sample = Catalog.sample();
        Catalog songs = new Catalog("a closed world", sample.tracks().subList(0, 2_000));
        for (int list = 0; list < 100; list++) {
            int first = list;
            lists.add(new Playlist(
                    "list " + list,
                    "",
                    IntStream.range(0, 20).map(i -> first + 100 * i).toArray()));
        }
        return with(songs, new Playlists(2_000, lists), SongLabels.none(2_000));
    }

    @Test
    void what_is_left_to_choose_by_holds_no_answer_to_the_outer_questions() {
        EvaluationData left = DATA.validation(OPTIONS);
        Split entries = Split.ofEntries(DATA.songs(), DATA.playlists(), OPTIONS.share(), OPTIONS.seed());
        for (HeldOut question : entries.questions()) {
            assertThat(left.playlists().lists().get(question.list()).songs()).doesNotContain(question.songs());
        }
        Split songs = Split.ofSongs(DATA, OPTIONS.share(), OPTIONS.seed());
        assertThat(songs.cold().stream()).noneMatch(row -> left.genres().has(row));
        assertThat(left.genres().labelled()).isGreaterThan(InventedPlaylists.SONGS / 2);
    }

    @Test
    void tasks_can_be_asked_for_one_by_one_and_give_the_same() {
        EvaluationReport all = Evaluation.of(DATA, OPTIONS).judge(List.of(Variants.named("zscore-euclidean")));
        for (EvaluationTask task : EvaluationTask.values()) {
            EvaluationReport one = judge(DATA, task, "zscore-euclidean");
            assertThat(one.scores()).containsOnlyKeys(task);
            assertThat(one.of(task, "zscore-euclidean").estimates())
                    .isEqualTo(all.of(task, "zscore-euclidean").estimates());
        }
    }
}
