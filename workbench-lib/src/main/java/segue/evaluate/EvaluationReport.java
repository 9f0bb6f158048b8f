package segue.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What every variant got.
 *
 * @param songs that could be recommended
 * @param options it was judged by
 * @param questions of each task
 * @param scores of each task that had questions, in the order of the variants
 */
public record EvaluationReport(
        int songs,
        EvaluationOptions options,
        Map<EvaluationTask, Integer> questions,
        Map<EvaluationTask, List<Scores>> scores) {
    /** @throws IllegalArgumentException if the task had no questions, or there was no such variant */
    public Scores of(EvaluationTask task, String variant) {
        return scores.getOrDefault(task, List.of()).stream()
                .filter(of -> of.variant().equals(variant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no variant %s was judged in the task %s".formatted(variant, task.label())));
    }

    /**
     * What the variants got, a row a variant, a column a measure, with intervals; empty where a measure has no value.
     *
     * @throws IllegalArgumentException if the task had no questions
     */
    public Table table(EvaluationTask task, Measure... measures) {
        List<Scores> ofTask = scores.getOrDefault(task, List.of());
        if (ofTask.isEmpty()) {
            throw new IllegalArgumentException("nothing was judged in the task " + task.label());
        }
        Table table = Table.create(
                task.title(),
                StringColumn.create(
                        "variant", ofTask.stream().map(Scores::variant).toList()));
        for (Measure measure : measures) {
            table.addColumns(StringColumn.create(
                    measure.label(options.k()),
                    ofTask.stream()
                            .map(of -> of.estimates().get(measure))
                            .map(estimate -> estimate == null ? "" : estimate.toString())
                            .toList()));
        }
        return table;
    }

    /** How much better one variant is than another on the same questions; the interval tells whether surely. */
    public Estimate difference(EvaluationTask task, Measure measure, String variant, String from) {
        double[] some = of(task, variant).values().get(measure);
        double[] others = of(task, from).values().get(measure);
        if (some == null || others == null) {
            throw new IllegalArgumentException(
                    measure + " has no value of its own for each question of " + task.label());
        }
        return Estimate.difference(some, others, options.seed());
    }

    /** One entry a task, variant and measure, as JSON has them; {@code low} and {@code high} only where there is an interval. */
    public List<Map<String, Object>> metrics() {
        List<Map<String, Object>> metrics = new ArrayList<>();
        scores.forEach((task, ofTask) -> ofTask.forEach(of -> of.estimates().forEach((measure, estimate) -> {
            if (Double.isNaN(estimate.value())) {
                return;
            }
            Map<String, Object> metric = new LinkedHashMap<>();
            metric.put("task", task.label());
            metric.put("variant", of.variant());
            metric.put("metric", measure.label(options.k()));
            metric.put("value", estimate.value());
            if (estimate.hasInterval()) {
                metric.put("low", estimate.low());
                metric.put("high", estimate.high());
                metric.put("questions", estimate.questions());
            }
            metrics.add(metric);
        })));
        return metrics;
    }

    /** What each measure that was taken says, a line each. */
    public String legend() {
        return scores.values().stream()
                .flatMap(List::stream)
                .flatMap(of -> of.estimates().keySet().stream())
                .distinct()
                .sorted()
                .map(measure -> measure.label(options.k()) + ": " + measure.description())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** Tables of text, a variant a row, with intervals of 95 %. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        scores.forEach((task, ofTask) -> {
            text.append(String.format(
                    Locale.ROOT,
                    "%s%s: %,d of %,d songs%n",
                    text.isEmpty() ? "" : System.lineSeparator(),
                    task.title(),
                    questions.get(task),
                    songs));
            for (List<Measure> group : task.groups()) {
                text.append(ScoreTable.of(group, ofTask, options.k()));
            }
        });
        return text.toString();
    }
}
