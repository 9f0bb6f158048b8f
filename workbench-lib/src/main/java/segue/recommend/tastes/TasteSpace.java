package segue.recommend.tastes;

import java.util.Random;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.RowSample;
import segue.recommend.Recommender;
import segue.recommend.RuleBook;

/**
 * A catalogue made ready to find tastes in: its points, an index of them, and how common each sort of song is. Made once, then
 * safe for use by several threads at once.
 */
public final class TasteSpace {
    private static final int SPREAD_ROWS = 5_000;
    private static final int COMMON_ROWS = 400;

    private final Catalog catalog;
    private final FloatMatrix points;
    private final NeighborIndex index;
    private final Directions directions;
    private final Commonness commonness;
    private volatile RuleBook book;

    /** @param counted rows of which the densities of the catalogue are told */
    private TasteSpace(Catalog catalog, FloatMatrix points, int... counted) {
        this.catalog = catalog;
        this.points = points;
        this.index = NeighborIndex.of(points, Metric.EUCLIDEAN);
        this.directions = Directions.of(points.selectRows(sample(counted, SPREAD_ROWS)));
        this.commonness = new Commonness(points, directions.variance(), sample(counted, COMMON_ROWS));
    }

    private static int[] sample(int[] rows, int size) {
        return rows.length <= size
                ? rows
                : IntStream.of(RowSample.of(rows.length, size, new Random(42)))
                        .map(at -> rows[at])
                        .toArray();
    }

    private static int[] all(FloatMatrix points) {
        return IntStream.range(0, points.rows()).toArray();
    }

    /**
     * Over the catalogue's own {@linkplain Catalog#points() points}.
     *
     * @throws IllegalArgumentException if the catalogue is empty
     */
    public static TasteSpace of(Catalog catalog) {
        if (catalog.size() == 0) {
            throw new IllegalArgumentException("the catalogue is empty: there is nothing to recommend");
        }
        FloatMatrix points = catalog.points();
        return new TasteSpace(catalog, points, all(points));
    }

    /**
     * Over other points of its songs, those of a learned metric for instance.
     *
     * @param points shape {@code (songs, any)}
     * @throws IllegalArgumentException if there is not a point for each song
     */
    public static TasteSpace of(Catalog catalog, FloatMatrix points) {
        if (catalog.size() == 0 || points.rows() != catalog.size()) {
            throw new IllegalArgumentException("%,d points were given for %,d songs: a point for each is needed"
                    .formatted(points.rows(), catalog.size()));
        }
        return new TasteSpace(catalog, points, all(points));
    }

    /**
     * What a recommender knows already: its points, and its rules, which take the longest to make. How common songs are is told
     * of every recording once.
     */
    public static TasteSpace of(Recommender recommender) {
        RuleBook book = recommender.ruleBook();
        TasteSpace space = new TasteSpace(book.catalog(), recommender.points(), book.recordings());
        space.book = book;
        return space;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** Shape {@code (songs, any)}. */
    public FloatMatrix points() {
        return points;
    }

    /** Made when it is first asked for. */
    RuleBook ruleBook() {
        if (book == null) {
            book = RuleBook.of(catalog);
        }
        return book;
    }

    NeighborIndex index() {
        return index;
    }

    Directions directions() {
        return directions;
    }

    Commonness commonness() {
        return commonness;
    }
}
