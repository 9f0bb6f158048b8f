package segue.recommend.playlist;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import segue.catalog.Track;

/**
 * A song that would continue a playlist.
 *
 * @param row in the catalogue
 * @param track the song
 * @param score in log odds, up to a constant that is the same for all songs of one answer
 * @param shares what the score is made of, in the order of {@link PartKind}
 */
public record Suggestion(int row, Track track, float score, List<Share> shares) {
    public Suggestion {
        shares = List.copyOf(shares);
    }

    /**
     * What one part says.
     *
     * @param part that speaks
     * @param amount of the score; the amounts of a suggestion add up to it; below 0 it speaks against the song
     * @param words what speaks for the song, {@code "tags rock, classic rock"}; may be empty
     */
    public record Share(PartKind part, float amount, String words) {}

    /** What speaks for the song, the weightiest first: {@code "same artist (Oasis); tags rock; released within a year of 3 of 8"}. */
    public String why() {
        String why = shares.stream()
                .filter(share -> share.amount() > 0 && !share.words().isEmpty())
                .sorted(Comparator.comparingDouble((Share share) -> -share.amount()))
                .map(Share::words)
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? "nothing speaks for it more than for others" : why;
    }

    /** {@code "4.21  Oasis – Wonderwall (1995): same artist …"}. */
    @Override
    public String toString() {
        return "%.2f  %s: %s".formatted(score, track, why());
    }
}
