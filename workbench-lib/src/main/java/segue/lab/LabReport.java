package segue.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * What the lab found out.
 *
 * @param source what the rows are
 * @param judged queries whose answers were compared with the oracle's
 * @param results a row a contender, number of threads and task
 * @param byBatch seconds a query by queries a batch
 * @param seconds that all of it took
 */
public record LabReport(
        Environment environment,
        String source,
        int rows,
        int dimensions,
        LabOptions options,
        int judged,
        List<Result> results,
        Sweep byBatch,
        double seconds) {

    /** Builds that differ by less cost the same. */
    private static final double LEAST_BUILD_SECONDS = 0.02;

    /** Of one task, as they were measured. */
    public List<Result> of(Task task) {
        return results.stream().filter(result -> result.task() == task).toList();
    }

    /** How many times quicker than the plain loop; NaN where one of the two has no time. */
    public double speedUp(Result result) {
        return result.speedUp(of(result.task()).stream()
                .filter(row -> row.contender().equals(PlainContender.NAME))
                .findFirst()
                .orElse(null));
    }

    /** Whether no contender gave a wrong answer. */
    public boolean isRight() {
        return results.stream().noneMatch(result -> result.verdict().kind() == Verdict.Kind.WRONG);
    }

    /** What there is to say, in sentences: the crossovers, when building pays, what auto chose, whether there was a GPU. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>(byBatch.findings());
        payback().ifPresent(findings::add);
        if (!environment.gpu().equals(Environment.READY)) {
            findings.add("No GPU could be compared. " + environment.gpu());
        }
        for (Task task : Task.values()) {
            of(task).stream()
                    .filter(result -> !result.note().isBlank())
                    .forEach(result -> findings.add(
                            "For %s %s chose %s".formatted(task.label(), result.contender(), result.note())));
        }
        return findings;
    }

    private Optional<String> payback() {
        List<Result> exact = of(Task.SINGLE).stream()
                .filter(result -> result.isTimed() && result.verdict().kind() != Verdict.Kind.APPROXIMATE)
                .filter(result -> result.note().isBlank())
                .sorted(Comparator.comparingDouble(Result::seconds))
                .toList();
        return exact.stream()
                .filter(cheap -> cheap.buildSeconds() < exact.getFirst().buildSeconds() - LEAST_BUILD_SECONDS)
                .findFirst()
                .map(cheap -> payback(exact.getFirst(), cheap));
    }

    private static String payback(Result quick, Result cheap) {
        double queries = (quick.buildSeconds() - cheap.buildSeconds()) / (cheap.seconds() - quick.seconds());
        return "%s takes %.2f s longer to build than %s and saves %s ms a query: it pays after about %s queries."
                .formatted(
                        quick.contender(),
                        quick.buildSeconds() - cheap.buildSeconds(),
                        cheap.contender(),
                        LabText.number(1e3 * (cheap.seconds() - quick.seconds())),
                        Sweep.number(queries));
    }

    /** All rows, times in seconds. */
    public Table table() {
        return LabTables.all(this);
    }

    /** The rows of one task, as the terminal shows them. */
    public Table table(Task task) {
        return LabTables.of(this, task);
    }

    /** The tables and findings as text, 120 columns wide at most. */
    @Override
    public String toString() {
        return LabText.of(this);
    }
}
