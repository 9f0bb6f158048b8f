package segue.recommend;

import java.util.List;
import segue.catalog.Catalog;

/**
 * Songs like a song, over standardised audio features; the same recording is never recommended twice.
 *
 * <pre>{@code
 * Recommender recommender = Recommender.of(catalog);
 * List<Recommendation> five = recommender.recommend(Request.of(row));
 * }</pre>
 */
public final class Recommender {
    private Recommender() {}

    public static Recommender of(Catalog catalog) {
        throw new UnsupportedOperationException("coming");
    }

    public List<Recommendation> recommend(Request request) {
        throw new UnsupportedOperationException("coming");
    }
}
