package segue.recommend.tastes;

import java.util.List;
import segue.recommend.LeftOut;

/**
 * Songs for all tastes of a listener.
 *
 * @param songs in the order they are to be heard
 * @param tastes of the listener
 * @param quotas songs that each taste was to get by its share, by largest remainder
 * @param given songs that each taste got; others than the quotas where a taste ran dry
 * @param leftOut by rules, as {@link segue.recommend.Recommendations#leftOut} tells it
 * @param notes what a person should know, one sentence each
 */
public record TastePlaylist(
        List<TasteSong> songs,
        List<Taste> tastes,
        List<Integer> quotas,
        List<Integer> given,
        List<LeftOut> leftOut,
        List<String> notes) {
    public TastePlaylist {
        songs = List.copyOf(songs);
        tastes = List.copyOf(tastes);
        quotas = List.copyOf(quotas);
        given = List.copyOf(given);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }

    /** Rows of the catalogue in the order of the songs. */
    public int[] rows() {
        return songs.stream().mapToInt(TasteSong::row).toArray();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Taste taste : tastes) {
            text.append("Taste %d: %s: %,d songs%n".formatted(taste.number() + 1, taste, given.get(taste.number())));
        }
        songs.forEach(song -> text.append(song).append(System.lineSeparator()));
        return text.toString();
    }
}
