package segue.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlists;
import segue.evaluate.Evaluation;
import segue.evaluate.EvaluationData;
import segue.evaluate.EvaluationOptions;
import segue.evaluate.EvaluationReport;
import segue.evaluate.EvaluationTask;
import segue.evaluate.Measure;
import segue.evaluate.Ranker;
import segue.evaluate.Training;
import segue.evaluate.Variant;
import segue.evaluate.Variants;
import segue.recommend.playlist.ArtistTags;

/**
 * The same playlists continued from their own songs alone and from a catalogue of many more. A song that the training lists
 * nowhere must be held back if there are no others: a recommender that offers such songs first pretends to be good in the one,
 * and is found out in the other.
 */
final class OpenCatalog {
    private static final List<String> HONEST = List.of(
            "random",
            "zscore-euclidean",
            "co-occurrence",
            "factorised",
            "playlist-sound",
            "playlist-new",
            "playlist-full");

    private OpenCatalog() {}

    static void print(Path folder, ArtistTags tags, EvaluationOptions options) {
        Path lists = folder.resolve("playlists/spotify-playlists-32k.csv.gz");
        System.out.printf(
                "Playlists continued from their own songs and from a larger catalogue, seed %d%n%n", options.seed());
        System.out.println("| songs | recommender | recall@500 | seen | cold | unlisted@500 | unlisted of all |");
        System.out.println("|---|---|---|---|---|---|---|");
        print(Catalog.load(lists), lists, tags, options);
        print(Catalog.load(folder.resolve("songs/spotify-union-105k.csv.gz")), lists, tags, options);
        System.out.println();
    }

    private static void print(Catalog songs, Path lists, ArtistTags tags, EvaluationOptions options) {
        List<Variant> variants = Stream.concat(
                        HONEST.stream().map(Variants::named),
                        Stream.of(new Variant("unlisted first (dishonest)", "tried", OpenCatalog::unlistedFirst)))
                .toList();
        EvaluationData data =
                EvaluationData.of(songs, Playlists.load(lists, songs)).withArtistTags(tags);
        EvaluationReport report = Evaluation.of(data, options).judge(variants, EnumSet.of(EvaluationTask.CONTINUATION));
        for (Variant variant : variants) {
            List<String> cells =
                    new ArrayList<>(List.of(String.format(Locale.ROOT, "%,d", songs.size()), variant.name()));
            for (Measure measure : List.of(
                    Measure.RECALL,
                    Measure.RECALL_SEEN,
                    Measure.RECALL_COLD,
                    Measure.UNLISTED,
                    Measure.UNLISTED_OF_ALL)) {
                cells.add(AblationTable.cell(report, EvaluationTask.CONTINUATION, variant.name(), measure));
            }
            AblationTable.row(cells);
        }
    }

    /** By the distance to the mean of the seeds, which is worth .11, but first of all what nobody lists. */
    private static Ranker unlistedFirst(Training training) {
        Ranker honest = Variants.named("zscore-euclidean").learner().learn(training);
        int[] counts = training.playlists().counts();
        return (seeds, n) -> {
            int[] all = honest.rank(seeds, counts.length);
            return IntStream.concat(
                            IntStream.of(all).filter(row -> counts[row] == 0),
                            IntStream.of(all).filter(row -> counts[row] > 0))
                    .limit(n)
                    .toArray();
        };
    }
}
