package segue.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a song of a recording's row, or says why it is none: every descriptor must be there, tags need not. */
final class RecordingCleaner {
    private static final int MAX_SHOWN = 40;
    private static final int MAX_PROBLEMS = 3;
    private static final int MAX_DURATION_SECONDS = 24 * 60 * 60;

    private final RecordingLayout layout;
    private final List<String> names;
    private final int needed;
    private final CleaningLog log;
    private RowSource.Row row;
    private RowPlace place;
    private int changes;

    RecordingCleaner(RecordingLayout layout, CleaningLog log) {
        this.layout = layout;
        this.names = layout.space().all();
        this.needed = layout.space().columns().size();
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
        String path = text(RecordingLayout.Tag.PATH);
        if (path.isEmpty()) {
            return reject("the path is missing");
        }
        List<String> problems = new ArrayList<>(0);
        float[] values = values(problems);
        if (!problems.isEmpty()) {
            int more = problems.size() - MAX_PROBLEMS;
            return reject(String.join("; ", problems.subList(0, Math.min(MAX_PROBLEMS, problems.size())))
                    + (more > 0 ? "; and " + more + " more" : ""));
        }
        SongDraft song = new SongDraft(path, place);
        song.recording = new RecordingFeatures(layout.space(), names, values);
        song.name = text(RecordingLayout.Tag.TITLE);
        if (song.name.isEmpty()) {
            song.name = fileName(path);
        }
        song.artists = NameList.parse(text(RecordingLayout.Tag.ARTIST));
        String genre = text(RecordingLayout.Tag.GENRE);
        song.addGenres(genre.contains("|") ? NameList.split(genre, "|") : NameList.parse(genre), label -> {});
        song.year = whole(RecordingLayout.Tag.YEAR, RowCleaner.MIN_YEAR, RowCleaner.MAX_YEAR);
        song.durationMillis = durationMillis();
        song.key = whole(RecordingLayout.Tag.KEY, 0, 11);
        song.mode = whole(RecordingLayout.Tag.MODE, 0, 1);
        String same = text(RecordingLayout.Tag.SAME_RECORDING_AS);
        song.sameRecordingAs = same.isEmpty() || same.equals(path) ? null : same;
        return song;
    }

    private float[] values(List<String> problems) {
        float[] values = new float[names.size()];
        for (int i = 0; i < values.length; i++) {
            String text = row.fields()[layout.descriptors().get(i)].strip();
            values[i] = (float) NumberText.parse(text);
            if (i < needed && !Float.isFinite(values[i])) {
                problems.add(
                        NumberText.isMissing(text)
                                ? names.get(i) + " is missing"
                                : "%s must be a finite number but was '%s'".formatted(names.get(i), shown(text)));
            } else if (Float.isInfinite(values[i])) {
                values[i] = Float.NaN;
            }
        }
        return values;
    }

    private Integer durationMillis() {
        double seconds = NumberText.parse(text(RecordingLayout.Tag.DURATION_SECONDS));
        if (Double.isNaN(seconds)) {
            return whole(RecordingLayout.Tag.DURATION_MILLIS, 1, MAX_DURATION_SECONDS * 1000);
        }
        if (seconds <= 0 || seconds > MAX_DURATION_SECONDS) {
            changed("duration_seconds was not in (0, %d] and was dropped".formatted(MAX_DURATION_SECONDS));
            return null;
        }
        return (int) Math.max(1, Math.round(seconds * 1000));
    }

    private Integer whole(RecordingLayout.Tag tag, int min, int max) {
        String text = text(tag);
        if (NumberText.isMissing(text) || text.equals("-1")) {
            return null;
        }
        Integer value = NumberText.parseWhole(text);
        if (value == null || value < min || value > max) {
            changed("%s was not a whole number in [%d, %d] and was dropped"
                    .formatted(tag.name().toLowerCase(Locale.ROOT), min, max));
            return null;
        }
        return value;
    }

    private String text(RecordingLayout.Tag tag) {
        Integer column = layout.tags().get(tag);
        return column == null ? "" : row.fields()[column].strip();
    }

    /** The last part of a path, without the ending. */
    private static String fileName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
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
