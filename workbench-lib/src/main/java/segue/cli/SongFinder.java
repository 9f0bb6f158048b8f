package segue.cli;

import java.util.List;
import segue.catalog.Catalog;
import segue.recommend.SongSearch;

/** Finds the song of a catalogue that a person means. */
final class SongFinder {
    private SongFinder() {}

    /**
     * @param byName the option that finds a song by name, for the message
     * @return the song's row
     */
    static int byId(Catalog catalog, String id, String byName) {
        return catalog.rowOf(id)
                .orElseThrow(() -> new UnsupportedOperationException(
                        "no song has the id " + id + " in " + catalog + "; " + byName + " TEXT finds one by name"));
    }

    /** The best match of words as a person would type them, mistakes and all. */
    static int byName(Catalog catalog, SongSearch search, String text) {
        List<SongSearch.Hit> hits = search.find(text, 1);
        if (hits.isEmpty()) {
            throw new UnsupportedOperationException(
                    "no song was found for '" + shown(text) + "' in " + catalog + "; try fewer or other words");
        }
        return hits.getFirst().row();
    }

    private static String shown(String text) {
        return text.length() <= SongSearch.MAX_TEXT ? text : text.substring(0, SongSearch.MAX_TEXT) + "…";
    }
}
