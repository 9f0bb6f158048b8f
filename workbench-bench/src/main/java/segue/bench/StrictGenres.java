package segue.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.playlists.Playlists;
import segue.evaluate.Estimate;
import segue.evaluate.EvaluationData;
import segue.evaluate.Ranker;
import segue.evaluate.SongLabels;
import segue.evaluate.Training;
import segue.evaluate.Variant;
import segue.evaluate.Variants;

/**
 * Genre precision where less is shared with the songs that labels were learned from. By artists: a fifth of the artists are held
 * back with all their songs. By artists and playlists: a quarter of the playlists are held back; asked are songs that stand in
 * those alone, and labels are learned of songs that stand in none of those and share no artist with songs asked for. Songs asked for find each
 * other; songs by the same artist do not count.
 */
final class StrictGenres {
    private static final int SEEDS = 3;
    private static final double ARTISTS_HELD = 0.2;
    private static final double LISTS_HELD = 0.25;
    private static final List<String> VARIANTS =
            List.of("minmax-euclidean", "zscore-euclidean", "learned-metric", "learned-mutual");

    private final EvaluationData data;
    private final SongLabels artists;
    private final int k;

    private StrictGenres(EvaluationData data, int k) {
        this.data = data;
        this.artists = SongLabels.of(data.songs().tracks().stream()
                .map(track -> track.artists().stream().map(TextKey::of).toList())
                .toList());
        this.k = k;
    }

    static void print(EvaluationData data, int k) {
        StrictGenres strict = new StrictGenres(data, k);
        System.out.printf("Genres of the nearest %d, artist-filtered, labels of others only%n%n", k);
        System.out.println("| held back | seed | learned from | asked | " + String.join(" | ", VARIANTS) + " |");
        System.out.println("|---|---|---|---|" + "---|".repeat(VARIANTS.size()));
        for (int seed = 0; seed < SEEDS; seed++) {
            strict.byArtists(seed);
        }
        for (int seed = 0; seed < SEEDS; seed++) {
            strict.byPlaylists(seed);
        }
        System.out.println();
    }

    private void byArtists(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Integer> held = new HashSet<>();
        Set<Integer> met = new HashSet<>();
        BitSet asked = new BitSet();
        for (int row = 0; row < artists.songs(); row++) {
            for (int artist : artists.of(row)) {
                if (met.add(artist) && random.nextDouble() < ARTISTS_HELD) {
                    held.add(artist);
                }
            }
            if (IntStream.of(artists.of(row)).anyMatch(held::contains)) {
                asked.set(row);
            }
        }
        BitSet known = withoutArtistsOf(asked);
        print("artists", seed, known, asked);
    }

    private void byPlaylists(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BitSet inHeld = new BitSet();
        BitSet inOthers = new BitSet();
        data.playlists().lists().forEach(list -> {
            BitSet of = random.nextDouble() < LISTS_HELD ? inHeld : inOthers;
            IntStream.of(list.songs()).forEach(of::set);
        });
        BitSet asked = (BitSet) inHeld.clone();
        asked.andNot(inOthers);
        BitSet known = withoutArtistsOf(asked);
        known.andNot(inHeld);
        print("artists and playlists", seed, known, asked);
    }

    private BitSet withoutArtistsOf(BitSet asked) {
        Set<Integer> theirs = new HashSet<>();
        asked.stream().flatMap(row -> IntStream.of(artists.of(row))).forEach(theirs::add);
        BitSet known = new BitSet();
        IntStream.range(0, artists.songs())
                .filter(row -> IntStream.of(artists.of(row)).noneMatch(theirs::contains))
                .forEach(known::set);
        return known;
    }

    private void print(String held, int seed, BitSet known, BitSet asked) {
        Catalog songs = data.songs();
        Training training = new Training(
                songs,
                Playlists.none(songs.size()),
                data.genres().only(known::get),
                data.subgenres().only(known::get),
                data.artistTags());
        List<String> cells = new ArrayList<>(
                List.of(held, "" + seed, "%,d".formatted(known.cardinality()), "%,d".formatted(asked.cardinality())));
        for (String name : VARIANTS) {
            Variant variant = Variants.named(name);
            cells.add(AblationTable.shown(precision(variant.learner().learn(training), asked, seed), "%.3f"));
        }
        AblationTable.row(cells);
    }

    private Estimate precision(Ranker ranker, BitSet asked, int seed) {
        int[] queries = asked.stream().filter(row -> data.genres().has(row)).toArray();
        double[] values = new double[queries.length];
        int block = 64;
        for (int from = 0; from < queries.length; from += block) {
            int[] rows = Arrays.copyOfRange(queries, from, Math.min(queries.length, from + block));
            int[][] found = ranker.rankEach(rows, 40 * k);
            for (int i = 0; i < rows.length; i++) {
                int query = rows[i];
                int[] counted = IntStream.of(found[i])
                        .filter(row -> asked.get(row) && data.genres().has(row) && !artists.share(query, row))
                        .limit(k)
                        .toArray();
                values[from + i] = IntStream.of(counted)
                        .mapToDouble(row -> data.genres().share(query, row) ? 1 : 0)
                        .average()
                        .orElse(Double.NaN);
            }
        }
        return Estimate.mean(values, seed);
    }
}
