package segue.recommend;

import java.util.List;
import java.util.stream.Collectors;
import segue.catalog.Track;

/**
 * What one rule left out of an answer. A song that fails several rules is counted for the first.
 *
 * @param rule that left it out
 * @param count of songs: for a rule that a song passes or not by itself all of the catalogue; for
 *     {@link Rule#SAME_RECORDING} and {@link Rule#ARTIST_CAP} those met on the way to the last song shown
 * @param unknown how many of these only because their value is not known
 * @param first the first few that would have been shown otherwise, best first
 */
public record LeftOut(Rule rule, int count, int unknown, List<Track> first) {
    public LeftOut {
        first = List.copyOf(first);
    }

    /** {@code "1,204 of another year (43 unknown): Queen – Bohemian Rhapsody (1975), …"}. */
    @Override
    public String toString() {
        String names = first.stream().map(Track::toString).collect(Collectors.joining(", "));
        return "%,d %s%s%s"
                .formatted(
                        count,
                        rule.words(),
                        unknown > 0 ? " (%,d of them unknown)".formatted(unknown) : "",
                        names.isEmpty() ? "" : ": " + names + (count > first.size() ? ", …" : ""));
    }
}
