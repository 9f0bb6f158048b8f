package segue.recommend.playlist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/**
 * Tags of the artists. A song's vector t has for each tag of its artists {@code log((1 + A) / (1 + df))}, of A artists of which df
 * have the tag, and is of length 1; of a song without tags it is 0. With c the direction of the mean over the seeds and b that
 * over the catalogue, the value is {@code t·c - t·b}: the cosine, less what the tags have in common with everything (tf-idf after
 * Salton and Buckley, Information Processing and Management 24(5), 1988).
 *
 * @param names of the tags
 * @param ofSongs numbers of the tags of each row
 * @param weights of those tags in t, one an item
 * @param usual b; null where no song has a tag
 */
record TagPart(List<String> names, Ragged ofSongs, float[] weights, double[] usual) implements Part {
    private static final int NAMED = 3;

    TagPart {
        if (weights.length != ofSongs.items().length || names.size() != ofSongs.kinds()) {
            throw new IllegalArgumentException("its tags do not fit their weights and names");
        }
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("the weight of a tag is " + weight);
            }
        }
    }

    static TagPart of(SongArtists artists, ArtistTags tags) {
        Map<String, Integer> numbers = new HashMap<>();
        List<int[]> ofArtists = artists.names().stream()
                .map(artist -> tags.of(artist).stream()
                        .mapToInt(tag -> numbers.computeIfAbsent(tag, t -> numbers.size()))
                        .distinct()
                        .toArray())
                .toList();
        String[] names = new String[numbers.size()];
        numbers.forEach((tag, number) -> names[number] = tag);
        int[] artistsWith = Ragged.of(ofArtists, names.length).counts();
        List<int[]> ofSongs = new ArrayList<>();
        Ragged artistsOf = artists.ofSongs();
        for (int song = 0; song < artistsOf.rows(); song++) {
            ofSongs.add(IntStream.range(artistsOf.from(song), artistsOf.to(song))
                    .flatMap(i -> IntStream.of(ofArtists.get(artistsOf.items()[i])))
                    .distinct()
                    .toArray());
        }
        Ragged rows = Ragged.of(ofSongs, names.length);
        return of(List.of(names), rows, weights(rows, artistsWith, ofArtists.size()));
    }

    private static TagPart of(List<String> names, Ragged ofSongs, float... weights) {
        return new TagPart(names, ofSongs, weights, direction(IntStream.range(0, ofSongs.rows()), ofSongs, weights));
    }

    private static float[] weights(Ragged rows, int[] artistsWith, int artists) {
        float[] weights = new float[rows.items().length];
        for (int row = 0; row < rows.rows(); row++) {
            double squares = 0;
            for (int i = rows.from(row); i < rows.to(row); i++) {
                double rarity = StrictMath.log((1.0 + artists) / (1 + artistsWith[rows.items()[i]]));
                weights[i] = (float) rarity;
                squares += rarity * rarity;
            }
            for (int i = rows.from(row); i < rows.to(row); i++) {
                weights[i] = squares == 0 ? 0 : (float) (weights[i] / Math.sqrt(squares));
            }
        }
        return weights;
    }

    @Override
    public PartKind kind() {
        return PartKind.TAGS;
    }

    /** Whether any song has one. */
    boolean tellsApart() {
        return weights.length > 0;
    }

    @Override
    public float[] values(int... seeds) {
        float[] values = new float[ofSongs.rows()];
        double[] wanted = direction(IntStream.of(seeds), ofSongs, weights);
        if (wanted == null) {
            return values;
        }
        float[] difference = new float[names.size()];
        for (int tag = 0; tag < difference.length; tag++) {
            difference[tag] = (float) (wanted[tag] - usual[tag]);
        }
        for (int song = 0; song < values.length; song++) {
            float sum = 0;
            for (int i = ofSongs.from(song); i < ofSongs.to(song); i++) {
                sum += weights[i] * difference[ofSongs.items()[i]];
            }
            values[song] = sum;
        }
        return values;
    }

    /** The mean of the vectors of songs, of length 1; null where none has a tag. */
    private static double[] direction(IntStream songs, Ragged ofSongs, float... weights) {
        double[] sums = new double[ofSongs.kinds()];
        songs.forEach(song -> {
            for (int i = ofSongs.from(song); i < ofSongs.to(song); i++) {
                sums[ofSongs.items()[i]] += weights[i];
            }
        });
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        if (squares == 0) {
            return null;
        }
        for (int tag = 0; tag < sums.length; tag++) {
            sums[tag] /= Math.sqrt(squares);
        }
        return sums;
    }

    @Override
    public IntFunction<String> reasons(int... seeds) {
        double[] wanted = direction(IntStream.of(seeds), ofSongs, weights);
        return song -> wanted == null ? "" : reason(wanted, song);
    }

    private String reason(double[] wanted, int song) {
        String common = IntStream.range(ofSongs.from(song), ofSongs.to(song))
                .filter(i -> wanted[ofSongs.items()[i]] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i] * wanted[ofSongs.items()[i]]))
                .limit(NAMED)
                .map(i -> names.get(ofSongs.items()[i]))
                .collect(Collectors.joining(", "));
        return common.isEmpty() ? "" : "tags " + common;
    }

    @Override
    public void write(FieldOutput out) throws IOException {
        Names.write(out, names);
        ofSongs.write(out);
        out.floats(weights);
    }

    static TagPart read(FieldInput in) throws IOException {
        List<String> names = Names.read(in);
        Ragged ofSongs = Ragged.read(in);
        return of(names, ofSongs, in.floats(ofSongs.items().length));
    }
}
