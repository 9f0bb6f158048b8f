package segue.chart.map;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import segue.catalog.Catalog;
import segue.catalog.Track;

/**
 * One genre a song, the one that most of its labels speak of. A label speaks of itself, of the broad one that it ends with
 * ({@code album rock} of {@code rock}), and of others of the song within it ({@code latin pop} of {@code latin}, where the
 * song has that label too). Of equals the one that more songs have.
 */
final class MainGenres {
    /** What sources call by several names. */
    private static final Map<String, String> SAME = Map.of(
            "hip hop",
            "rap",
            "trap",
            "rap",
            "house",
            "edm",
            "techno",
            "edm",
            "trance",
            "edm",
            "dubstep",
            "edm",
            "electronic",
            "edm",
            "electro",
            "edm");

    private final Map<String, Integer> songs = new HashMap<>();
    private final Map<String, String> ends = new HashMap<>();

    private MainGenres(Catalog catalog) {
        for (Track track : catalog.tracks()) {
            plain(track.genres()).forEach(label -> songs.merge(label, 1, Integer::sum));
        }
        songs.keySet().forEach(label -> ends.put(label, broadEnd(label)));
    }

    /** The main genre of each song, null where it has no label. */
    static String[] of(Catalog catalog) {
        MainGenres genres = new MainGenres(catalog);
        return catalog.tracks().stream()
                .map(track -> genres.main(plain(track.genres())))
                .toArray(String[]::new);
    }

    private static Set<String> plain(List<String> labels) {
        Set<String> plain = new LinkedHashSet<>();
        labels.forEach(label -> plain.add(label.strip().toLowerCase(Locale.ROOT).replace('-', ' ')));
        return plain;
    }

    /** The label that most songs have, of all that this one ends with, itself included. */
    private String broadEnd(String label) {
        String best = label;
        for (int at = label.indexOf(' '); at >= 0; at = label.indexOf(' ', at + 1)) {
            String end = label.substring(at + 1);
            if (songs.getOrDefault(end, 0) >= songs.get(best)) {
                best = end;
            }
        }
        return SAME.getOrDefault(best, best);
    }

    private String main(Set<String> labels) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (String label : labels) {
            Set<String> of = new LinkedHashSet<>();
            for (String other : labels) {
                if ((' ' + label + ' ').contains(' ' + other + ' ')) {
                    of.add(SAME.getOrDefault(other, other));
                }
            }
            of.add(ends.get(label));
            of.forEach(genre -> votes.merge(genre, 1, Integer::sum));
        }
        String best = null;
        for (String genre : votes.keySet()) {
            if (best == null || isAhead(genre, best, votes)) {
                best = genre;
            }
        }
        return best;
    }

    private boolean isAhead(String genre, String other, Map<String, Integer> votes) {
        int more = votes.get(genre) - votes.get(other);
        return more > 0 || more == 0 && songs.getOrDefault(genre, 0) > songs.getOrDefault(other, 0);
    }
}
