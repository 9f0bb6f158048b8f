package segue.spark.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;
import segue.spark.playlists.ListsReport;

/** The playlists that a command learns from, and what is told of them. */
final class ListsOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "LISTS",
            description =
                    "slices of the Million Playlist Dataset, or their folder; tables with a row a playlist and song"
                            + " (.csv); M3U, XSPF, JSPF files")
    private List<String> sources;

    List<String> sources() {
        return sources;
    }

    String[] paths() {
        return sources.toArray(String[]::new);
    }

    /** What programs are told, in this order. */
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
