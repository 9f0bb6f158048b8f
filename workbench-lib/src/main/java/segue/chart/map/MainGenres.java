package segue.chart.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import segue.catalog.Catalog;
import segue.catalog.Track;

/**
 * One genre a song. Each of its labels speaks for the broad one that it ends with: {@code album rock} for {@code rock},
 * {@code pop rap} for {@code rap}. The one with most labels wins; of equals the one that has more songs.
 */
final class MainGenres {
    /** How a label is said by half of the sources, and by the other half. */
    private static final Map<String, String> SAME = Map.of(
            "hip hop", "rap", "trap", "rap", "house", "edm", "techno", "edm", "trance", "edm", "electronic", "edm");

    private final Map<String, Integer> songs = new HashMap<>();
    private final Map<String, String> broad = new HashMap<>();

    private MainGenres(Catalog catalog) {
        for (Track track : catalog.tracks()) {
            track.genres().stream()
                    .map(MainGenres::plain)
                    .distinct()
                    .forEach(label -> songs.merge(label, 1, Integer::sum));
        }
        songs.keySet().forEach(label -> broad.put(label, broaden(label)));
    }

    /** The main genre of each song, null where it has no label. */
    static String[] of(Catalog catalog) {
        MainGenres genres = new MainGenres(catalog);
        return catalog.tracks().stream()
                .map(track -> genres.main(track.genres()))
                .toArray(String[]::new);
    }

    private static String plain(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replace('-', ' ');
    }

    /** The label that most songs have, of all that this one ends with, itself included. */
    private String broaden(String label) {
        String best = label;
        for (int at = label.indexOf(' '); at >= 0; at = label.indexOf(' ', at + 1)) {
            String end = label.substring(at + 1);
            if (songs.getOrDefault(end, 0) > songs.get(best)) {
                best = end;
            }
        }
        return SAME.getOrDefault(best, best);
    }

    private String main(List<String> labels) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (String label : new ArrayList<>(labels)) {
            votes.merge(broad.get(plain(label)), 1, Integer::sum);
        }
        String best = null;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (best == null
                    || vote.getValue() > votes.get(best)
                    || vote.getValue().equals(votes.get(best)) && common(vote.getKey()) > common(best)) {
                best = vote.getKey();
            }
        }
        return best;
    }

    private int common(String label) {
        return songs.getOrDefault(label, 0);
    }
}
