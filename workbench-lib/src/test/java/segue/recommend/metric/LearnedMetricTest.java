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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;

class LearnedMetricTest {
    private static final int SONGS = 900;
    private static final MetricOptions SMALL =
            MetricOptions.defaults().withHidden(16, 8).withEpochs(60).withBatch(32);
    private static Catalog songs;
    private static LearnedMetric metric;

    @TempDir
    private Path folder;

    /** A song is "even" where energy and valence are both high or both low: no weighing of the two columns alone tells that. */
    private static String label(Track track) {
        return (track.audio().energy() > 0.5) == (track.audio().valence() > 0.5) ? "even" : "odd";
    }

    /** The last third has no label. */
    private static List<List<String>> labels() {
        List<List<String>> labels = new ArrayList<>();
        for (int row = 0; row < SONGS; row++) {
            labels.add(row < SONGS * 2 / 3 ? List.of(label(songs.track(row))) : List.of());
        }
        return labels;
    }

    @BeforeAll
    static void learn() {
        SplittableRandom random = new SplittableRandom(4);
        List<Track> tracks = new ArrayList<>();
        for (int row = 0; row < SONGS; row++) {
            float[] features = new float[9];
            for (int f = 0; f < 9; f++) {
                features[f] = (float) random.nextDouble();
            }
            tracks.add(track("s" + row, AudioFeatures.of(features), row % 12));
        }
        songs = new Catalog("invented", tracks);
        metric = LearnedMetric.fit(songs, labels(), SMALL);
    }

    private static Track track(String id, AudioFeatures features, int key) {
        return new Track(
                id,
                id,
                List.of(),
                features,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.of(key),
                OptionalInt.empty(),
                List.of(),
                Optional.empty());
    }

    @Test
    void songs_without_a_label_lie_near_to_those_that_are_like_them() {
        double learned = precision(metric.points(songs));
        double plain = precision(songs.points());
        assertThat(learned).isGreaterThan(0.8).isGreaterThan(plain + 0.2);
    }

    /** Of the unlabelled songs, among themselves. */
    private static double precision(FloatMatrix points) {
        int from = SONGS * 2 / 3;
        int[] rows = IntStream.range(from, SONGS).toArray();
        NeighborIndex index = NeighborIndex.of(points.selectRows(rows), Metric.EUCLIDEAN);
        int[] found = index.graph(5).rows();
        int right = 0;
        for (int i = 0; i < found.length; i++) {
            right += label(songs.track(from + i / 5)).equals(label(songs.track(from + found[i]))) ? 1 : 0;
        }
        return (double) right / found.length;
    }

    @Test
    void labels_dealt_out_by_chance_teach_nothing() {
        List<List<String>> shuffled = new ArrayList<>(labels());
        Collections.shuffle(shuffled.subList(0, SONGS * 2 / 3), new Random(1));
        assertThat(precision(LearnedMetric.fit(songs, shuffled, SMALL).points(songs)))
                .isBetween(0.4, 0.62);
    }

    @Test
    void a_point_is_the_roots_of_probabilities() {
        FloatMatrix points = metric.points(songs);
        assertThat(metric.labels()).containsExactly("even", "odd");
        assertThat(points.columns()).isEqualTo(2);
        for (int row = 0; row < SONGS; row += 50) {
            assertThat(points.norm(row)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void the_same_seed_learns_the_same_bits_and_another_does_not() {
        assertThat(LearnedMetric.fit(songs, labels(), SMALL).points(songs)).isEqualTo(metric.points(songs));
        assertThat(LearnedMetric.fit(songs, labels(), SMALL.withSeed(2)).points(songs))
                .isNotEqualTo(metric.points(songs));
    }

    @Test
    void a_saved_metric_places_songs_as_before_also_those_of_another_catalogue() throws IOException {
        Path file = folder.resolve("labels.metric");
        metric.save(file);
        Catalog few = new Catalog("few", songs.tracks().subList(10, 20));
        LearnedMetric read = LearnedMetric.load(file, few);
        assertThat(read.labels()).isEqualTo(metric.labels());
        assertThat(read.points(songs)).isEqualTo(metric.points(songs));
        assertThat(read.points(few).row(0)).isEqualTo(metric.points(songs).row(10));
    }

    @Test
    void a_read_metric_recommends_with_reasons_by_label_that_add_up() throws IOException {
        Path file = folder.resolve("labels.metric");
        metric.save(file);
        Recommender recommender =
                Recommender.of(songs, LearnedMetric.load(file, songs).space(songs));
        for (Recommendation found : recommender.recommend(Request.of(3).withN(30))) {
            assertThat(found.reasons())
                    .extracting(Recommendation.Reason::feature)
                    .containsExactlyInAnyOrder("even", "odd");
            assertThat(found.reasons().stream()
                            .mapToDouble(Recommendation.Reason::part)
                            .sum())
                    .isCloseTo(found.distance(), within(1e-6));
            assertThat(found.inNumbers(false)).containsAnyOf("even (", "odd (", "equal in every label");
        }
    }

    @Test
    void a_damaged_metric_is_refused() throws IOException {
        Path file = folder.resolve("labels.metric");
        metric.save(file);
        byte[] bytes = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = bytes.clone();
            damaged[12 + random.nextInt(bytes.length - 12)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertThatThrownBy(() -> LearnedMetric.load(file, songs)).isInstanceOf(IOException.class);
        }
        Files.write(file, Arrays.copyOf(bytes, 100));
        assertThatThrownBy(() -> LearnedMetric.load(file, songs)).hasMessageContaining("damaged or cut short");
    }

    @Test
    void what_cannot_be_learned_is_refused_in_words() {
        List<List<String>> none = new ArrayList<>();
        songs.tracks().forEach(track -> none.add(List.of()));
        assertThatThrownBy(() -> LearnedMetric.fit(songs, none, SMALL))
                .hasMessage("a metric is learned from at least 2 different labels but there were 0");
        assertThatThrownBy(() -> LearnedMetric.fit(songs, List.of(), SMALL))
                .hasMessage("900 songs need as many sets of labels but got 0");
        Catalog alike = new Catalog(
                "alike",
                List.of(
                        track("a", songs.track(0).audio(), 1),
                        track("b", songs.track(0).audio(), 1)));
        assertThatThrownBy(() -> LearnedMetric.fit(alike, List.of(List.of("x"), List.of("y")), SMALL))
                .hasMessageContaining("no number tells its songs apart");
        assertThatThrownBy(() -> SMALL.withEpochs(0)).hasMessage("epochs must be in [1, 1,000] but was 0");
        assertThatThrownBy(() -> new MetricOptions(1, 1, 1, 1, 0, 0, 1))
                .hasMessage("learning rate must be in (0, 1] but was 0.0");
        assertThatThrownBy(() -> new MetricOptions(1, 1, 1, 1, 0.1, Double.NaN, 1))
                .hasMessage("penalty must be at least 0 but was NaN");
    }

    @Test
    void an_interrupt_stops_the_learning() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> LearnedMetric.fit(songs, labels(), SMALL)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
