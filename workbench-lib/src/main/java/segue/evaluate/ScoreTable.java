package segue.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scores as text in columns. */
final class ScoreTable {
    private static final String GAP = "  ";

    private ScoreTable() {}

    static String of(List<Measure> measures, List<Scores> rows, int k) {
        List<Measure> shown = measures.stream()
                .filter(measure -> rows.stream().anyMatch(row -> row.estimates().containsKey(measure)))
                .toList();
        if (shown.isEmpty()) {
            return "";
        }
        List<List<String>> cells = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("variant"));
        shown.forEach(measure -> header.add(measure.label(k)));
        cells.add(header);
        for (Scores row : rows) {
            List<String> line = new ArrayList<>(List.of(row.variant()));
            shown.forEach(measure -> line.add(cell(row.estimates().get(measure))));
            cells.add(line);
        }
        StringBuilder text = new StringBuilder(System.lineSeparator());
        for (List<String> line : cells) {
            StringBuilder out = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width =
                        cells.stream().mapToInt(of -> of.get(at).length()).max().orElse(0);
                out.append(GAP).append(column == 0 ? left(line.get(0), width) : right(line.get(column), width));
            }
            text.append(out.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }

    private static String cell(Estimate estimate) {
        if (estimate == null || Double.isNaN(estimate.value())) {
            return "–";
        }
        String value = number(estimate.value(), estimate.value());
        return estimate.hasInterval()
                ? "%s (%s–%s)"
                        .formatted(
                                value,
                                number(estimate.low(), estimate.value()),
                                number(estimate.high(), estimate.value()))
                : value;
    }

    /** Three digits after the point below 1, without the 0 before it; fewer above, in the same form for a whole cell. */
    private static String number(double value, double like) {
        String text = String.format(Locale.ROOT, Math.abs(like) < 1 ? "%.3f" : "%.2f", value);
        return text.replaceFirst("^(-?)0\\.", "$1.");
    }
}
