package segue.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Seconds a query of every contender while one thing grows.
 *
 * @param title what was measured
 * @param unit of {@code x}, as it reads after a number: {@code "queries a batch"}
 * @param x ascending, at least one
 */
public record Sweep(String title, String unit, double[] x, List<Curve> curves) {
    private static final String GPU = "gpu";

    public Sweep {
        curves = List.copyOf(curves);
    }

    /** Who is quickest from where to where, in sentences; what could not be compared is not hidden. */
    public List<String> findings() {
        List<Curve> exact = curves.stream()
                .filter(curve -> curve.isExact() && !curve.isChoice())
                .toList();
        List<String> findings = new ArrayList<>();
        sentence("Of the exact ones ", exact).ifPresent(findings::add);
        List<Curve> all = curves.stream().filter(curve -> !curve.isChoice()).toList();
        if (all.stream().anyMatch(curve -> !curve.isExact() && curve.isMeasured())) {
            if (Crossover.of(x, all).equals(Crossover.of(x, exact)) && firstIsExact(all)) {
                findings.add("No approximate one is clearly quicker at any step.");
            } else {
                sentence("With the approximate ones ", all).ifPresent(findings::add);
            }
        }
        for (Curve gpu : exact) {
            if (gpu.contender().startsWith(GPU) && gpu.isMeasured()) {
                List<Curve> cpu = exact.stream()
                        .filter(curve -> !curve.contender().startsWith(GPU))
                        .toList();
                sentence("CPU against card: ", List.of(best("the CPU", cpu), gpu))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private boolean firstIsExact(List<Curve> competing) {
        return IntStream.range(0, x.length)
                .mapToObj(step -> Crossover.quickestAt(competing, step))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Curve::isExact)
                .orElse(false);
    }

    private Optional<String> sentence(String opening, List<Curve> competing) {
        List<Crossover> found = Crossover.of(x, competing);
        List<Crossover> changes = legible(found);
        if (!changes.isEmpty()) {
            StringBuilder text = new StringBuilder(opening);
            for (int i = 0; i < changes.size(); i++) {
                text.append(i == 0 ? "" : ", then ")
                        .append(changes.get(i).below())
                        .append(i == 0 ? " is quickest" : "")
                        .append(" up to about ")
                        .append(number(changes.get(i).at()));
            }
            return Optional.of(text.append(" ")
                    .append(unit)
                    .append(", and ")
                    .append(changes.getLast().above())
                    .append(" from there on.")
                    .toString());
        }
        int[] measured = IntStream.range(0, x.length)
                .filter(step -> Crossover.quickestAt(competing, step) != null)
                .toArray();
        if (measured.length == 0) {
            return Optional.empty();
        }
        int last = measured[measured.length - 1];
        return Optional.of("%s%s is quickest at %s step, from %s to %s %s."
                .formatted(
                        opening,
                        Crossover.quickestAt(competing, measured[0]).contender(),
                        found.isEmpty() ? "every" : "nearly every",
                        number(x[measured[0]]),
                        number(x[last]),
                        unit));
    }

    /** Changes that read as one number are one; a lead that begins and ends there is none. */
    private static List<Crossover> legible(List<Crossover> changes) {
        List<Crossover> kept = new ArrayList<>();
        for (Crossover change : changes) {
            if (kept.isEmpty() || !number(kept.getLast().at()).equals(number(change.at()))) {
                kept.add(change);
                continue;
            }
            Crossover first = kept.removeLast();
            if (!first.below().equals(change.above())) {
                kept.add(new Crossover(first.at(), first.below(), change.above()));
            }
        }
        return kept;
    }

    private Curve best(String name, List<Curve> among) {
        double[] best = new double[x.length];
        for (int step = 0; step < x.length; step++) {
            Curve quickest = Crossover.quickestAt(among, step);
            best[step] = quickest == null ? Double.NaN : quickest.seconds()[step];
        }
        return new Curve(name, true, false, best, "");
    }

    /** To two digits: a crossing is not known better. */
    static String number(double value) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(value)) - 1));
        boolean whole = value == Math.rint(value);
        return String.format(Locale.ROOT, "%,.0f", whole ? value : Math.rint(value / unit) * unit);
    }

    /** A row a contender, a column a step, in microseconds a query. */
    public Table table() {
        Table table = Table.create("%s: µs a query, by %s".formatted(title, unit))
                .addColumns(StringColumn.create(
                        "contender", curves.stream().map(Curve::contender).toList()));
        for (int step = 0; step < x.length; step++) {
            DoubleColumn column = DoubleColumn.create(number(x[step]));
            for (Curve curve : curves) {
                if (curve.isMeasuredAt(step)) {
                    column.append(LabTables.digits(1e6 * curve.seconds()[step]));
                } else {
                    column.appendMissing();
                }
            }
            table.addColumns(column);
        }
        return table.addColumns(
                StringColumn.create("missing", curves.stream().map(Curve::gap).toList()));
    }
}
