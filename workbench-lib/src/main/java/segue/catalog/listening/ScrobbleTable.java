package segue.catalog.listening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import segue.catalog.InputFile;
import segue.catalog.NameList;
import segue.catalog.RowSource;

/**
 * A table (CSV) of plays, as tools for Last.fm write it: with a header (artist, track or title, and a time, in any order), or
 * without ({@code artist,album,track,time}, or {@code date,time,artist,track}). Where the header has no time, the songs are
 * ones that the person keeps.
 */
final class ScrobbleTable {
    private static final List<String> ARTIST = List.of(
            "artist",
            "artist_name",
            "artist name",
            "artistname",
            "artists",
            "artist name(s)",
            "track_artist",
            "creator");
    private static final List<String> TITLE =
            List.of("track", "track_name", "track name", "trackname", "title", "song");
    private static final List<String> ID = List.of(
            "spotify_track_uri",
            "track_uri",
            "track uri",
            "spotify uri",
            "spotify - id",
            "uri",
            "track_id",
            "spotify id");
    private static final List<String> TIME = List.of(
            "uts", "date_uts", "timestamp", "listened_at", "played_at", "utc_time", "date", "time", "datetime", "ts");
    private static final List<String> MILLIS = List.of("ms_played", "msplayed");
    private static final int MOST_COLUMNS = 200;

    private final int artist;
    private final int title;
    private final int id;
    private final int[] times;
    private final int date;
    private final int time;
    private final int millis;
    private final boolean headerless;

    private ScrobbleTable(List<String> header) {
        List<String> names = header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT).replaceFirst("#.*", ""))
                .toList();
        int byArtist = first(names, ARTIST);
        int byTitle = first(names, TITLE);
        int byTime = -1;
        headerless = byArtist < 0 || byTitle < 0;
        if (headerless && header.size() == 4) {
            boolean timeLast = PlayTime.parse(header.getLast()).isPresent();
            boolean timeFirst =
                    PlayTime.parse(header.get(0) + " " + header.get(1)).isPresent();
            byArtist = timeLast ? 0 : timeFirst ? 2 : -1;
            byTitle = timeLast ? 2 : timeFirst ? 3 : -1;
            byTime = timeLast ? 3 : timeFirst ? 0 : -1;
        }
        artist = byArtist;
        title = byTitle;
        date = names.indexOf("date");
        time = names.indexOf("time");
        id = headerless ? -1 : first(names, ID);
        millis = headerless ? -1 : first(names, MILLIS);
        times = headerless
                ? byTime < 0 ? new int[0] : new int[] {byTime}
                : TIME.stream().mapToInt(names::indexOf).filter(at -> at >= 0).toArray();
    }

    private static int first(List<String> header, List<String> names) {
        return names.stream()
                .mapToInt(header::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private boolean isKnown() {
        return artist >= 0 && title >= 0;
    }

    /** Whether the first line of a text is the header, or the first row, of such a table. */
    static boolean isFirstOf(String beginning) {
        String first = beginning.lines().findFirst().orElse("");
        for (char separator : new char[] {',', ';', '\t'}) {
            List<String> fields = fields(first, separator);
            if (fields.size() > 1 && fields.size() <= MOST_COLUMNS && new ScrobbleTable(fields).isKnown()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> fields(String line, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    static void read(InputFile file, ListeningSink sink) {
        String name = file.name();
        Refusals refusals = new Refusals(name, sink);
        try (RowSource rows = RowSource.csv(file, note -> sink.note(name + ": " + note))) {
            ScrobbleTable table = new ScrobbleTable(rows.header());
            if (table.headerless && table.isKnown()) {
                table.hand(rows.header().toArray(String[]::new), "line 1", sink, refusals);
            }
            for (RowSource.Row row = rows.next(); row != null && table.isKnown(); row = rows.next()) {
                String where = "line %,d".formatted(row.line());
                if (row.problem() == null) {
                    table.hand(row.fields(), where, sink, refusals);
                } else {
                    refusals.add(where, row.problem());
                }
            }
        }
        refusals.end();
    }

    private void hand(String[] fields, String where, ListeningSink sink, Refusals refusals) {
        Entry entry = new Entry();
        entry.artist = String.join(", ", NameList.parse(fields[artist]));
        entry.title = fields[title].strip();
        entry.id = id < 0 ? "" : fields[id].strip();
        if (times.length == 0) {
            entry.songInto(sink, refusals, where, true);
            return;
        }
        entry.millis = millis < 0 ? "" : fields[millis].strip();
        entry.time = time(fields);
        entry.layout = Layout.LAST_FM;
        entry.playInto(sink, refusals, where);
    }

    /** The first that is a time; the first that is there at all where none is. */
    private String time(String[] fields) {
        if (headerless && times[0] == 0) {
            return fields[0].strip() + " " + fields[1].strip();
        }
        if (date >= 0 && time >= 0) {
            String both = fields[date].strip() + " " + fields[time].strip();
            if (PlayTime.parse(both).isPresent()) {
                return both;
            }
        }
        List<String> told = Arrays.stream(times)
                .mapToObj(at -> fields[at].strip())
                .filter(text -> !text.isEmpty())
                .toList();
        return told.stream()
                .filter(text -> PlayTime.parse(text).isPresent())
                .findFirst()
                .orElse(told.isEmpty() ? "" : told.getFirst());
    }
}
