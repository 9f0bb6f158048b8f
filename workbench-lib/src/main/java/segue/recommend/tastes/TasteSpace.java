package segue.recommend.tastes;

import java.util.Random;
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

    private final Catalog catalog;
    private final FloatMatrix points;
    private final NeighborIndex index;
    private final Directions directions;
    private final Commonness commonness;
    private volatile RuleBook book;

    private TasteSpace(Catalog catalog, FloatMatrix points) {
        this.catalog = catalog;
        this.points = points;
        this.index = NeighborIndex.of(points, Metric.EUCLIDEAN);
        int rows = points.rows();
        this.directions = Directions.of(
                rows <= SPREAD_ROWS ? points : points.selectRows(RowSample.of(rows, SPREAD_ROWS, new Random(42))));
        this.commonness = new Commonness(points, directions.variance());
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
        return new TasteSpace(catalog, catalog.points());
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
        return new TasteSpace(catalog, points);
    }

    /** What a recommender knows already: its points, and its rules, which take the longest to make. */
    public static TasteSpace of(Recommender recommender) {
        TasteSpace space = new TasteSpace(recommender.ruleBook().catalog(), recommender.points());
        space.book = recommender.ruleBook();
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
