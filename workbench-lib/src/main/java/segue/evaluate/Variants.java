package segue.evaluate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import segue.evaluate.baseline.CentroidRanker;
import segue.evaluate.baseline.CoOccurrenceRanker;
import segue.evaluate.baseline.FactorRanker;
import segue.evaluate.baseline.PopularityRanker;
import segue.evaluate.baseline.RandomRanker;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import segue.neighbors.Metric;
import segue.neighbors.hubness.HubnessReduction;
import segue.recommend.metric.LearnedMetric;
import segue.recommend.metric.MetricOptions;
import segue.recommend.playlist.PartKind;
import segue.recommend.playlist.PlaylistModel;
import segue.recommend.playlist.PlaylistOptions;
import segue.recommend.tastes.TasteOptions;
import segue.recommend.tastes.TasteSpace;
import segue.recommend.tastes.Tastes;

/** Everything that is judged side by side. A new way to recommend is one more line here. */
public final class Variants {
    private Variants() {}

    /** All of them, baselines first. */
    public static List<Variant> all() {
        return List.of(
                new Variant(
                        "random",
                        "songs by chance",
                        training -> new RandomRanker(training.songs().size(), 1)),
                new Variant(
                        "popularity",
                        "the most popular songs by the catalogue's popularity, the same for everybody",
                        PopularityRanker::inCatalog),
                new Variant(
                        "most-listed",
                        "the songs in most playlists of the training, the same for everybody",
                        PopularityRanker::inPlaylists),
                new Variant(
                        "minmax-euclidean",
                        "nearest to the mean of the seeds, features from 0 to 1: what most projects do",
                        training -> new CentroidRanker(minMax(training), Metric.EUCLIDEAN)),
                new Variant(
                        "zscore-euclidean",
                        "nearest to the mean of the seeds, features in standard deviations",
                        training -> new CentroidRanker(training.songs().points(), Metric.EUCLIDEAN)),
                new Variant(
                        "zscore-mutual",
                        "the same, in the order of gaussian mutual proximity: near each for the other",
                        training -> {
                            FloatMatrix points = training.songs().points();
                            return new CentroidRanker(
                                    points, HubnessReduction.GAUSSIAN_PROXIMITY.index(points, Metric.EUCLIDEAN));
                        }),
                new Variant(
                        "zscore-manhattan",
                        "nearest to the mean of the seeds by the sum of absolute differences",
                        training -> new CentroidRanker(training.songs().points(), Metric.MANHATTAN)),
                new Variant(
                        "co-occurrence",
                        "songs that share most playlists with the seeds, then the popular ones",
                        CoOccurrenceRanker::new),
                new Variant(
                        "als",
                        "playlists times songs as a product of 64 factors, learned from the playlists alone",
                        FactorRanker::new),
                new Variant(
                        "one-taste",
                        "songs more common around the seeds than in the catalogue, the seeds taken as one taste",
                        training -> tastes(training, TasteOptions.defaults().withMost(1))),
                new Variant(
                        "tastes",
                        "the same by tastes told apart by k-means and BIC, each with its quota of places",
                        training -> tastes(training, TasteOptions.defaults())),
                playlists(
                        "factorised",
                        "the model of playlists below by factors alone, those of a song told by its artists, their tags and its"
                                + " numbers",
                        PlaylistOptions.defaults().withParts(Set.of(PartKind.FACTORS))),
                playlists("playlist-sound", "a model of playlists, by sound alone", PlaylistOptions.ofSound()),
                playlists("playlist-numbers", "by sound, release date and popularity", PlaylistOptions.ofNumbers()),
                playlists(
                        "playlist-new",
                        "by all that is known of a song when it is new: artists, their tags, words of titles, sound, date",
                        PlaylistOptions.ofNewSongs()),
                playlists("playlist-full", "the same and popularity", PlaylistOptions.defaults()),
                new Variant(
                        "learned-metric",
                        "nearest to the mean of the seeds, where a network that learned labels of other songs puts them",
                        training -> {
                            FloatMatrix points = learned(training);
                            return new CentroidRanker(points, Metric.EUCLIDEAN);
                        },
                        true),
                new Variant(
                        "learned-mutual",
                        "the same, in the order of gaussian mutual proximity: near each for the other",
                        training -> {
                            FloatMatrix points = learned(training);
                            return new CentroidRanker(
                                    points, HubnessReduction.GAUSSIAN_PROXIMITY.index(points, Metric.EUCLIDEAN));
                        },
                        true));
    }

    /** @throws IllegalArgumentException naming those there are, where none has this name */
    public static Variant named(String name) {
        return all().stream()
                .filter(variant -> variant.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a variant must be one of %s but was '%s'"
                        .formatted(all().stream().map(Variant::name).collect(Collectors.joining(", ")), name)));
    }

    private static Ranker tastes(Training training, TasteOptions options) {
        TasteSpace space = TasteSpace.of(training.songs());
        return (seeds, n) -> Tastes.of(space, options, seeds).rows(n);
    }

    private static Variant playlists(String name, String description, PlaylistOptions options) {
        return new Variant(name, description, training -> {
            PlaylistModel model =
                    PlaylistModel.fit(training.songs(), training.playlists(), options.withTags(training.artistTags()));
            return model::continueRows;
        });
    }

    private static FloatMatrix learned(Training training) {
        return LearnedMetric.fit(training.songs(), training.labels(), MetricOptions.defaults())
                .points(training.songs());
    }

    private static FloatMatrix minMax(Training training) {
        FloatMatrix features = training.songs().features();
        return Scaler.minMax(features).transform(features);
    }
}
