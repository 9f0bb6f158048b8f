package segue.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Reports as Tablesaw tables, for notebooks. Numbers have three digits: more would be noise. */
final class LabTables {
    private static final int DIGITS = 3;

    private LabTables() {}

    static Table of(LabReport report, Task task) {
        boolean inSeconds = task == Task.ALL_PAIRS;
        double unit = inSeconds ? 1 : 1e3;
        String in = inSeconds ? " s" : " ms";
        List<Result> results = report.of(task);
        return Table.create(
                task.title(),
                contenders(results),
                threads(results),
                numbers("build ms", results, result -> Math.rint(1e4 * result.buildSeconds()) / 10),
                times("first" + in, results, timing -> unit * timing.first()),
                times("warm" + in, results, timing -> unit * timing.median()),
                times("p95" + in, results, timing -> timing.repetitions() == 1 ? Double.NaN : unit * timing.p95()),
                calls(results),
                numbers("× plain", results, report::speedUp),
                answers(results));
    }

    static Table all(LabReport report) {
        List<Result> results = report.results();
        return Table.create(
                "lab",
                StringColumn.create(
                        "task", results.stream().map(row -> row.task().label()).toList()),
                contenders(results),
                threads(results),
                numbers("build s", results, Result::buildSeconds),
                times("first s", results, Timing::first),
                times("warm s", results, Timing::median),
                times("p95 s", results, Timing::p95),
                calls(results),
                numbers("× plain", results, report::speedUp),
                numbers("recall", results, row -> row.verdict().recall()),
                answers(results));
    }

    /** What was compared, and from how much the time was scaled. */
    static String answers(Result result) {
        String scaled = result.isScaled()
                ? ", scaled from %,d %s".formatted(result.asked(), result.task() == Task.BATCH ? "queries" : "rows")
                : "";
        return result.verdict().label() + scaled;
    }

    private static StringColumn answers(List<Result> results) {
        return StringColumn.create(
                "answers", results.stream().map(LabTables::answers).toList());
    }

    private static IntColumn calls(List<Result> results) {
        IntColumn column = IntColumn.create("calls");
        for (Result result : results) {
            if (result.isTimed()) {
                column.append(result.timing().repetitions());
            } else {
                column.appendMissing();
            }
        }
        return column;
    }

    private static StringColumn contenders(List<Result> results) {
        return StringColumn.create(
                "contender", results.stream().map(Result::contender).toList());
    }

    private static IntColumn threads(List<Result> results) {
        return IntColumn.create(
                "threads", results.stream().mapToInt(Result::threads).toArray());
    }

    private static DoubleColumn times(String name, List<Result> results, ToDoubleFunction<Timing> value) {
        return numbers(name, results, row -> row.isTimed() ? value.applyAsDouble(row.timing()) : Double.NaN);
    }

    private static DoubleColumn numbers(String name, List<Result> results, ToDoubleFunction<Result> value) {
        DoubleColumn column = DoubleColumn.create(name);
        for (Result result : results) {
            double number = value.applyAsDouble(result);
            if (Double.isNaN(number)) {
                column.appendMissing();
            } else {
                column.append(digits(number));
            }
        }
        return column;
    }

    static double digits(double value) {
        return value >= Math.pow(10, DIGITS)
                ? Math.rint(value)
                : new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    }
}
