package segue.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the columns of a song table mean, told from its header in any order.
 *
 * @param name {@code kaggle} (19 columns), {@code union} (those and genre labels), {@code playlists} (one row per track
 *     and playlist), {@code track-genres} (one row per track and genre), {@code segue} (written by this library), else
 *     {@code songs}
 * @param columns where each field stands
 * @param genres where genre labels stand
 * @param ignored columns that are not used
 */
record Layout(String name, Map<Field, Integer> columns, List<Integer> genres, List<String> ignored) {
    private static final int MAX_NAMES_SHOWN = 40;

    static Layout detect(String file, List<String> header) {
        List<String> names =
                header.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            field.in(names).ifPresent(column -> columns.put(field, column));
        }
        List<Integer> genres = Field.GENRE_COLUMNS.stream()
                .map(names::indexOf)
                .filter(i -> i >= 0)
                .toList();
        List<Field> missing =
                Field.needed().stream().filter(f -> !columns.containsKey(f)).toList();
        if (!missing.isEmpty()) {
            throw notSongs(file, names, missing);
        }
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!columns.containsValue(i) && !genres.contains(i)) {
                ignored.add(header.get(i).isEmpty() ? "(unnamed)" : CleaningLog.bounded(header.get(i)));
            }
        }
        return new Layout(nameOf(names), columns, genres, List.copyOf(ignored));
    }

    /** Whether a header has all that songs need. */
    static boolean fits(List<String> header) {
        List<String> names =
                header.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
        return Field.needed().stream().allMatch(field -> field.in(names).isPresent());
    }

    CleaningReport.Mapping mapping(String file, List<String> header) {
        Map<String, String> mapped = new LinkedHashMap<>();
        columns.forEach((field, column) -> mapped.put(field.usualName(), header.get(column)));
        if (!genres.isEmpty()) {
            mapped.put("genres", genres.stream().map(header::get).collect(Collectors.joining(" + ")));
        }
        return new CleaningReport.Mapping(file, name, mapped, ignored);
    }

    private static String nameOf(List<String> names) {
        if (names.contains("same_recording_as")) {
            return "segue";
        }
        boolean label = names.contains("playlist_genre") || names.contains("track_genre");
        if (names.contains("id") && names.contains("artists") && names.contains("release_date")) {
            return label ? "union" : "kaggle";
        }
        if (names.contains("track_id") && names.contains("track_artist")) {
            return "playlists";
        }
        return names.contains("track_id") && names.contains("track_genre") ? "track-genres" : "songs";
    }

    private static CatalogException notSongs(String file, List<String> names, List<Field> missing) {
        String lacks = missing.stream().map(f -> String.join(" or ", f.names())).collect(Collectors.joining(", "));
        String found =
                names.stream().limit(MAX_NAMES_SHOWN).map(CleaningLog::bounded).collect(Collectors.joining(", "));
        String more = names.size() > MAX_NAMES_SHOWN
                ? String.format(Locale.ROOT, " and %d more", names.size() - MAX_NAMES_SHOWN)
                : "";
        String advice;
        if (missing.contains(Field.ID) && missing.size() == 1 && names.contains("artists")) {
            advice = "It looks like means by artist: read it with ArtistGenres.load or Tables.load";
        } else if (missing.contains(Field.ID) && missing.size() == 1) {
            advice = "It looks like means by genre or year: read it with Tables.load";
        } else {
            advice = "A song table needs an id (id or track_id) and the nine audio features "
                    + Field.needed().stream().skip(1).map(Field::usualName).collect(Collectors.joining(", "));
        }
        return new CatalogException(
                file,
                1,
                String.format(Locale.ROOT, "this is no song table: it lacks %s; found %s%s", lacks, found, more),
                advice);
    }
}
