package segue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import segue.catalog.Catalog;
import segue.catalog.Track;

/** Songs as lines of a terminal: rank and score, the song, why. */
final class AnswerText {
    private static final int SONGS_NAMED = 3;
    private static final int WIDEST_SONG = 60;

    private record Row(String head, Track track, String why, String wholeWhy) {}

    private final boolean explain;
    private final List<Row> rows = new ArrayList<>();

    /** @param explain whether all that is known of a song is told, in lines of its own */
    AnswerText(boolean explain) {
        this.explain = explain;
    }

    /**
     * @param head rank and score, of the same width for all songs
     * @param wholeWhy where everything is to be explained
     */
    void add(String head, Track track, String why, String wholeWhy) {
        rows.add(new Row(head + "  ", track, why, wholeWhy));
    }

    void print() {
        int width = TextWidth.ofTerminal();
        int indent = rows.isEmpty() ? 0 : TextWidth.of(rows.getFirst().head());
        int longest = rows.stream()
                .mapToInt(row -> TextWidth.of(row.track().toString()))
                .max()
                .orElse(0);
        int songWidth = Math.min(longest, Math.clamp((width - indent) / 2, 20, WIDEST_SONG));
        for (Row row : rows) {
            if (explain) {
                line(TextWidth.cut(row.head() + row.track(), width));
                TextWidth.wrap(row.wholeWhy(), width - indent).forEach(part -> line(" ".repeat(indent) + part));
            } else {
                String song = row.track().toString();
                String shown = width == Integer.MAX_VALUE ? song : TextWidth.cut(song, songWidth);
                line(TextWidth.cut(row.head() + TextWidth.pad(shown, songWidth) + "  " + row.why(), width));
            }
        }
        System.out.flush();
    }

    static void line(String text) {
        System.out.println(text.replaceAll("\\p{Cntrl}", " ").stripTrailing());
    }

    static void tell(String sentence) {
        System.err.println("segue: " + sentence.replaceAll("\\p{Cntrl}", " "));
    }

    /** What was taken for texts that are not surely meant so. */
    static void tellTaken(Catalog catalog, StartOptions.Seeds seeds) {
        seeds.taken().stream().filter(taken -> !taken.sure()).forEach(taken -> tell(took(catalog, taken)));
    }

    private static String took(Catalog catalog, SongFinder.Taken taken) {
        String sentence = "took '%s' as %s".formatted(taken.text(), catalog.track(taken.row()));
        if (taken.others().isEmpty()) {
            return sentence;
        }
        List<String> others = new ArrayList<>();
        for (int row : taken.others()) {
            Track track = catalog.track(row);
            others.add("%s (--id %s)".formatted(track, track.id()));
        }
        return sentence + "; it may also be " + String.join(", ", others);
    }

    /** The first few of the songs. */
    static String names(Catalog catalog, List<Integer> rows) {
        String names = rows.stream()
                .limit(SONGS_NAMED)
                .map(row -> catalog.track(row).toString())
                .collect(Collectors.joining("; "));
        return rows.size() <= SONGS_NAMED ? names : "%,d songs (%s; …)".formatted(rows.size(), names);
    }
}
