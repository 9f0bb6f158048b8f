package segue.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import segue.catalog.Catalog;
import segue.recommend.SongSearch;

/** Finds the song of a catalogue that a person means. */
final class SongFinder {
    private static final int ALTERNATIVES = 3;
    private static final int LOOKED_AT = 10;
    /** Scores this near to the best one say the same: the songs have the same words. */
    private static final double AS_GOOD = 0.02;

    private SongFinder() {}

    /**
     * The song taken for a typed text.
     *
     * @param text as typed, fit to be shown
     * @param exact whether every word was found as typed
     * @param others that fit as well
     */
    record Taken(String text, int row, boolean exact, List<Integer> others) {
        Taken {
            others = List.copyOf(others);
        }

        /** Whether no other song is as likely to be meant. */
        boolean sure() {
            return exact && others.isEmpty();
        }
    }

    /**
     * @param byName the option that finds a song by name, for the message
     * @return the song's row
     */
    static int byId(Catalog catalog, String id, String byName) {
        return catalog.rowOf(id)
                .orElseThrow(() -> new UnsupportedOperationException("no song has the id " + shown(id) + " in "
                        + catalog + "; " + byName + " TEXT finds one by name"));
    }

    /** The best match of words as a person would type them, mistakes and all. */
    static int byName(Catalog catalog, SongSearch search, String text) {
        return taken(catalog, search, text).row();
    }

    /** The best match, and what else may be meant. */
    static Taken taken(Catalog catalog, SongSearch search, String text) {
        List<SongSearch.Hit> hits = search.find(text, LOOKED_AT);
        if (hits.isEmpty()) {
            throw new UnsupportedOperationException(
                    "no song was found for '" + shown(text) + "' in " + catalog + "; try fewer or other words");
        }
        double best = hits.getFirst().score();
        return new Taken(
                shown(text),
                hits.getFirst().row(),
                best >= 2,
                others(
                        catalog,
                        hits.stream()
                                .filter(hit -> hit.score() >= best - AS_GOOD)
                                .map(SongSearch.Hit::row)
                                .toList()));
    }

    /** The songs after the first that read otherwise than those before. */
    private static List<Integer> others(Catalog catalog, List<Integer> rows) {
        Set<String> names = new HashSet<>();
        return rows.stream()
                .filter(row -> names.add(catalog.track(row).toString()))
                .skip(1)
                .limit(ALTERNATIVES)
                .toList();
    }

    /** Text of a person, fit for one line of a terminal. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= SongSearch.MAX_TEXT ? line : line.substring(0, SongSearch.MAX_TEXT) + "…";
    }
}
