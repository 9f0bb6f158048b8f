package segue.catalog.playlists;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;

/**
 * Looks for the songs of playlists in a catalogue: by id, then by the path of the recording, then by artist and title. Not for
 * several threads at once.
 */
public final class SongMatcher {
    private static final String BETWEEN = "\n";

    private final Catalog catalog;
    private Map<String, List<Integer>> byFileName;
    private Map<String, Integer> byName;

    private SongMatcher(Catalog catalog) {
        this.catalog = catalog;
    }

    public static SongMatcher of(Catalog catalog) {
        return new SongMatcher(catalog);
    }

    /** What a song was recognised by. */
    public enum By {
        ID,
        PATH,
        NAME
    }

    /**
     * A song that was found.
     *
     * @param row of the catalogue
     * @param by what it was recognised by
     */
    public record Match(int row, By by) {}

    /** The row of a song; empty where the catalogue has none like it. */
    public Optional<Match> find(ListedSong song) {
        OptionalInt row = song.id().isEmpty() ? OptionalInt.empty() : catalog.rowOf(song.id());
        if (row.isPresent()) {
            return Optional.of(new Match(row.getAsInt(), By.ID));
        }
        row = song.path().isEmpty() ? OptionalInt.empty() : byPath(song.path());
        if (row.isPresent()) {
            return Optional.of(new Match(row.getAsInt(), By.PATH));
        }
        row = song.title().isBlank() ? OptionalInt.empty() : byName(song);
        return row.isPresent() ? Optional.of(new Match(row.getAsInt(), By.NAME)) : Optional.empty();
    }

    /** The recording whose path has the longest end in common, if it is the only one; its file's name at least. */
    private OptionalInt byPath(String text) {
        OptionalInt whole = catalog.rowOf(text);
        List<String> parts = parts(text);
        if (whole.isPresent() || parts.isEmpty()) {
            return whole;
        }
        if (byFileName == null) {
            byFileName = new HashMap<>();
            for (int row = 0; row < catalog.size(); row++) {
                String id = catalog.track(row).id();
                if (id.indexOf('.') >= 0) {
                    parts(id).stream()
                            .findFirst()
                            .ifPresent(name -> byFileName
                                    .computeIfAbsent(name, n -> new ArrayList<>(1))
                                    .add(rowOf(id)));
                }
            }
        }
        int best = -1;
        int length = 0;
        for (int row : byFileName.getOrDefault(parts.getFirst(), List.of())) {
            int common = common(parts, parts(catalog.track(row).id()));
            best = common == length ? -1 : common > length ? row : best;
            length = Math.max(length, common);
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private int rowOf(String id) {
        return catalog.rowOf(id).orElseThrow();
    }

    /** The names in a path, last first. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        try {
            for (Path name : Path.of(text.replace('\\', '/')).normalize()) {
                parts.addFirst(name.toString());
            }
        } catch (InvalidPathException noPath) {
            return List.of();
        }
        return parts;
    }

    private static int common(List<String> some, List<String> others) {
        int i = 0;
        while (i < some.size() && i < others.size() && some.get(i).equals(others.get(i))) {
            i++;
        }
        return i;
    }

    private OptionalInt byName(ListedSong song) {
        if (byName == null) {
            byName = HashMap.newHashMap(catalog.size());
            for (int row = 0; row < catalog.size(); row++) {
                Track track = catalog.track(row);
                String title = TextKey.ofTitle(track.name());
                byName.putIfAbsent(TextKey.of(track.artistLine()) + BETWEEN + title, row);
                for (String artist : track.artists()) {
                    byName.putIfAbsent(TextKey.of(artist) + BETWEEN + title, row);
                }
            }
        }
        String title = TextKey.ofTitle(song.title());
        Integer row = byName.get(TextKey.of(String.join(", ", song.artists())) + BETWEEN + title);
        for (int i = 0; i < song.artists().size() && row == null; i++) {
            row = byName.get(TextKey.of(song.artists().get(i)) + BETWEEN + title);
            String first = song.artists().get(i).split("(?i)\\s*(?:[,;/&]| feat\\.? | ft\\.? | x )\\s*", 2)[0];
            row = row != null ? row : byName.get(TextKey.of(first) + BETWEEN + title);
        }
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }
}
