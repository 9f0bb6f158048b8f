package segue.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what happens to rows while files are read, and makes the {@link CleaningReport} of it. */
final class CleaningLog {
    private final boolean severalFiles;
    private final List<CleaningReport.Rejection> rejections = new ArrayList<>();
    private final List<CleaningReport.Merge> merges = new ArrayList<>();
    private final List<CleaningReport.Mapping> mappings = new ArrayList<>();
    private final Map<String, Count> changes = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private String file = "";
    private long read;
    private long kept;
    private long merged;
    private long rejected;

    private static final class Count {
        private final String first;
        private long rows;

        private Count(String first) {
            this.first = first;
        }
    }

    CleaningLog(boolean severalFiles) {
        this.severalFiles = severalFiles;
    }

    void mapped(CleaningReport.Mapping mapping) {
        mappings.add(mapping);
    }

    void startFile(String name) {
        file = name;
    }

    void kept() {
        read++;
        kept++;
    }

    void merged(long line, String id, List<String> added) {
        read++;
        merged++;
        if (merges.size() < CleaningReport.MAX_LISTED) {
            merges.add(new CleaningReport.Merge(fileOrNull(), line, id, List.copyOf(added)));
        }
    }

    void rejected(long line, String reason, String text) {
        read++;
        rejected++;
        if (rejections.size() < CleaningReport.MAX_LISTED) {
            rejections.add(new CleaningReport.Rejection(fileOrNull(), line, reason, bounded(text)));
        }
    }

    /** One row whose value was changed or dropped; rows of the same kind make one warning. */
    void changed(String what, long line) {
        changes.computeIfAbsent(what, w -> new Count(place(line))).rows++;
    }

    /** A warning about a whole file. */
    void note(String what) {
        notes.add((severalFiles ? file + ": " : "") + what);
    }

    /** A warning about the whole catalogue. */
    void noteAll(String what) {
        notes.add(what);
    }

    CleaningReport report() {
        List<String> warnings = new ArrayList<>(notes);
        changes.forEach((what, count) -> warnings.add(String.format(
                Locale.ROOT, "%s: %,d row%s, first %s", what, count.rows, count.rows == 1 ? "" : "s", count.first)));
        unlisted(warnings, "rejections", rejected);
        unlisted(warnings, "merges", merged);
        String layout =
                mappings.stream().map(CleaningReport.Mapping::layout).distinct().collect(Collectors.joining(" + "));
        return new CleaningReport(read, kept, merged, rejected, layout, rejections, merges, warnings, mappings);
    }

    static String bounded(String text) {
        if (text.length() <= CleaningReport.MAX_TEXT) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(CleaningReport.MAX_TEXT - 1));
        return text.substring(0, CleaningReport.MAX_TEXT - (splitsPair ? 1 : 0)) + "…";
    }

    private static void unlisted(List<String> warnings, String what, long count) {
        if (count > CleaningReport.MAX_LISTED) {
            warnings.add(String.format(
                    Locale.ROOT, "only the first %,d of %,d %s are listed", CleaningReport.MAX_LISTED, count, what));
        }
    }

    private String fileOrNull() {
        return severalFiles ? file : null;
    }

    private String place(long line) {
        return (severalFiles ? "in " + file + ", " : "in ") + "line " + line;
    }
}
