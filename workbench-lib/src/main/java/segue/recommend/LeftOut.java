package segue.recommend;

import java.util.List;
import java.util.stream.Collectors;
import segue.catalog.Track;

/**
 * What one rule left out of an answer. A song that fails several rules is counted for the first.
 *
 * @param rule that left it out
 * @param count of songs: for a rule that a song passes or not by itself all of the catalogue; for
 *     {@link Rule#LESS_LIKE}, {@link Rule#SAME_RECORDING} and {@link Rule#ARTIST_CAP} those met on the way to as many of the most similar songs as are shown
 * @param unknown how many of these only because their value is not known
 * @param first the first few that would have been shown otherwise, best first
 */
public record LeftOut(Rule rule, int count, int unknown, List<Track> first) {
    private static final int LONGEST_NAME = 60;

    public LeftOut {
        first = List.copyOf(first);
    }

    /** {@code "1,204 of another year (43 of them unknown): Queen – Bohemian Rhapsody (1975), …"}. */
    @Override
    public String toString() {
        String names = first.stream().map(LeftOut::name).collect(Collectors.joining(", "));
        return "%,d %s%s%s"
                .formatted(
                        count,
                        rule.words(),
                        unknown > 0 ? " (%,d of them unknown)".formatted(unknown) : "",
                        names.isEmpty() ? "" : ": " + names + (count > first.size() ? ", …" : ""));
    }

    private static String name(Track track) {
        String name = track.toString();
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return name.substring(0, end).strip() + "…";
    }
}
