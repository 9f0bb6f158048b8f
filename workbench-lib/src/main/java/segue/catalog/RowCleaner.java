package segue.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a song of a row, or says why it is none. The rules are told in the package's description. */
final class RowCleaner {
    static final int MIN_YEAR = 1860;
    static final int MAX_YEAR = 2100;
    private static final int MAX_DURATION_MILLIS = 24 * 60 * 60 * 1000;
    private static final int MAX_SHOWN = 40;
    private static final Feature[] FEATURES = Feature.values();

    private final Layout layout;
    private final CleaningLog log;
    private final Map<String, List<String>> namesOf = new HashMap<>();
    private final Map<String, List<String>> labelsOf = new HashMap<>();
    private RowSource.Row row;
    private RowPlace place;
    private int changes;

    RowCleaner(Layout layout, CleaningLog log) {
        this.layout = layout;
        this.log = log;
    }

    /** The song, or null for a row that the log now has as rejected. */
    SongDraft clean(RowSource.Row next, RowPlace at) {
        row = next;
        place = at;
        changes = 0;
        if (row.problem() != null) {
            return reject(row.problem());
        }
        String id = text(Field.ID);
        if (id.isEmpty()) {
            return reject("the id is missing");
        }
        float[] audio = new float[FEATURES.length];
        List<String> problems = new ArrayList<>(0);
        for (Field field : Field.needed()) {
            field.feature().ifPresent(feature -> audio[feature.ordinal()] = feature(field, feature, problems));
        }
        if (!problems.isEmpty()) {
            return reject(String.join("; ", problems));
        }
        SongDraft song = new SongDraft(id, place);
        song.audio = AudioFeatures.of(audio);
        song.name = text(Field.NAME).replace("\r\n", "\n").replace('\r', '\n');
        song.artists = namesOf.computeIfAbsent(text(Field.ARTISTS), NameList::parse);
        song.releaseDate = releaseDate();
        song.year = whole(Field.YEAR, MIN_YEAR, MAX_YEAR);
        if (song.year == null && song.releaseDate != null) {
            song.year = Integer.valueOf(song.releaseDate.substring(0, 4));
            changed("year was taken from release_date");
        }
        song.durationMillis = whole(Field.DURATION_MILLIS, 1, MAX_DURATION_MILLIS);
        song.popularity = popularity();
        song.explicit = explicit();
        song.key = key();
        song.mode = whole(Field.MODE, 0, 1);
        for (int column : layout.genres()) {
            song.addGenres(labelsOf.computeIfAbsent(row.fields()[column], RowCleaner::labels), label -> {});
        }
        String same = text(Field.SAME_RECORDING_AS);
        song.sameRecordingAs = same.isEmpty() || same.equals(id) ? null : same;
        warnOf(song);
        return song;
    }

    private void warnOf(SongDraft song) {
        if (song.name.isEmpty()) {
            changed("name is missing, kept without one");
        }
        if (song.artists.isEmpty()) {
            changed("no artist is named, kept without one");
        }
        if (song.audio.tempo() == 0) {
            changed("tempo 0 (not found) was kept as it is");
        }
    }

    private float feature(Field field, Feature feature, List<String> problems) {
        String text = text(field);
        if (text.isEmpty()) {
            problems.add(feature.columnName() + " is missing");
            return 0;
        }
        double value = NumberText.parse(text);
        if (Double.isNaN(value)) {
            problems.add(String.format(
                    Locale.ROOT, "%s must be a finite number but was '%s'", feature.columnName(), shown(text)));
            return 0;
        }
        double min = feature == Feature.LOUDNESS ? -100 : 0;
        double max = feature == Feature.LOUDNESS ? 20 : feature == Feature.TEMPO ? 1000 : 1;
        if (value < min || value > max) {
            problems.add(String.format(
                    Locale.ROOT, "%s must be in [%.0f, %.0f] but was %s", feature.columnName(), min, max, shown(text)));
            return 0;
        }
        return (float) value;
    }

    private Integer popularity() {
        Integer popularity = whole(Field.POPULARITY, 0, 100);
        if (popularity != null && popularity == 0) {
            changed("popularity 0 was read as unknown");
            return null;
        }
        return popularity;
    }

    private Integer key() {
        return text(Field.KEY).equals("-1") ? null : whole(Field.KEY, 0, 11);
    }

    private Boolean explicit() {
        String text = text(Field.EXPLICIT);
        return switch (text) {
            case "1", "1.0", "true", "True", "TRUE" -> true;
            case "0", "0.0", "false", "False", "FALSE" -> false;
            default -> {
                if (!NumberText.isMissing(text)) {
                    changed("explicit was neither 0, 1, true nor false and was dropped");
                }
                yield null;
            }
        };
    }

    private String releaseDate() {
        String date = text(Field.RELEASE_DATE);
        if (NumberText.isMissing(date)) {
            return null;
        }
        if (isDate(date)) {
            return date;
        }
        changed("release_date was not a date of 4, 7 or 10 characters and was dropped");
        return null;
    }

    private static boolean isDate(String date) {
        boolean shaped = (date.length() == 4 || date.length() == 7 || date.length() == 10)
                && digits(date, 0, 4)
                && (date.length() < 7 || date.charAt(4) == '-' && digits(date, 5, 7))
                && (date.length() < 10 || date.charAt(7) == '-' && digits(date, 8, 10));
        if (!shaped) {
            return false;
        }
        int year = Integer.parseInt(date, 0, 4, 10);
        int month = date.length() < 7 ? 1 : Integer.parseInt(date, 5, 7, 10);
        int day = date.length() < 10 ? 1 : Integer.parseInt(date, 8, 10, 10);
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day && year >= MIN_YEAR && year <= MAX_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private Integer whole(Field field, int min, int max) {
        String text = text(field);
        if (NumberText.isMissing(text)) {
            return null;
        }
        Integer value = NumberText.parseWhole(text);
        if (value == null || value < min || value > max) {
            changed(String.format(
                    Locale.ROOT, "%s was not a whole number in [%d, %d] and was dropped", field.usualName(), min, max));
            return null;
        }
        return value;
    }

    private static List<String> labels(String field) {
        String text = field.strip();
        return text.startsWith("[") ? NameList.parse(text) : NameList.split(text, "|");
    }

    private String text(Field field) {
        Integer column = layout.columns().get(field);
        return column == null ? "" : row.fields()[column].strip();
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private SongDraft reject(String reason) {
        log.rejected(place, reason, row.text());
        return null;
    }

    private void changed(String what) {
        log.changed(what, place, changes++);
    }
}
