package segue.recommend.playlist;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import segue.catalog.playlists.Playlists;
import segue.files.FieldInput;
import segue.files.FieldOutput;
import segue.matrix.FloatMatrix;
import segue.recommend.factors.PlaylistFactors;
import segue.recommend.factors.SongContent;

/**
 * Where playlists put songs like it: the cosine between the {@linkplain PlaylistFactors factors} of the seeds and of the song, less
 * its mean over the catalogue. A song's factors are those that its artists, their tags and its numbers tell, so that songs nobody
 * listed have them too.
 *
 * @param artists of the songs
 */
record FactorPart(SongArtists artists, PlaylistFactors factors) implements Part {
    /** @param numbers of the songs, which do not tell how popular they are */
    static SongContent content(SongArtists artists, Optional<TagPart> tags, FloatMatrix numbers) {
        SongContent.Labels by = labels(artists.ofSongs(), false);
        return SongContent.of(
                numbers, tags.map(of -> List.of(by, labels(of.ofSongs(), true))).orElse(List.of(by)));
    }

    private static SongContent.Labels labels(Ragged of, boolean shared) {
        List<int[]> rows = IntStream.range(0, of.rows())
                .mapToObj(row -> Arrays.copyOfRange(of.items(), of.from(row), of.to(row)))
                .toList();
        return new SongContent.Labels(rows, of.kinds(), shared);
    }

    static FactorPart of(SongArtists artists, SongContent content, Playlists playlists) {
        return new FactorPart(artists, PlaylistFactors.of(playlists, content));
    }

    @Override
    public PartKind kind() {
        return PartKind.FACTORS;
    }

    @Override
    public float[] values(int... seeds) {
        float[] values = factors.cosines(seeds);
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        float mean = (float) (sum / values.length);
        for (int song = 0; song < values.length; song++) {
            values[song] -= mean;
        }
        return values;
    }

    /** The other artist of the seeds whose song is most like it. */
    @Override
    public IntFunction<String> reasons(int... seeds) {
        int[] named = IntStream.of(seeds)
                .filter(seed -> artists.of(seed).findAny().isPresent())
                .toArray();
        float[][] directions = IntStream.of(named).mapToObj(factors::direction).toArray(float[][]::new);
        return song -> reason(named, directions, song);
    }

    private String reason(int[] seeds, float[][] directions, int song) {
        int[] own = artists.of(song).toArray();
        float[] direction = factors.direction(song);
        int best = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < seeds.length; i++) {
            float cosine = 0;
            for (int f = 0; f < direction.length; f++) {
                cosine += direction[f] * directions[i][f];
            }
            if (cosine > most && !isBy(seeds[i], own)) {
                most = cosine;
                best = seeds[i];
            }
        }
        return best < 0
                ? ""
                : "listed like songs of "
                        + artists.names().get(artists.of(best).findFirst().orElseThrow());
    }

    private boolean isBy(int song, int... some) {
        return artists.of(song).anyMatch(artist -> IntStream.of(some).anyMatch(other -> artist == other));
    }

    @Override
    public void write(FieldOutput out) throws IOException {
        artists.write(out);
        factors.write(out);
    }

    static FactorPart read(FieldInput in) throws IOException {
        return new FactorPart(SongArtists.read(in), PlaylistFactors.read(in));
    }
}
