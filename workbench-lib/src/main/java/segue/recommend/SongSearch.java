package segue.recommend;

import java.util.List;
import segue.catalog.Catalog;

/**
 * Finds songs by typed text: artist and title in any order, accents folded, a typing mistake or two forgiven, the last
 * word completed. Built once over a catalogue, then safe for use by several threads at once.
 *
 * <pre>{@code
 * SongSearch search = SongSearch.of(catalog);
 * List<SongSearch.Hit> hits = search.find("beyonse halo", 10);
 * }</pre>
 */
public final class SongSearch {
    private SongSearch() {}

    /**
     * One song found.
     *
     * @param row in the catalogue
     * @param score higher is better; comparable within one answer only
     */
    public record Hit(int row, double score) {}

    public static SongSearch of(Catalog catalog) {
        throw new UnsupportedOperationException("coming");
    }

    /** The best songs for {@code text}, best first, at most {@code limit}; empty for a text without letters or digits. */
    public List<Hit> find(String text, int limit) {
        throw new UnsupportedOperationException("coming");
    }
}
