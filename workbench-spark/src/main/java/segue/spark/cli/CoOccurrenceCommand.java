package segue.spark.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.spark.playlists.CoOccurrence;
import segue.spark.playlists.CoOccurrenceOptions;
import segue.spark.playlists.ListEntries;
import segue.spark.playlists.ListedSongs;
import segue.spark.playlists.ListsReport;

/** {@code ./segue spark cooccurrence}. */
@Command(
        name = "cooccurrence",
        description = "For every song those that stand in the same playlists, counted exactly.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Writes id, playlists, neighbor_ids, counts, similarity; row is the song's place by popularity.",
            "Equal counts: the song in most playlists first, then the smaller id."
        })
final class CoOccurrenceCommand implements Callable<Integer> {
    @Mixin
    private ListsOptions lists;

    @Mixin
    private SparkOptions spark;

    @Mixin
    private OutOptions out;

    @Option(names = "--top", paramLabel = "N", description = "songs beside each song, at most (default: 100)")
    private int top = CoOccurrenceOptions.defaults().top();

    @Option(names = "--min-count", paramLabel = "N", description = "playlists that must have both songs (default: 2)")
    private int minCount = CoOccurrenceOptions.defaults().minCount();

    @Option(
            names = "--by",
            paramLabel = "ORDER",
            description =
                    "which songs come first: count of the playlists that have both, or similarity, that is the count"
                            + " by the root of the product of how many have each (default: count)")
    private String order = "count";

    @Option(
            names = "--block-entries",
            paramLabel = "N",
            description = "entries of playlists that a task holds, about, at 8 bytes each (default: 16000000)")
    private int blockEntries = CoOccurrenceOptions.defaults().blockEntries();

    @Override
    public Integer call() throws IOException {
        CoOccurrenceOptions options =
                new CoOccurrenceOptions(top, minCount, CoOccurrenceOptions.Order.named(order), blockEntries);
        return spark.run("cooccurrence", session -> {
            out.require(session, lists.paths());
            try (ListEntries entries = ListEntries.read(session.spark(), lists.sources());
                    ListedSongs songs = ListedSongs.of(entries)) {
                ListsReport report = entries.report(songs);
                out.write(CoOccurrence.of(songs, options));
                return told(report);
            }
        });
    }

    private SparkOptions.Told told(ListsReport report) {
        return new SparkOptions.Told(
                String.format(
                        Locale.ROOT,
                        "%s%nsegue: songs beside each of %,d songs are in %s",
                        report.summary(),
                        report.songs(),
                        out.out()),
                ListsOptions.figures(report, out.out()));
    }
}
