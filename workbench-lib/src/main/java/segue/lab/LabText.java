package segue.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reports as text for a terminal, 120 columns wide at most. */
final class LabText {
    private static final int WIDTH = 120;
    private static final int NAME = 19;
    private static final double LEAST_IN_SECONDS = 0.5;

    private LabText() {}

    static String of(LabReport report) {
        List<String> lines = new ArrayList<>();
        add(
                lines,
                "",
                "Nearest %d of %,d x %d by %s: %s."
                        .formatted(
                                report.options().k(),
                                report.rows(),
                                report.dimensions(),
                                report.options().metric().label(),
                                report.source()));
        add(lines, "", report.environment() + ".");
        add(
                lines,
                "",
                ("Answers are compared with the scalar oracle's before times are taken (%,d queries). 'As near' are rows "
                                + "at the same distances, ties in another order. Times are medians of warm calls.")
                        .formatted(report.judged()));
        for (Task task : Task.values()) {
            addTask(lines, report, task);
        }
        lines.add("");
        lines.addAll(linesOf(report.byBatch()));
        lines.add("");
        report.findings().forEach(finding -> add(lines, "- ", finding));
        return String.join(System.lineSeparator(), lines);
    }

    static String of(GrowthReport report) {
        List<String> lines = new ArrayList<>();
        add(
                lines,
                "",
                "Nearest %d by %s: %s."
                        .formatted(
                                report.options().k(), report.options().metric().label(), report.source()));
        add(lines, "", report.environment() + ".");
        add(lines, "", "Answers are compared with the scalar oracle's before times are taken.");
        for (Sweep sweep : List.of(report.single(), report.batch())) {
            lines.add("");
            lines.addAll(linesOf(sweep));
        }
        lines.add("");
        report.findings().forEach(finding -> add(lines, "- ", finding));
        return String.join(System.lineSeparator(), lines);
    }

    private static void addTask(List<String> lines, LabReport report, Task task) {
        boolean inSeconds = task == Task.ALL_PAIRS && takesLong(report.of(task));
        double unit = inSeconds ? 1 : 1e3;
        lines.add("");
        lines.add(
                task == Task.BATCH
                        ? "A batch of %,d queries, ms"
                                .formatted(report.options().batch())
                        : capital(task.title()) + (inSeconds ? ", s" : ", ms"));
        lines.add(row("", "threads", "build s", "first", "warm", "p95", "spread", "calls", "x plain", "answers"));
        for (Result result : report.of(task)) {
            if (!result.isTimed()) {
                add(lines, pad(result.contender()), result.verdict().label());
                continue;
            }
            Timing timing = result.timing();
            boolean once = timing.repetitions() == 1;
            lines.add(row(
                    result.contender(),
                    Integer.toString(result.threads()),
                    number(result.buildSeconds()),
                    number(unit * timing.first()),
                    number(unit * timing.median()),
                    once ? "-" : number(unit * timing.p95()),
                    once ? "-" : Math.round(100 * timing.spread()) + " %",
                    Integer.toString(timing.repetitions()),
                    number(report.speedUp(result)),
                    LabTables.answers(result)));
        }
    }

    /** Few rows are done in less time than seconds can tell. */
    private static boolean takesLong(List<Result> results) {
        return results.stream().anyMatch(result -> result.isTimed() && result.seconds() >= LEAST_IN_SECONDS);
    }

    /** A sweep as a table of its own. */
    static List<String> linesOf(Sweep sweep) {
        List<String> lines = new ArrayList<>();
        lines.add(capital(sweep.title()) + ": µs a query, by " + sweep.unit());
        lines.add(pad("")
                + String.join(
                        "",
                        Arrays.stream(sweep.x())
                                .mapToObj(value -> "%11s".formatted(Sweep.number(value)))
                                .toList()));
        for (Curve curve : sweep.curves()) {
            if (curve.isMeasured()) {
                StringBuilder line = new StringBuilder(pad(curve.contender()));
                for (double seconds : curve.seconds()) {
                    line.append("%11s".formatted(Double.isNaN(seconds) ? "-" : number(1e6 * seconds)));
                }
                lines.add(line.toString());
            }
        }
        for (Curve curve : sweep.curves()) {
            if (!curve.gap().isBlank()) {
                add(lines, pad(curve.contender()), curve.gap());
            }
        }
        return lines;
    }

    private static String row(String name, String... cells) {
        StringBuilder row = new StringBuilder(pad(name));
        int[] widths = {7, 8, 8, 8, 8, 6, 6, 8};
        for (int i = 0; i < widths.length; i++) {
            row.append(" ".repeat(Math.max(1, widths[i] - cells[i].length()))).append(cells[i]);
        }
        return row.append("  ").append(cells[widths.length]).toString();
    }

    /** Three digits or so, and no more: what would follow is noise. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (value < 0.001) {
            return new BigDecimal(value)
                    .round(new MathContext(2))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        int decimals =
                value >= 1 && value == Math.rint(value) ? 0 : value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static String pad(String name) {
        return name + " ".repeat(Math.max(1, NAME - name.length()));
    }

    /** Text after a beginning; where it is too long, it goes on below itself. */
    private static void add(List<String> lines, String beginning, String text) {
        StringBuilder line = new StringBuilder(beginning);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(beginning.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
