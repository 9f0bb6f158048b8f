package segue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.recommend.Recommendation;
import segue.recommend.Recommendations;

/** An answer for people: the songs on stdout, what is said about them on stderr. */
final class RecommendText {
    private static final int SONGS_NAMED = 3;
    private static final int WIDEST_SONG = 60;
    private static final String INDENT = " ".repeat(11);

    private RecommendText() {}

    static void print(Catalog catalog, StartOptions.Seeds seeds, Recommendations found, boolean explain) {
        seeds.taken().stream().filter(taken -> !taken.sure()).forEach(taken -> tell(took(catalog, taken)));
        boolean dissimilar = found.request().dissimilar();
        tell((dissimilar ? "least like " : "most like ") + names(catalog, seeds.rows()) + ", from " + catalog);
        int width = TextWidth.ofTerminal();
        int firstRank = (found.request().page() - 1) * found.request().n() + 1;
        int longest = found.stream()
                .mapToInt(one -> TextWidth.of(one.track().toString()))
                .max()
                .orElse(0);
        int songWidth = Math.min(longest, Math.clamp((width - INDENT.length()) / 2, 20, WIDEST_SONG));
        boolean several = seeds.rows().size() > 1;
        for (int i = 0; i < found.size(); i++) {
            Recommendation one = found.get(i);
            String rank = "%2d  %.3f  ".formatted(firstRank + i, one.distance());
            String why = one.inNumbers(dissimilar) + (several ? "; like " + one.seed() : "");
            if (explain) {
                line(TextWidth.cut(rank + one.track(), width));
                TextWidth.wrap(why + ": " + shares(one), width - INDENT.length())
                        .forEach(part -> line(INDENT + part));
            } else {
                line(TextWidth.cut(
                        rank + TextWidth.pad(song(one.track(), songWidth, width), songWidth) + "  " + why, width));
            }
        }
        System.out.flush();
        found.notes().forEach(RecommendText::tell);
        found.leftOut().forEach(one -> tell("left out: " + one));
        if (explain) {
            found.lost().forEach(one -> tell("nearly: " + one));
        }
        found.next().ifPresent(next -> tell("more of the same: --page " + next.page()));
    }

    private static String song(Track track, int songWidth, int width) {
        return width == Integer.MAX_VALUE ? track.toString() : TextWidth.cut(track.toString(), songWidth);
    }

    private static void line(String text) {
        System.out.println(text.replaceAll("\\p{Cntrl}", " ").stripTrailing());
    }

    private static void tell(String sentence) {
        System.err.println("segue: " + sentence.replaceAll("\\p{Cntrl}", " "));
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

    private static String names(Catalog catalog, List<Integer> rows) {
        String names = rows.stream()
                .limit(SONGS_NAMED)
                .map(row -> catalog.track(row).toString())
                .collect(Collectors.joining("; "));
        return rows.size() <= SONGS_NAMED ? names : "%,d songs (%s; …)".formatted(rows.size(), names);
    }

    /** Every feature, or group of them, with its share of the distance and its difference, largest share first. */
    private static String shares(Recommendation one) {
        return one.reasons().reversed().stream()
                .map(reason ->
                        "%s %.0f %% (%s)".formatted(reason.feature(), 100 * reason.share(), reason.differenceText()))
                .collect(Collectors.joining(", "));
    }
}
