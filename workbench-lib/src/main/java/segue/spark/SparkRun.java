package segue.spark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A job that came to its end.
 *
 * @param exitCode 0: what fails is thrown
 * @param figures the object that {@code --json} printed, in its order; empty where it printed none
 * @param said what it wrote to stderr, the last 2,000 lines of it
 */
public record SparkRun(int exitCode, Map<String, Object> figures, String said) {
    public SparkRun {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** A figure that is a number. */
    public double number(String name) {
        if (figures.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                "the job told no number '%s'; it told %s".formatted(name, String.join(", ", figures.keySet())));
    }

    /**
     * The job's plan as it was carried out, a row a stage: what it did, in how many tasks, what all of them took together, and
     * what they sent each other. Empty where the job told no stages.
     */
    public Table stages() {
        StringColumn names = StringColumn.create("stage");
        IntColumn tasks = IntColumn.create("tasks");
        DoubleColumn seconds = DoubleColumn.create("seconds of all tasks");
        DoubleColumn shuffled = DoubleColumn.create("megabytes shuffled");
        if (figures.get("stages") instanceof List<?> stages) {
            for (Object one : stages) {
                Map<?, ?> stage = (Map<?, ?>) one;
                names.append(String.valueOf(stage.get("name")));
                tasks.append(((Number) stage.get("tasks")).intValue());
                seconds.append(((Number) stage.get("seconds")).doubleValue());
                shuffled.append(((Number) stage.get("shuffleWrittenBytes")).doubleValue() / 1e6);
            }
        }
        return Table.create("stages", names, tasks, seconds, shuffled);
    }

    /** The figures, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        figures.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append(System.lineSeparator()));
        return text.toString();
    }
}
