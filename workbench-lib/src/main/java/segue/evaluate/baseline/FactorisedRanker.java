package segue.evaluate.baseline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import segue.catalog.playlists.Playlist;
import segue.evaluate.Ranker;
import segue.evaluate.Training;
import segue.neighbors.TopK;
import segue.progress.Progress;

/**
 * Playlists times songs as a product of factors, learned from the playlists by {@linkplain ImplicitFactors alternating least
 * squares}; playlists that were not there are folded in. With content, the factors of a song are expected where a {@link
 * ContentMap} puts them, and in the end they are there, whether somebody listed the song or not: where listed songs kept factors
 * of their own, they crowded out the others (recall@500 .33 instead of .47 on playlists of a validation split). Without content,
 * songs that nobody listed come last, the popular ones first. On one thread, so that the bits are always the same.
 */
public final class FactorisedRanker implements Ranker {
    private static final int FACTORS = 64;
    private static final int SWEEPS = 8;
    private static final double ALPHA = 10;
    private static final double PENALTY = 10;
    private static final double CONTENT_PENALTY = 1;
    private static final double SMALL = 0.1;

    private final ImplicitFactors squares = new ImplicitFactors(ALPHA, PENALTY);
    private final double[][] ofSongs;
    private final double[][] gram;
    private final float[][] columns;
    private final int[] unknown;

    private FactorisedRanker(Training training, boolean withContent) {
        int songs = training.songs().size();
        int[][] listsOfSongs = training.playlists().listsOfSongs();
        int[] listed = IntStream.range(0, songs)
                .filter(song -> listsOfSongs[song].length > 0)
                .toArray();
        ContentMap map =
                withContent ? new ContentMap(SongContent.of(training), listed, FACTORS, CONTENT_PENALTY) : null;
        this.ofSongs = start(songs, listed);
        learn(training, listsOfSongs, listed, map);
        this.gram = squares.gram(ofSongs, listed);
        BitSet without = new BitSet(songs);
        if (map == null) {
            without.set(0, songs);
            IntStream.of(listed).forEach(without::clear);
        }
        this.unknown = IntStream.of(PopularityRanker.inCatalog(training).order())
                .filter(without::get)
                .toArray();
        this.columns = new float[FACTORS][songs];
        for (int song = 0; song < songs; song++) {
            for (int f = 0; f < FACTORS; f++) {
                columns[f][song] = (float) ofSongs[song][f];
            }
        }
    }

    /** From playlists alone. */
    public static FactorisedRanker ofPlaylists(Training training) {
        return new FactorisedRanker(training, false);
    }

    /** From playlists and what is known of songs. */
    public static FactorisedRanker withContent(Training training) {
        return new FactorisedRanker(training, true);
    }

    private static double[][] start(int songs, int... listed) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] factors = new double[songs][FACTORS];
        for (int song : listed) {
            Arrays.setAll(factors[song], f -> SMALL * (random.nextDouble() - 0.5));
        }
        return factors;
    }

    private void learn(Training training, int[][] listsOfSongs, int[] listed, ContentMap map) {
        int[][] lists =
                training.playlists().lists().stream().map(Playlist::songs).toArray(int[][]::new);
        int[] all = IntStream.range(0, lists.length).toArray();
        double[][] ofLists = new double[lists.length][];
        try (Progress progress = Progress.begin("factorising playlists", SWEEPS)) {
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                double[][] songsGram = squares.gram(ofSongs, listed);
                for (int list : all) {
                    ofLists[list] = squares.solve(songsGram, ofSongs, lists[list], (double[]) null);
                }
                double[][] listsGram = squares.gram(ofLists, all);
                for (int song : listed) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancellationException("factorising was stopped");
                    }
                    ofSongs[song] = squares.solve(
                            listsGram, ofLists, listsOfSongs[song], map == null ? null : map.factors(song));
                }
                if (map != null) {
                    map.learn(ofSongs);
                }
                progress.step();
            }
        }
        if (map != null) {
            Arrays.setAll(ofSongs, map::factors);
        }
    }

    @Override
    public int[] rank(int[] seeds, int n) {
        double[] wanted = squares.solve(gram, ofSongs, seeds, (double[]) null);
        float[] scores = new float[ofSongs.length];
        for (int f = 0; f < FACTORS; f++) {
            add((float) wanted[f], columns[f], scores);
        }
        BitSet out = new BitSet(scores.length);
        IntStream.of(seeds).forEach(out::set);
        int[] last = n <= scores.length - unknown.length - seeds.length
                ? new int[0]
                : IntStream.of(unknown).filter(song -> !out.get(song)).toArray();
        IntStream.of(unknown).forEach(out::set);
        TopK best = new TopK(Math.min(n, scores.length - out.cardinality()));
        for (int song = 0; song < scores.length; song++) {
            if (!out.get(song)) {
                best.offer(-scores[song], song);
            }
        }
        int[] found = new int[best.k()];
        best.drain(found, new float[found.length], 0);
        return IntStream.concat(IntStream.of(found), IntStream.of(last))
                .limit(n)
                .toArray();
    }

    private static void add(float factor, float[] from, float[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += factor * from[i];
        }
    }
}
