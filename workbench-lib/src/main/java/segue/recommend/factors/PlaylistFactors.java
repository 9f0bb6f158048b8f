package segue.recommend.factors;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.files.FieldInput;
import segue.files.FieldOutput;
import segue.matrix.FloatMatrix;
import segue.progress.Progress;

/**
 * Playlists times songs as a product of {@value #FACTORS} factors, learned from the playlists by {@linkplain ImplicitFactors
 * alternating least squares}; songs that are to be continued are folded in as one more playlist. With content, the factors of a
 * song are expected where a {@link ContentMap} puts them, and in the end they are there, whether somebody listed the song or not:
 * where listed songs kept factors of their own, they crowded out the others. On one thread, so that the bits are always the same.
 * Immutable.
 */
public final class PlaylistFactors {
    static final int FACTORS = 64;

    /** With content few are better: what the last sweeps learn of single songs tells nothing of others. */
    private static final int SWEEPS = 3;

    private static final int SWEEPS_WITHOUT = 8;
    private static final double ALPHA = 10;
    private static final double PENALTY = 10;
    private static final double CONTENT_PENALTY = 1;
    private static final double SMALL = 0.1;

    private static final ImplicitFactors SQUARES = new ImplicitFactors(ALPHA, PENALTY);

    private final double[][] gram;
    /** Shape {@code (factors, songs)}, each factor an array of its own so that loops over songs are compiled to vectors. */
    private final float[][] factors;

    private final float[] lengths;

    private PlaylistFactors(double[][] gram, float[]... factors) {
        this.gram = gram;
        this.factors = factors;
        this.lengths = new float[factors[0].length];
        for (int song = 0; song < lengths.length; song++) {
            double squares = 0;
            for (float[] factor : factors) {
                squares += (double) factor[song] * factor[song];
            }
            lengths[song] = (float) Math.sqrt(squares);
        }
    }

    /**
     * From playlists alone: a song that stands in none has no factors.
     *
     * @throws CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static PlaylistFactors of(Playlists playlists) {
        return learn(playlists, null);
    }

    /**
     * From playlists and what is known of songs.
     *
     * @throws CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static PlaylistFactors of(Playlists playlists, SongContent content) {
        return learn(playlists, content);
    }

    private static PlaylistFactors learn(Playlists playlists, SongContent content) {
        int[][] listsOfSongs = playlists.listsOfSongs();
        int[] listed = IntStream.range(0, listsOfSongs.length)
                .filter(song -> listsOfSongs[song].length > 0)
                .toArray();
        ContentMap map = content == null ? null : new ContentMap(content, listed, FACTORS, CONTENT_PENALTY);
        double[][] ofSongs = start(listsOfSongs.length, listed);
        int[][] lists = playlists.lists().stream().map(Playlist::songs).toArray(int[][]::new);
        int[] all = IntStream.range(0, lists.length).toArray();
        double[][] ofLists = new double[lists.length][];
        int sweeps = map == null ? SWEEPS_WITHOUT : SWEEPS;
        try (Progress progress = Progress.begin("factorising playlists", sweeps)) {
            for (int sweep = 0; sweep < sweeps; sweep++) {
                double[][] gram = SQUARES.gram(ofSongs, listed);
                for (int list : all) {
                    ofLists[list] = SQUARES.solve(gram, ofSongs, lists[list], (double[]) null);
                }
                double[][] listsGram = SQUARES.gram(ofLists, all);
                for (int song : listed) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancellationException("factorising playlists was stopped");
                    }
                    ofSongs[song] = SQUARES.solve(
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
        float[][] factors = new float[FACTORS][ofSongs.length];
        for (int song = 0; song < ofSongs.length; song++) {
            for (int f = 0; f < FACTORS; f++) {
                factors[f][song] = (float) ofSongs[song][f];
            }
        }
        return new PlaylistFactors(SQUARES.gram(ofSongs, listed), factors);
    }

    private static double[][] start(int songs, int... listed) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] factors = new double[songs][FACTORS];
        for (int song : listed) {
            Arrays.setAll(factors[song], f -> SMALL * (random.nextDouble() - 0.5));
        }
        return factors;
    }

    public int songs() {
        return lengths.length;
    }

    private double[] foldIn(int... seeds) {
        double[][] ofSeeds = new double[seeds.length][FACTORS];
        for (int i = 0; i < seeds.length; i++) {
            for (int f = 0; f < FACTORS; f++) {
                ofSeeds[i][f] = factors[f][seeds[i]];
            }
        }
        return SQUARES.solve(gram, ofSeeds, IntStream.range(0, seeds.length).toArray(), (double[]) null);
    }

    /**
     * How surely each song is expected in a list, 0 to about 1.
     *
     * @param seeds rows of the list, each once
     * @return shape {@code (songs)}, new
     */
    public float[] products(int... seeds) {
        return products(foldIn(seeds));
    }

    private float[] products(double... of) {
        float[] products = new float[lengths.length];
        for (int f = 0; f < FACTORS; f++) {
            add((float) of[f], factors[f], products);
        }
        return products;
    }

    private static void add(float factor, float[] from, float[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += factor * from[i];
        }
    }

    /**
     * The cosine between each song's factors and the list's, -1 to 1: unlike the product it does not favour songs that are listed
     * often. 0 for a song without factors.
     *
     * @param seeds rows of the list, each once
     * @return shape {@code (songs)}, new
     */
    public float[] cosines(int... seeds) {
        double[] of = foldIn(seeds);
        float[] cosines = products(of);
        float length = (float) Math.sqrt(Arrays.stream(of).map(x -> x * x).sum());
        for (int song = 0; song < cosines.length; song++) {
            float both = length * lengths[song];
            cosines[song] = both > 0 ? cosines[song] / both : 0;
        }
        return cosines;
    }

    /** A song's factors, of length 1; of a song without factors all 0. */
    public float[] direction(int song) {
        float[] direction = new float[FACTORS];
        for (int f = 0; f < FACTORS && lengths[song] > 0; f++) {
            direction[f] = factors[f][song] / lengths[song];
        }
        return direction;
    }

    public void write(FieldOutput out) throws IOException {
        out.writeInt(lengths.length);
        for (double[] row : gram) {
            out.doubles(row);
        }
        for (float[] factor : factors) {
            out.floats(factor);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it does not make sense
     */
    public static PlaylistFactors read(FieldInput in) throws IOException {
        int songs = in.count();
        double[][] gram = new double[FACTORS][];
        for (int f = 0; f < FACTORS; f++) {
            gram[f] = in.doubles(FACTORS);
        }
        float[][] factors = new float[FACTORS][];
        for (int f = 0; f < FACTORS; f++) {
            factors[f] = in.floats(songs);
            FloatMatrix.wrap(1, songs, factors[f]);
        }
        return new PlaylistFactors(gram, factors);
    }
}
