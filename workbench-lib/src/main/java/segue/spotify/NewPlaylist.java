package segue.spotify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import segue.catalog.Catalog;

/**
 * A playlist to be made in an account.
 *
 * @param name to show, 1 to 100 characters
 * @param description below it, at most 300 characters
 * @param ids of Spotify's songs in their order, each once
 * @param leftOut songs that have no id at Spotify, as recordings have none
 * @param isPublic whether it is shown on the person's profile, and others may hear it embedded
 */
public record NewPlaylist(String name, String description, List<String> ids, int leftOut, boolean isPublic) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int MOST_SONGS = 10_000;

    /** @throws IllegalArgumentException if a text is too long or there is nothing to put into it */
    public NewPlaylist {
        name = name.strip();
        description = description.strip().replaceAll("\\s+", " ");
        ids = List.copyOf(ids);
        requireLength("the name of a playlist", name, 1, LONGEST_NAME);
        requireLength("the description of a playlist", description, 0, LONGEST_DESCRIPTION);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(
                    leftOut == 0
                            ? "a playlist needs at least one song"
                            : "none of the %,d songs has an id at Spotify, so there is nothing to put into a playlist there"
                                    .formatted(leftOut));
        }
        if (ids.size() > MOST_SONGS) {
            throw new IllegalArgumentException("a playlist of Spotify holds at most %,d songs but was given %,d"
                    .formatted(MOST_SONGS, ids.size()));
        }
        ids.stream().filter(id -> !SpotifySong.isId(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("the id of a song must be 22 letters and digits but was '" + id + "'");
        });
    }

    /** Songs of a catalogue; those without an id at Spotify are left out and counted. */
    public static NewPlaylist of(String name, Catalog catalog, int... rows) {
        return of(
                name,
                IntStream.of(rows).mapToObj(row -> catalog.track(row).id()).toList());
    }

    /** Songs by their ids in a catalogue. */
    public static NewPlaylist of(String name, List<String> ids) {
        List<String> each = new ArrayList<>(new LinkedHashSet<>(ids));
        Set<String> known = new LinkedHashSet<>(each);
        known.removeIf(id -> !SpotifySong.isId(id));
        return new NewPlaylist(name, "Made with Segue", List.copyOf(known), each.size() - known.size(), false);
    }

    public NewPlaylist withDescription(String text) {
        return new NewPlaylist(name, text, ids, leftOut, isPublic);
    }

    public NewPlaylist withPublic(boolean shown) {
        return new NewPlaylist(name, description, ids, leftOut, shown);
    }

    private static void requireLength(String what, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw new IllegalArgumentException(
                    "%s must have %d to %d characters but had %d".formatted(what, least, most, text.length()));
        }
    }
}
