package segue.spark.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
    @Parameters(
            arity = "1..*",
            paramLabel = "LISTS",
            description =
                    "slices of the Million Playlist Dataset, or their folder; tables with a row a playlist and song"
                            + " (.csv); M3U, XSPF, JSPF files")
    private List<String> sources;

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
            out.require(session, sources.toArray(String[]::new));
            try (ListEntries entries = ListEntries.read(session.spark(), sources);
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
                figures(report, out.out()));
    }

    /** What both commands that read playlists tell programs. */
    static Map<String, Object> figures(ListsReport report, String out) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("files", report.files());
        figures.put("playlists", report.playlists());
        figures.put("songs", report.songs());
        figures.put("entriesRead", report.read());
        figures.put("entriesKept", report.kept());
        figures.put("entriesRepeated", report.repeated());
        figures.put("entriesWithoutId", report.unnamed());
        figures.put("notes", report.notes());
        figures.put("out", out);
        return figures;
    }
}
