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
 * sim(a,b) = co(a,b) / sqrt((d(a) + 1) (d(b) + 1)),   sim(a,a) = 0
 * v(song)  = 1/n  sum over b of log(1 + c(b))  sum over the song's artists a of sim(a,b)
 * }</pre>
 *
 * and the value is {@code log(1 + v / 0.009)}: item-based co-occurrence (Deshpande and Karypis, ACM TOIS 22(1), 2004) of artists
 * instead of songs, so that it speaks for songs that no playlist has. What an artist of the list says for more of the same is
 * {@link ArtistPart}'s to say.
 *
 * @param artists of the songs
 * @param ofLists artists of each playlist, each once
 * @param lists that each artist stands in
 */
record CompanionPart(SongArtists artists, Ragged ofLists, Ragged lists) implements Part {
    /** The median of v over songs for which it is not 0, in 471 public playlists. */
    static final double SCALE = 0.009;

    static CompanionPart of(SongArtists artists, Playlists playlists) {
        List<int[]> ofLists = new ArrayList<>();
        for (Playlist list : playlists.lists()) {
            ofLists.add(
                    IntStream.of(list.songs()).flatMap(artists::of).distinct().toArray());
        }
        Ragged of = Ragged.of(ofLists, artists.names().size());
        return new CompanionPart(artists, of, of.turned());
    }

    @Override
    public PartKind kind() {
        return PartKind.COMPANIONS;
    }

    @Override
    public float[] values(int... seeds) {
        return artists.sums(SCALE, affinity(seeds));
    }

    /** Of every artist to the seeds, which is what v adds up over the artists of a song. */
    private float[] affinity(int... seeds) {
        int[] songsBy = artists.songsBy(seeds);
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
        }
        return affinity;
    }

    @Override
    public IntFunction<String> reasons(int... seeds) {
        int[] songsBy = artists.songsBy(seeds);
        int[] ofSeeds = IntStream.range(0, songsBy.length)
                .filter(artist -> songsBy[artist] > 0)
                .toArray();
        return song -> reason(ofSeeds, song);
    }

    private String reason(int[] ofSeeds, int song) {
        int[] own = artists.of(song)
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
        artists.write(out);
        ofLists.write(out);
    }

    static CompanionPart read(FieldInput in) throws IOException {
        SongArtists artists = SongArtists.read(in);
        Ragged ofLists = Ragged.read(in);
        if (ofLists.kinds() != artists.names().size()) {
            throw new IllegalArgumentException("its playlists do not fit its artists");
        }
        return new CompanionPart(artists, ofLists, ofLists.turned());
    }
}
