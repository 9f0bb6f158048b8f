package segue.catalog.playlists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import segue.catalog.Catalog;

/** Makes playlists of songs as they are read; of an entry only the row of its song is kept. */
final class PlaylistCollector implements PlaylistSink {
    private static final int EXAMPLES = 10;

    private final Catalog catalog;
    private final SongMatcher matcher;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Set<String>> genres;
    private final List<Set<String>> subgenres;
    private final long[] found = new long[SongMatcher.By.values().length];
    private final List<String> examples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int files;
    private long read;
    private long repeated;
    private long unmatched;
    private Draft current;

    /** A playlist while it is read. */
    private static final class Draft {
        private final String id;
        private final String name;
        private int[] rows = new int[16];
        private int size;

        private Draft(String id, String name) {
            this.id = id;
            this.name = name;
        }

        private boolean add(int row) {
            for (int i = 0; i < size; i++) {
                if (rows[i] == row) {
                    return false;
                }
            }
            rows = size == rows.length ? Arrays.copyOf(rows, 2 * size) : rows;
            rows[size++] = row;
            return true;
        }
    }

    PlaylistCollector(Catalog catalog) {
        this.catalog = catalog;
        this.matcher = SongMatcher.of(catalog);
        this.genres = new ArrayList<>(Collections.nCopies(catalog.size(), Set.of()));
        this.subgenres = new ArrayList<>(genres);
    }

    @Override
    public void song(String playlistId, String playlistName, ListedSong song) {
        read++;
        Optional<SongMatcher.Match> match = matcher.find(song);
        if (match.isEmpty()) {
            unmatched++;
            if (examples.size() < EXAMPLES) {
                examples.add(song.toString());
            }
            return;
        }
        int row = match.get().row();
        label(genres, row, song.genre());
        label(subgenres, row, song.subgenre());
        if (current == null || !current.id.equals(playlistId)) {
            current = drafts.computeIfAbsent(playlistId, id -> new Draft(id, playlistName));
        }
        if (current.add(row)) {
            found[match.get().by().ordinal()]++;
        } else {
            repeated++;
        }
    }

    private static void label(List<Set<String>> labels, int row, String label) {
        if (!label.isBlank() && !labels.get(row).contains(label)) {
            Set<String> more = new LinkedHashSet<>(labels.get(row));
            more.add(label);
            labels.set(row, more);
        }
    }

    @Override
    public void note(String what) {
        notes.add(what);
    }

    @Override
    public void nextFile() {
        files++;
    }

    LoadedPlaylists result() {
        List<Playlist> lists = new ArrayList<>(drafts.size());
        for (Draft draft : drafts.values()) {
            lists.add(new Playlist(draft.id, draft.name, Arrays.copyOf(draft.rows, draft.size)));
        }
        PlaylistReport report = new PlaylistReport(
                files, lists.size(), read, found[0], found[1], found[2], repeated, unmatched, examples, notes);
        return new LoadedPlaylists(new Playlists(catalog.size(), lists), genres, subgenres, report);
    }
}
