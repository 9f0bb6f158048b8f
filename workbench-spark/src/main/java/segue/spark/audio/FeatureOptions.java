package segue.spark.audio;

import java.util.List;
import java.util.Objects;

/**
 * What to listen to, and where the table goes.
 *
 * @param inputs recordings, folders, patterns, and listings ({@code .txt}, UTF-8, a path a line); paths of this machine or
 *     addresses such as {@code s3a://bucket/music}
 * @param out folder of Parquet files
 * @param overwrite whether a table that stands there is replaced
 * @param journal folder of what is done, for the next run
 * @param tasks into how many the listening is cut, at least; 0 for some three a core, and more where there is much
 */
public record FeatureOptions(List<String> inputs, String out, boolean overwrite, String journal, int tasks) {
    static final int MOST_TASKS = 100_000;

    /** @throws IllegalArgumentException if there is no input, a path is blank, or tasks is out of range */
    public FeatureOptions {
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(out);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a scan needs at least one file or folder");
        }
        if (inputs.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("\"\": is no file or folder; the folder you are in is .");
        }
        if (journal.isBlank()) {
            throw new IllegalArgumentException("--journal is empty: name a folder");
        }
        if ((withoutSlash(journal) + "/").startsWith(withoutSlash(out) + "/")) {
            throw new IllegalArgumentException(
                    journal + " is in the table's folder, which is written anew: name another folder by --journal");
        }
        if (tasks < 0 || tasks > MOST_TASKS) {
            throw new IllegalArgumentException("tasks must be in [0, %,d] but was %d".formatted(MOST_TASKS, tasks));
        }
    }

    /** The journal beside the table, as many tasks as seems good, nothing replaced. */
    public static FeatureOptions of(List<String> inputs, String out) {
        return new FeatureOptions(inputs, out, false, withoutSlash(out) + ".journal", 0);
    }

    public FeatureOptions withOverwrite(boolean yes) {
        return new FeatureOptions(inputs, out, yes, journal, tasks);
    }

    public FeatureOptions withJournal(String folder) {
        return new FeatureOptions(inputs, out, overwrite, folder, tasks);
    }

    public FeatureOptions withTasks(int number) {
        return new FeatureOptions(inputs, out, overwrite, journal, number);
    }

    private static String withoutSlash(String folder) {
        return folder.replaceFirst("(?<=.)/+$", "");
    }
}
