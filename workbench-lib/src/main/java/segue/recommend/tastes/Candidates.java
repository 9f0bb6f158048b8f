package segue.recommend.tastes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;

/** For each taste the songs that are for it, best first; no song is for two. */
final class Candidates {
    private static final int NAMED = 8;

    /** @param score what it is worth to its taste */
    private record Song(int row, double score) {}

    private final TasteSpace space;
    private final int[][] tastes;
    private final List<List<Song>> songs;

    private Candidates(TasteSpace space, int[][] tastes, List<List<Song>> songs) {
        this.space = space;
        this.tastes = tastes;
        this.songs = songs;
    }

    /**
     * Among so many songs around each of the liked ones.
     *
     * @param admitted the rows that rules leave, among which these are found; a few others come as well, to be named as left
     *     out. Null for all
     */
    static Candidates around(TasteSpace space, int[] liked, int[][] tastes, int around, BitSet admitted) {
        BitSet rows = new BitSet(space.catalog().size());
        int size = space.catalog().size();
        FloatMatrix queries = space.points().selectRows(liked);
        if (admitted == null && around >= size) {
            rows.set(0, size);
        } else {
            int near = admitted == null ? around : Math.min(around, NAMED);
            add(rows, space.index().search(queries, nearest(near, size)));
        }
        if (admitted != null && around >= admitted.cardinality()) {
            rows.or(admitted);
        } else if (admitted != null) {
            add(rows, space.index().search(queries, nearest(around, size).among(admitted)));
        }
        IntStream.of(liked).forEach(rows::clear);
        List<List<Song>> songs = new ArrayList<>();
        for (int taste = 0; taste < tastes.length; taste++) {
            songs.add(new ArrayList<>());
        }
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int taste = 0; taste < tastes.length; taste++) {
                double density = space.commonness().inTaste(row, tastes[taste]);
                if (density > most) {
                    best = taste;
                    most = density;
                }
            }
            songs.get(best).add(new Song(row, space.commonness().score(row, most)));
        }
        songs.forEach(of ->
                of.sort(Comparator.comparingDouble((Song one) -> -one.score()).thenComparing(Song::row)));
        return new Candidates(space, tastes, songs);
    }

    private static Search nearest(int around, int all) {
        return Search.nearest(Math.min(around + 1, all)).onThreads(1);
    }

    private static void add(BitSet rows, NeighborTable found) {
        for (int row : found.rows()) {
            rows.set(row);
        }
    }

    int size(int taste) {
        return songs.get(taste).size();
    }

    /** The one at a place of a taste's list, from 0. */
    TasteSong song(int taste, int place) {
        Song song = songs.get(taste).get(place);
        Catalog catalog = space.catalog();
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int liked : tastes[taste]) {
            double squares = Commonness.squaredDistance(space.points(), song.row(), liked);
            if (squares < least) {
                least = squares;
                nearest = liked;
            }
        }
        return new TasteSong(
                song.row(),
                catalog.track(song.row()),
                taste,
                nearest,
                catalog.track(nearest),
                Math.sqrt(least),
                song.score());
    }
}
