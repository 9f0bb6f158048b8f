package segue.catalog;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts what happens to rows, and makes the {@link CleaningReport} of it. Rows that were cleaned in several places have
 * several logs: {@linkplain #join joined} in any order they are as one log of all rows. A log holds what the report lists,
 * some megabytes at most beside one entry a file.
 */
public final class CleaningLog implements Serializable {
    private static final long serialVersionUID = 1;

    /** The step of what happens to a row after it was cleaned. */
    static final int AFTER_CLEANING = Integer.MAX_VALUE;

    private final TreeMap<RowPlace, Rejected> rejections = new TreeMap<>();
    private final TreeMap<RowPlace, Merged> merges = new TreeMap<>();
    private final TreeMap<Integer, CleaningReport.Mapping> mappings = new TreeMap<>();
    private final HashMap<String, Change> changes = new HashMap<>();
    private final ArrayList<Note> notes = new ArrayList<>();
    private long kept;
    private long merged;
    private long rejected;

    private record Rejected(String reason, String text) implements Serializable {}

    private record Merged(String id, List<String> added) implements Serializable {}

    private record Note(int file, String text) implements Serializable {}

    /** Rows of which the same was changed, and the first of them. */
    private record Change(long rows, RowPlace first, int step) implements Serializable {
        private static final Comparator<Change> ORDER =
                Comparator.comparing(Change::first).thenComparingInt(Change::step);

        private Change join(Change other) {
            Change earlier = ORDER.compare(this, other) <= 0 ? this : other;
            return new Change(rows + other.rows, earlier.first, earlier.step);
        }
    }

    /** The log of no row. */
    public CleaningLog() {}

    void mapped(int file, CleaningReport.Mapping mapping) {
        mappings.put(file, mapping);
    }

    /** A row became a song. */
    public void kept() {
        kept++;
    }

    void merged(RowPlace place, String id, List<String> added) {
        merged++;
        list(merges, place, new Merged(id, List.copyOf(added)));
    }

    void rejected(RowPlace place, String reason, String text) {
        rejected++;
        list(rejections, place, new Rejected(reason, bounded(text)));
    }

    /**
     * One row whose value was changed or dropped; rows of the same kind make one warning.
     *
     * @param step which of the changes of this row it is
     */
    void changed(String what, RowPlace place, int step) {
        Change before = changes.get(what);
        if (before == null) {
            changes.put(what, new Change(1, place, step));
        } else {
            changes.put(what, before.join(new Change(1, place, step)));
        }
    }

    /**
     * A warning about a whole file.
     *
     * @param file which, from 0
     */
    public void note(int file, String what) {
        notes.add(new Note(file, what));
    }

    /** How many songs without a genre got those of their artists. */
    public void genresFilled(long songs) {
        noteAll(String.format(Locale.ROOT, "%,d songs without a genre got those of their artists", songs));
    }

    /** How many songs were marked as the recording of an earlier one. */
    public void marked(long songs) {
        if (songs > 0) {
            noteAll(String.format(
                    Locale.ROOT, "%,d songs are the same recording as an earlier one and are marked", songs));
        }
    }

    private void noteAll(String what) {
        notes.add(new Note(Integer.MAX_VALUE, what));
    }

    /** How many songs there are. */
    public long songs() {
        return kept;
    }

    /** Adds what the log of other rows has; returns this. */
    public CleaningLog join(CleaningLog other) {
        kept += other.kept;
        merged += other.merged;
        rejected += other.rejected;
        other.rejections.forEach((place, what) -> list(rejections, place, what));
        other.merges.forEach((place, what) -> list(merges, place, what));
        mappings.putAll(other.mappings);
        other.changes.forEach((what, change) -> changes.merge(what, change, Change::join));
        notes.addAll(other.notes);
        return this;
    }

    /**
     * What became of every row.
     *
     * @param files the names of all files; where there are several, the report says which
     */
    public CleaningReport report(List<String> files) {
        boolean several = files.size() > 1;
        List<String> warnings = new ArrayList<>();
        notes.stream()
                .sorted(Comparator.comparingInt(Note::file))
                .map(note -> several && note.file < files.size() ? files.get(note.file) + ": " + note.text : note.text)
                .forEach(warnings::add);
        changes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Change.ORDER))
                .map(change -> warning(change.getKey(), change.getValue(), several ? files : List.of()))
                .forEach(warnings::add);
        unlisted(warnings, "rejections", rejected);
        unlisted(warnings, "merges", merged);
        String layout = mappings.values().stream()
                .map(CleaningReport.Mapping::layout)
                .distinct()
                .collect(Collectors.joining(" + "));
        return new CleaningReport(
                kept + merged + rejected,
                kept,
                merged,
                rejected,
                layout,
                rejections.entrySet().stream()
                        .map(row -> rejection(row.getKey(), row.getValue(), several ? files : List.of()))
                        .toList(),
                merges.entrySet().stream()
                        .map(row -> merge(row.getKey(), row.getValue(), several ? files : List.of()))
                        .toList(),
                warnings,
                List.copyOf(mappings.values()));
    }

    static String bounded(String text) {
        if (text.length() <= CleaningReport.MAX_TEXT) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(CleaningReport.MAX_TEXT - 1));
        return text.substring(0, CleaningReport.MAX_TEXT - (splitsPair ? 1 : 0)) + "…";
    }

    /** Keeps the first rows, whatever the order in which they come. */
    private static <T> void list(TreeMap<RowPlace, T> rows, RowPlace place, T what) {
        if (rows.size() < CleaningReport.MAX_LISTED) {
            rows.put(place, what);
        } else if (place.compareTo(rows.lastKey()) < 0) {
            rows.put(place, what);
            rows.pollLastEntry();
        }
    }

    private static CleaningReport.Rejection rejection(RowPlace place, Rejected row, List<String> files) {
        return new CleaningReport.Rejection(fileOrNull(place, files), place.line(), row.reason, row.text);
    }

    private static CleaningReport.Merge merge(RowPlace place, Merged row, List<String> files) {
        return new CleaningReport.Merge(fileOrNull(place, files), place.line(), row.id, row.added);
    }

    private static String fileOrNull(RowPlace place, List<String> files) {
        return files.isEmpty() ? null : files.get(place.file());
    }

    private static String warning(String what, Change change, List<String> files) {
        String file = fileOrNull(change.first, files);
        return String.format(
                Locale.ROOT,
                "%s: %,d row%s, first in %sline %d",
                what,
                change.rows,
                change.rows == 1 ? "" : "s",
                file == null ? "" : file + ", ",
                change.first.line());
    }

    private static void unlisted(List<String> warnings, String what, long count) {
        if (count > CleaningReport.MAX_LISTED) {
            warnings.add(String.format(
                    Locale.ROOT, "only the first %,d of %,d %s are listed", CleaningReport.MAX_LISTED, count, what));
        }
    }
}
