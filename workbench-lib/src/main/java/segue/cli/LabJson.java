package segue.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import segue.lab.Curve;
import segue.lab.Environment;
import segue.lab.GrowthReport;
import segue.lab.LabOptions;
import segue.lab.LabReport;
import segue.lab.Result;
import segue.lab.Sweep;
import segue.lab.Timing;

/** The lab's reports as one object each; what was not measured is null. */
final class LabJson {
    private LabJson() {}

    static Map<String, Object> of(LabReport report, double loadSeconds) {
        Map<String, Object> json = head(report.options(), report.source(), report.environment());
        json.put("rows", report.rows());
        json.put("dims", report.dimensions());
        json.put("judgedQueries", report.judged());
        json.put("loadSeconds", loadSeconds);
        json.put("seconds", report.seconds());
        json.put("warmUp", "firstSeconds is the first call; seconds is the median of those after warming up");
        json.put("right", report.isRight());
        json.put(
                "results",
                report.results().stream().map(row -> result(report, row)).toList());
        json.put("byBatch", sweep(report.byBatch()));
        json.put("findings", report.findings());
        return json;
    }

    static Map<String, Object> of(GrowthReport report, double loadSeconds) {
        Map<String, Object> json = head(report.options(), report.source(), report.environment());
        json.put("rows", largest(report.single(), "rows"));
        json.put("dims", largest(report.single(), "columns"));
        json.put("loadSeconds", loadSeconds);
        json.put("seconds", report.seconds());
        json.put("right", report.isRight());
        json.put("single", sweep(report.single()));
        json.put("batch", sweep(report.batch()));
        json.put("findings", report.findings());
        return json;
    }

    private static Integer largest(Sweep sweep, String unit) {
        return sweep.unit().equals(unit) ? (Integer) (int) sweep.x()[sweep.x().length - 1] : null;
    }

    private static Map<String, Object> head(LabOptions options, String source, Environment environment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", "lab");
        json.put("backend", "all");
        json.put("metric", options.metric().label());
        json.put("k", options.k());
        json.put("threads", options.threads());
        json.put("source", source);
        json.put("environment", environment);
        return json;
    }

    private static Map<String, Object> result(LabReport report, Result row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("task", row.task().label());
        json.put("contender", row.contender());
        json.put("threads", row.threads());
        json.put("answers", row.verdict().kind().name().toLowerCase(Locale.ROOT));
        json.put("reason", row.verdict().sentence());
        json.put("recall", number(row.verdict().recall()));
        json.put("buildSeconds", number(row.buildSeconds()));
        Timing timing = row.timing();
        json.put("firstSeconds", timing == null ? null : timing.first());
        json.put("seconds", number(row.seconds()));
        json.put("p95Seconds", timing == null ? null : timing.p95());
        json.put("calls", timing == null ? 0 : timing.repetitions());
        json.put("scaledFrom", row.isScaled() ? row.asked() : null);
        json.put("timesPlainLoop", number(report.speedUp(row)));
        return json;
    }

    private static Map<String, Object> sweep(Sweep sweep) {
        Map<String, Object> curves = new LinkedHashMap<>();
        Map<String, String> gaps = new LinkedHashMap<>();
        for (Curve curve : sweep.curves()) {
            var seconds =
                    DoubleStream.of(curve.seconds()).mapToObj(LabJson::number).collect(Collectors.toList());
            curves.put(curve.contender(), seconds);
            if (!curve.gap().isBlank()) {
                gaps.put(curve.contender(), curve.gap());
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", sweep.unit());
        json.put("x", sweep.x());
        json.put("secondsPerQuery", curves);
        json.put("gaps", gaps);
        return json;
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
