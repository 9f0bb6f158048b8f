package segue.catalog.playlists;

import java.util.List;
import java.util.Locale;
import segue.catalog.CatalogException;
import segue.catalog.InputFile;
import segue.catalog.NameList;
import segue.catalog.RowSource;

/**
 * A table with a row a playlist and song. Told by {@code playlist_id}, else by {@code playlist_name}; where there is neither,
 * the whole table is one playlist.
 */
final class CsvPlaylists {
    private static final List<String> ID = List.of(
            "track_id", "id", "track_uri", "track uri", "uri", "spotify_id", "spotify id", "spotify uri", "url");
    private static final List<String> TITLE = List.of("track_name", "track name", "name", "title", "track", "song");
    private static final List<String> ARTIST =
            List.of("track_artist", "artists", "artist_name", "artist name(s)", "artist name", "artist", "creator");
    private static final List<String> PATH = List.of("path", "location", "file", "filename");
    private static final List<String> LIST_ID = List.of("playlist_id", "pid");
    private static final List<String> LIST_NAME = List.of("playlist_name", "playlist");

    private final List<String> header;
    private String[] fields;

    private CsvPlaylists(List<String> header) {
        this.header = header;
    }

    static boolean isHeader(String beginning) {
        String first = beginning.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        List<String> names = List.of(first.replace("\"", "").split("\\s*[,;\t]\\s*"));
        return names.size() > 1 && names.stream().anyMatch(name -> ID.contains(name) || TITLE.contains(name));
    }

    static void read(InputFile input, String fallback, PlaylistSink sink) {
        String file = input.name();
        try (RowSource rows = RowSource.csv(input, note -> sink.note(file + ": " + note))) {
            CsvPlaylists table = new CsvPlaylists(rows.header().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList());
            table.requireSongs(file);
            long bad = 0;
            for (RowSource.Row row = rows.next(); row != null; row = rows.next()) {
                if (row.problem() != null) {
                    if (bad++ == 0) {
                        sink.note("%s, line %,d was passed: %s".formatted(file, row.line(), row.problem()));
                    }
                    continue;
                }
                table.fields = row.fields();
                table.hand(fallback, sink);
            }
            if (bad > 1) {
                sink.note("%s: %,d lines were passed like this".formatted(file, bad));
            }
        }
    }

    private void requireSongs(String file) {
        if (at(ID) < 0 && at(TITLE) < 0 && at(PATH) < 0) {
            throw new CatalogException(
                    file,
                    1,
                    "this is no table of playlists: no column names the songs",
                    "It should have track_id or id, or artist and title, or path; and playlist_id, where it holds"
                            + " more than one playlist");
        }
    }

    private void hand(String fallback, PlaylistSink sink) {
        String listName = text(LIST_NAME);
        String listId = text(LIST_ID);
        String list = !listId.isEmpty() ? listId : listName.isEmpty() ? fallback : listName;
        sink.song(
                list,
                listName.isEmpty() ? list : listName,
                new ListedSong(
                        text(ID),
                        text(TITLE),
                        NameList.parse(text(ARTIST)),
                        M3uPlaylist.location(text(PATH)),
                        text(List.of("playlist_genre")),
                        text(List.of("playlist_subgenre"))));
    }

    private int at(List<String> names) {
        return names.stream()
                .mapToInt(header::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
    }

    private String text(List<String> names) {
        int column = at(names);
        return column < 0 ? "" : fields[column].strip();
    }
}
