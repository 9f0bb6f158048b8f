package segue.neighbors.hubness;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What is known of the rows of a space: genres to judge neighbours by, artists whose own rows do not count, names to show.
 *
 * <pre>{@code
 * RowLabels.of(List.of("rock", "jazz", "rock"))                                     // one genre a row
 * RowLabels.ofMany(tracks.stream().map(Track::genres).toList())                     // several, or none, a row
 *         .withArtists(tracks.stream().map(Track::artists).toList())
 *         .withNames(tracks)
 * }</pre>
 */
public final class RowLabels {
    private static final int[] NOTHING = {};

    private final int[][] genres;
    private final int[][] artists;
    private final List<String> names;

    private RowLabels(int[][] genres, int[][] artists, List<String> names) {
        this.genres = genres;
        this.artists = artists;
        this.names = names;
    }

    /** Nothing is known of any row. */
    public static RowLabels none() {
        return new RowLabels(null, null, null);
    }

    /** One genre a row; null or blank where it is not known. */
    public static RowLabels of(List<String> genres) {
        return ofMany(genres.stream()
                .map(genre -> genre == null ? List.<String>of() : List.of(genre))
                .toList());
    }

    /** Any number of genres a row; none where they are not known. Two rows are alike if they share one. */
    public static RowLabels ofMany(List<? extends Collection<String>> genres) {
        return new RowLabels(numbered(genres), null, null);
    }

    /** Any number of artists a row: rows that share one are by the same artist. */
    public RowLabels withArtists(List<? extends Collection<String>> artists) {
        requireSize(artists, "lists of artists");
        return new RowLabels(genres, numbered(artists), names);
    }

    /** One name a row, as its text. */
    public RowLabels withNames(List<?> names) {
        requireSize(names, "names");
        return new RowLabels(
                genres, artists, names.stream().map(String::valueOf).toList());
    }

    private void requireSize(List<?> given, String what) {
        int rows = rows();
        if (rows >= 0 && given.size() != rows) {
            throw new IllegalArgumentException(
                    "%d %s were given but labels of %d rows: give one a row".formatted(given.size(), what, rows));
        }
    }

    /** Rows that are described; -1 where nothing is known of any. */
    int rows() {
        return genres != null ? genres.length : artists != null ? artists.length : names != null ? names.size() : -1;
    }

    boolean haveGenres() {
        return genres != null;
    }

    boolean haveArtists() {
        return artists != null;
    }

    boolean hasGenre(int row) {
        return genres[row].length > 0;
    }

    boolean shareGenre(int row, int other) {
        return shareOne(genres[row], genres[other]);
    }

    boolean shareArtist(int row, int other) {
        return artists != null && shareOne(artists[row], artists[other]);
    }

    String name(int row) {
        return names == null ? "row " + row : names.get(row);
    }

    /** Of these rows only, renumbered; a row without a name keeps its number. */
    RowLabels select(int... rows) {
        List<String> selected = IntStream.of(rows).mapToObj(this::name).toList();
        return new RowLabels(select(genres, rows), select(artists, rows), selected);
    }

    private static int[][] select(int[][] of, int... rows) {
        return of == null ? null : IntStream.of(rows).mapToObj(row -> of[row]).toArray(int[][]::new);
    }

    private static int[][] numbered(List<? extends Collection<String>> labels) {
        Map<String, Integer> numbers = new HashMap<>();
        return labels.stream()
                .map(ofRow -> ofRow == null
                        ? NOTHING
                        : ofRow.stream()
                                .filter(Objects::nonNull)
                                .map(String::strip)
                                .filter(label -> !label.isEmpty())
                                .mapToInt(label -> numbers.computeIfAbsent(label, l -> numbers.size()))
                                .toArray())
                .toArray(int[][]::new);
    }

    private static boolean shareOne(int[] some, int... others) {
        for (int one : some) {
            for (int other : others) {
                if (one == other) {
                    return true;
                }
            }
        }
        return false;
    }
}
