package segue.recommend.playlist;

import java.io.IOException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/**
 * More by the artists of the list, and the more the less they stand elsewhere. Of the seeds {@code c(a)} are by artist a, of the
 * entries of all playlists {@code t(a)}, or c(a) if that is more:
 *
 * <pre>{@code v(song) = sum over the song's artists a of  c(a) / (t(a) + 1)}</pre>
 *
 * how likely an entry by that artist stands in this list, the one shrinking what little is known; the value is
 * {@code log(1 + v / 0.2)}.
 *
 * @param artists of the songs
 * @param entries t, one an artist
 */
record ArtistPart(SongArtists artists, int[] entries) implements Part {
    /** Chosen on playlists held back from real ones; between .05 and .5 it hardly matters. */
    static final double SCALE = 0.2;

    static ArtistPart of(SongArtists artists, Playlists playlists) {
        int[] entries = new int[artists.names().size()];
        for (Playlist list : playlists.lists()) {
            for (int song : list.songs()) {
                artists.of(song).forEach(artist -> entries[artist]++);
            }
        }
        return new ArtistPart(artists, entries);
    }

    @Override
    public PartKind kind() {
        return PartKind.ARTISTS;
    }

    @Override
    public float[] values(int... seeds) {
        int[] songsBy = artists.songsBy(seeds);
        float[] shares = new float[songsBy.length];
        for (int a = 0; a < shares.length; a++) {
            shares[a] = songsBy[a] / (Math.max(entries[a], songsBy[a]) + 1f);
        }
        return artists.sums(SCALE, shares);
    }

    @Override
    public IntFunction<String> reasons(int... seeds) {
        int[] songsBy = artists.songsBy(seeds);
        return song -> {
            String same = artists.of(song)
                    .filter(artist -> songsBy[artist] > 0)
                    .mapToObj(artists.names()::get)
                    .collect(Collectors.joining(", "));
            return same.isEmpty() ? "" : "same artist (" + same + ")";
        };
    }

    @Override
    public void write(FieldOutput out) throws IOException {
        artists.write(out);
        out.ints(entries);
    }

    static ArtistPart read(FieldInput in) throws IOException {
        SongArtists artists = SongArtists.read(in);
        int[] entries = in.ints(artists.names().size());
        for (int count : entries) {
            if (count < 0) {
                throw new IllegalArgumentException("an artist stands in " + count + " entries");
            }
        }
        return new ArtistPart(artists, entries);
    }
}
