package segue.recommend.tastes;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.cluster.Clusters;

/**
 * A listener's tastes, told from the songs they like, and playlists that do justice to each of them. Immutable.
 *
 * <pre>{@code
 * Tastes tastes = Tastes.of(catalog, rows);
 * tastes.all().forEach(System.out::println);
 * TastePlaylist fifty = tastes.playlist(50);
 * }</pre>
 */
public final class Tastes {
    private final TasteSpace space;
    private final int[] liked;
    private final Clusters clusters;
    private final int[][] songs;

    private Tastes(TasteSpace space, int[] liked, Clusters clusters) {
        this.space = space;
        this.liked = liked;
        this.clusters = clusters;
        this.songs = new int[clusters.k()][];
        for (int taste = 0; taste < songs.length; taste++) {
            songs[taste] = Arrays.stream(clusters.members(taste))
                    .map(member -> liked[member])
                    .toArray();
        }
    }

    /** Over the catalogue's own points; whoever asks for many listeners makes the {@link TasteSpace} once. */
    public static Tastes of(Catalog catalog, int... songs) {
        return of(TasteSpace.of(catalog), TasteOptions.defaults(), songs);
    }

    /**
     * Tells tastes apart.
     *
     * @param songs rows of the catalogue that the listener likes, at least one; repeated ones count once
     * @throws IllegalArgumentException if there are none
     * @throws IndexOutOfBoundsException if the catalogue has no such row
     */
    public static Tastes of(TasteSpace space, TasteOptions options, int... songs) {
        int[] liked = IntStream.of(songs).sorted().distinct().toArray();
        if (liked.length == 0) {
            throw new IllegalArgumentException("tastes are told from songs: at least one is needed");
        }
        for (int row : liked) {
            if (row < 0 || row >= space.catalog().size()) {
                throw new IndexOutOfBoundsException("a song must be a row in [0, %,d) but was %,d"
                        .formatted(space.catalog().size(), row));
            }
        }
        return new Tastes(space, liked, Grouping.of(space.points().selectRows(liked), space.directions(), options));
    }

    /** How many there are. */
    public int count() {
        return songs.length;
    }

    /** The tastes in words, the largest first; the words compare each with the catalogue at large. */
    public List<Taste> all() {
        return TasteNames.of(space, liked, clusters, songs);
    }

    /** {@code n} songs for all tastes, at most two by an artist, in an order that flows. */
    public TastePlaylist playlist(int n) {
        return playlist(TastePlaylistOptions.defaults().withN(n));
    }

    /**
     * Songs for all tastes that pass the rules, none of the listener's own. Each taste gets its share of the places by largest
     * remainder and fills them with songs that are common about its own songs, and less so in the catalogue; no liked song brings
     * more than three times its part of the list, two at least, while there is something else. A song that several tastes would have is for the one in which
     * such songs are most common. Where a taste runs dry, the others take its places by their shares. Fewer songs than asked for
     * come where the catalogue has no more.
     *
     * @throws IndexOutOfBoundsException if the catalogue has no row that is said to be known
     */
    public TastePlaylist playlist(TastePlaylistOptions options) {
        Draw draw = Draw.of(space, liked, songs, options);
        List<TasteSong> drawn = draw.songs();
        if (options.flowing()) {
            drawn = flowing(drawn);
        }
        return new TastePlaylist(drawn, all(), draw.quotas(), draw.given(), draw.leftOut(), draw.notes());
    }

    private List<TasteSong> flowing(List<TasteSong> drawn) {
        int[] rows = drawn.stream().mapToInt(TasteSong::row).toArray();
        int[] ordered = Flow.order(space.catalog(), space.points(), rows, OptionalInt.empty(), FlowOptions.defaults());
        return Arrays.stream(ordered)
                .mapToObj(row -> drawn.stream()
                        .filter(song -> song.row() == row)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /**
     * As rows only, best first, tastes in turns, none of the listener's own; other copies of a recording and artists are not
     * looked at: for whoever filters and judges by rules of his own.
     */
    public int[] rows(int n) {
        return Draw.ofRows(space, liked, songs, n).songs().stream()
                .mapToInt(TasteSong::row)
                .toArray();
    }
}
