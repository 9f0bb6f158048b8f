package segue.audio.scan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import segue.files.WholeFile;

/**
 * What became of a scan.
 *
 * @param table that was written
 * @param rows recordings in it
 * @param heard recordings that were listened to in this run, also in vain
 * @param unchanged files that an earlier run had done, by size and time of change
 * @param recognised files that were known by their content: moved, renamed, copied, or touched
 * @param dropped rows of the earlier table whose files are no longer there
 * @param ignored files in the folders that are no recordings
 * @param failures files without a row, sorted by path
 * @param warnings files with a row although something is wrong with them, sorted by path
 * @param duplicates rows that hold the recording of an earlier row
 * @param audioSeconds sound in all rows
 * @param heardSeconds sound that was listened to in this run
 * @param seconds that the run took
 * @param threads recordings worked on at once
 */
public record ScanReport(
        Path table,
        int rows,
        int heard,
        int unchanged,
        int recognised,
        int dropped,
        int ignored,
        List<Failure> failures,
        List<Warning> warnings,
        List<Duplicate> duplicates,
        double audioSeconds,
        double heardSeconds,
        double seconds,
        int threads) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** @param reason in words for the owner of the file */
    public record Failure(String path, String reason) implements Serializable {
        static Failure of(Path path, IOException problem) {
            return of(PathText.of(path), problem);
        }

        /** That a file could not be read, in words for its owner. */
        public static Failure of(String path, IOException problem) {
            String reason = switch (problem) {
                case NoSuchFileException _, FileNotFoundException _ ->
                    "it is not there: it vanished during the scan, or is a link to nothing";
                case AccessDeniedException denied -> "permission denied";
                case FileSystemException other when other.getReason() != null -> other.getReason();
                default -> "it cannot be read: " + problem.getMessage();
            };
            return new Failure(path, reason);
        }
    }

    /** @param reason as {@code ends after 12.3 s of 30.0 s} */
    public record Warning(String path, String reason) {}

    /**
     * @param first the file, first by path, that holds the same recording
     * @param isCopy whether both have the same bytes
     */
    public record Duplicate(String path, String first, boolean isCopy) {}

    static ScanReport ofNothing(ScanOptions options, AudioFiles found, long startNanos) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        List<Failure> failures = List.copyOf(found.unreadable());
        return new ScanReport(
                options.out(),
                0,
                0,
                0,
                0,
                0,
                found.ignored(),
                failures,
                List.of(),
                List.of(),
                0,
                0,
                seconds,
                options.jobs());
    }

    /** Writes all of it as JSON. */
    public void write(Path file) throws IOException {
        write(file, PathText.of(table));
    }

    /** As {@link #write(Path)}, where the table has an address that is no path of this machine. */
    public void write(Path file, String tableAddress) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("table", tableAddress);
        report.put("rows", rows);
        report.put("heard", heard);
        report.put("unchanged", unchanged);
        report.put("recognised", recognised);
        report.put("dropped", dropped);
        report.put("ignored", ignored);
        report.put("audioSeconds", audioSeconds);
        report.put("seconds", seconds);
        report.put("failures", failures);
        report.put("warnings", warnings);
        report.put("duplicates", duplicates);
        WholeFile.write(file, part -> JSON.writeValue(part.toFile(), report));
    }

    /** All of it in a few sentences. */
    public String summary() {
        StringBuilder text = new StringBuilder(
                "%s, %s of music".formatted(counted(rows, "recording", "recordings"), duration(audioSeconds)));
        add(text, unchanged, "file was unchanged since an earlier run", "files were unchanged since an earlier run");
        add(text, recognised, "file was known by its content", "files were known by their content");
        add(text, duplicates.size(), "holds the recording of another file", "hold the recording of another file");
        add(text, failures.size(), "failed", "failed");
        add(text, warnings.size(), "is cut or damaged", "are cut or damaged");
        add(text, dropped, "row of before is no longer found: dropped", "rows of before are no longer found: dropped");
        add(text, ignored, "other file was ignored", "other files were ignored");
        text.append(". Listened to %s in %.1f s".formatted(duration(heardSeconds), seconds));
        if (heardSeconds > 0) {
            text.append(": %.2f hours of music a minute".formatted(hoursPerMinute()));
        }
        return text.append(".").toString();
    }

    private static void add(StringBuilder text, int count, String one, String many) {
        if (count > 0) {
            text.append("; ").append(counted(count, one, many));
        }
    }

    private static String counted(int count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    private static String duration(double seconds) {
        return seconds < 600
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.2f h", seconds / 3_600);
    }

    /** How much music was listened to in a minute; 0 where nothing was. */
    public double hoursPerMinute() {
        return seconds == 0 ? 0 : heardSeconds / 3_600 / (seconds / 60);
    }
}
