package segue.neighbors.hubness;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import segue.neighbors.hubness.HubnessTrial.Verdict;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A space before and after each reduction.
 *
 * @param metric its name
 * @param rows that were examined
 * @param of rows that the space has
 * @param k neighbours a row: those asked for, or all other rows where these are fewer
 * @param artistFiltered whether neighbours by the same artist were left out of the precision
 * @param precisionByChance that rows drawn by chance would have; empty without genres
 * @param trials the plain distance first
 * @param notTried a sentence for each reduction that is of no use by this metric
 */
public record HubnessReport(
        String metric,
        int rows,
        int of,
        int k,
        boolean artistFiltered,
        OptionalDouble precisionByChance,
        List<HubnessTrial> trials,
        List<String> notTried) {
    public HubnessReport {
        trials = List.copyOf(trials);
        notTried = List.copyOf(notTried);
    }

    /** The reduction to take: {@link HubnessReduction#NONE} where none helps. */
    public HubnessReduction recommended() {
        return trials.stream()
                .filter(trial -> trial.verdict() == Verdict.RECOMMENDED)
                .map(HubnessTrial::reduction)
                .findFirst()
                .orElse(HubnessReduction.NONE);
    }

    /**
     * What came of one reduction.
     *
     * @throws IllegalArgumentException with the reason, if it was not tried
     */
    public HubnessTrial trial(HubnessReduction reduction) {
        return trials.stream()
                .filter(trial -> trial.reduction() == reduction)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("%s was not tried by %s".formatted(reduction.label(), metric)));
    }

    /** One row a reduction: skewness, anti-hubs, slots of the top 1 %, largest N_k, precision with its interval, verdict. */
    public Table table() {
        Table table = Table.create(
                "Hubness by " + metric,
                StringColumn.create("reduction"),
                DoubleColumn.create("skewness"),
                DoubleColumn.create("anti-hubs"),
                DoubleColumn.create("slots of top 1 %"),
                IntColumn.create("largest N_k"));
        boolean judged = precisionByChance.isPresent();
        if (judged) {
            table.addColumns(DoubleColumn.create("genre precision"), StringColumn.create("95 % interval"));
        }
        table.addColumns(StringColumn.create("verdict"));
        for (HubnessTrial trial : trials) {
            Hubness hubness = trial.hubness();
            table.stringColumn("reduction").append(trial.reduction().label());
            table.doubleColumn("skewness").append(rounded(hubness.skewness()));
            table.doubleColumn("anti-hubs").append(rounded(hubness.antihubShare()));
            table.doubleColumn("slots of top 1 %").append(rounded(hubness.slotsOfTop(0.01)));
            table.intColumn("largest N_k").append(hubness.largest());
            trial.precision().filter(p -> judged).ifPresent(precision -> {
                table.doubleColumn("genre precision").append(rounded(precision.mean()));
                table.stringColumn("95 % interval")
                        .append(String.format(Locale.ROOT, "%.3f–%.3f", precision.low(), precision.high()));
            });
            table.stringColumn("verdict").append(trial.verdict().label());
        }
        return table;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    /** The table as text, a sentence for each reduction, and the top hubs. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Hubness by %s, k=%d, %,d %s%s",
                metric,
                k,
                rows,
                rows == 1 ? "row" : "rows",
                rows < of ? " drawn from %,d".formatted(of) : "");
        line(
                text,
                "%-17s %8s  %9s  %9s  %7s  %-21s  %s",
                "reduction",
                "skewness",
                "anti-hubs",
                "top 1 %",
                "largest",
                precisionByChance.isPresent() ? "genre precision" : "",
                "verdict");
        for (HubnessTrial trial : trials) {
            Hubness hubness = trial.hubness();
            line(
                    text,
                    "%-17s %8.2f  %7.1f %%  %7.1f %%  %7d  %-21s  %s",
                    trial.reduction().label(),
                    hubness.skewness(),
                    100 * hubness.antihubShare(),
                    100 * hubness.slotsOfTop(0.01),
                    hubness.largest(),
                    trial.precision().map(Interval::toString).orElse(""),
                    trial.verdict().label());
        }
        precisionByChance.ifPresent(chance -> line(
                text,
                "Genre precision by chance: %.3f. Neighbours without a genre%s are not counted.",
                chance,
                artistFiltered ? " or by the same artist" : ""));
        trials.stream().skip(1).forEach(trial -> line(text, "%s.", capital(trial.sentence())));
        notTried.forEach(sentence -> line(text, "%s", sentence));
        if (recommended() == HubnessReduction.NONE) {
            line(text, "No reduction makes this space better: leave it as it is.");
        }
        trials.stream()
                .filter(trial -> trial.hubness().largest() > 0)
                .filter(trial -> trial.reduction() == HubnessReduction.NONE || trial.verdict() == Verdict.RECOMMENDED)
                .forEach(trial ->
                        line(text, "Top hubs, %s: %s", trial.reduction().label(), hubs(trial)));
        return text.toString();
    }

    private static String hubs(HubnessTrial trial) {
        return trial.hubs().stream()
                .map(hub -> "%s (%d)".formatted(hub.name(), hub.occurrences()))
                .collect(Collectors.joining("; "));
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
