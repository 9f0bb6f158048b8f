package segue.recommend.playlist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/**
 * Artists that stand in playlists together. With {@code n} seeds of which {@code c(b)} are by artist b, {@code d(a)} playlists that
 * have artist a and {@code co(a,b)} that have both,
 *
 * <pre>{@code
 * sim(a,b) = co(a,b) / sqrt((d(a) + 1) (d(b) + 1)),   sim(a,a) = 1
 * v(song)  = 1/n  sum over b of log(1 + c(b))  sum over the song's artists a of sim(a,b)
 * }</pre>
 *
 * and the value is {@code log(1 + v / 0.009)}: item-based co-occurrence (Deshpande and Karypis, ACM TOIS 22(1), 2004) of artists
 * instead of songs, so that it speaks for songs that no playlist has.
 *
 * @param artists of the songs
 * @param ofLists artists of each playlist, each once
 * @param lists that each artist stands in
 */
record ArtistPart(SongArtists artists, Ragged ofLists, Ragged lists) implements Part {
    /** The median of v over songs for which it is not 0, in 471 public playlists. */
    static final double SCALE = 0.009;

    static ArtistPart of(SongArtists artists, Playlists playlists) {
        List<int[]> ofLists = new ArrayList<>();
        for (Playlist list : playlists.lists()) {
            ofLists.add(IntStream.of(list.songs())
                    .flatMap(song -> artistsOf(artists.ofSongs(), song))
                    .distinct()
                    .toArray());
        }
        Ragged of = Ragged.of(ofLists, artists.names().size());
        return new ArtistPart(artists, of, of.turned());
    }

    private static IntStream artistsOf(Ragged ofSongs, int song) {
        return Arrays.stream(ofSongs.items(), ofSongs.from(song), ofSongs.to(song));
    }

    @Override
    public PartKind kind() {
        return PartKind.ARTISTS;
    }

    @Override
    public float[] values(int... seeds) {
        float[] affinity = affinity(seeds);
        Ragged ofSongs = artists.ofSongs();
        float[] values = new float[ofSongs.rows()];
        for (int song = 0; song < values.length; song++) {
            float sum = 0;
            for (int i = ofSongs.from(song); i < ofSongs.to(song); i++) {
                sum += affinity[ofSongs.items()[i]];
            }
            values[song] = sum == 0 ? 0 : (float) StrictMath.log1p(sum / SCALE);
        }
        return values;
    }

    /** Of every artist to the seeds, which is what v adds up over the artists of a song. */
    private float[] affinity(int... seeds) {
        int[] songsBy = songsBy(seeds);
        float[] affinity = new float[songsBy.length];
        int[] together = new int[songsBy.length];
        int[] met = new int[songsBy.length];
        for (int b = 0; b < songsBy.length; b++) {
            if (songsBy[b] == 0) {
                continue;
            }
            int count = 0;
            for (int l = lists.from(b); l < lists.to(b); l++) {
                int list = lists.items()[l];
                for (int i = ofLists.from(list); i < ofLists.to(list); i++) {
                    int a = ofLists.items()[i];
                    if (together[a]++ == 0) {
                        met[count++] = a;
                    }
                }
            }
            double weight = StrictMath.log1p(songsBy[b]) / seeds.length;
            double ofB = lists.to(b) - lists.from(b) + 1;
            for (int i = 0; i < count; i++) {
                int a = met[i];
                if (a != b) {
                    double ofA = lists.to(a) - lists.from(a) + 1;
                    affinity[a] += (float) (weight * together[a] / Math.sqrt(ofA * ofB));
                }
                together[a] = 0;
            }
            affinity[b] += (float) weight;
        }
        return affinity;
    }

    private int[] songsBy(int... seeds) {
        int[] songsBy = new int[artists.names().size()];
        for (int seed : seeds) {
            artistsOf(artists.ofSongs(), seed).forEach(artist -> songsBy[artist]++);
        }
        return songsBy;
    }

    @Override
    public IntFunction<String> reasons(int... seeds) {
        int[] songsBy = songsBy(seeds);
        int[] ofSeeds = IntStream.range(0, songsBy.length)
                .filter(artist -> songsBy[artist] > 0)
                .toArray();
        return song -> reason(songsBy, ofSeeds, song);
    }

    private String reason(int[] songsBy, int[] ofSeeds, int song) {
        List<String> same = artistsOf(artists.ofSongs(), song)
                .filter(artist -> songsBy[artist] > 0)
                .mapToObj(artists.names()::get)
                .toList();
        if (!same.isEmpty()) {
            return "same artist (" + String.join(", ", same) + ")";
        }
        int[] own = artistsOf(artists.ofSongs(), song)
                .flatMap(a -> Arrays.stream(lists.items(), lists.from(a), lists.to(a)))
                .toArray();
        if (own.length == 0) {
            return "";
        }
        double[] together =
                IntStream.of(ofSeeds).mapToDouble(b -> together(own, b)).toArray();
        String companions = IntStream.range(0, ofSeeds.length)
                .filter(i -> together[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -together[i]))
                .limit(2)
                .map(i -> artists.names().get(ofSeeds[i]))
                .collect(Collectors.joining(" and "));
        return companions.isEmpty() ? "" : "its artist stands in other lists with " + companions;
    }

    /** How many of a song's playlists have artist b, by the root of how many there are that have it. */
    private double together(int[] own, int b) {
        long both = IntStream.of(own)
                .filter(list -> Arrays.binarySearch(lists.items(), lists.from(b), lists.to(b), list) >= 0)
                .count();
        return both / Math.sqrt(lists.to(b) - lists.from(b) + 1.0);
    }

    @Override
    public void write(FieldOutput out) throws IOException {
        Names.write(out, artists.names());
        artists.ofSongs().write(out);
        ofLists.write(out);
    }

    static ArtistPart read(FieldInput in) throws IOException {
        List<String> names = Names.read(in);
        SongArtists artists = new SongArtists(names, Ragged.read(in));
        Ragged ofLists = Ragged.read(in);
        if (artists.ofSongs().kinds() != names.size() || ofLists.kinds() != names.size()) {
            throw new IllegalArgumentException("its artists do not fit their names");
        }
        return new ArtistPart(artists, ofLists, ofLists.turned());
    }
}
