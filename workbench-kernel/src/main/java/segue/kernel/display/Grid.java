package segue.kernel.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The head of a table, as static HTML and as text. The HTML has no script, and takes its colours from the page, so that
 * it reads in the light and in the dark.
 *
 * @param numeric columns whose cells are right-aligned
 * @param rows the first rows, one text a column
 * @param totalRows how many there are
 * @param totalColumns how many there are; more than names where the rest is left out
 */
record Grid(
        String title,
        List<String> names,
        List<Boolean> numeric,
        List<List<String>> rows,
        long totalRows,
        int totalColumns) {
    static final int MOST_ROWS = 20;
    static final int MOST_COLUMNS = 30;
    private static final int WIDEST_CELL = 200;
    private static final int WIDEST_TEXT = 40;

    private static final String CELL = "padding:.2em .6em;border:0;border-bottom:1px solid rgba(128,128,128,.3);";

    MimeBundle bundle() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("text/html", html());
        data.put("text/plain", text());
        return new MimeBundle(data, Map.of());
    }

    private long hiddenRows() {
        return totalRows - rows.size();
    }

    private String size() {
        String columns = totalColumns == 1 ? " column" : " columns";
        return String.format(Locale.ROOT, "%,d", totalRows)
                + (totalRows == 1 ? " row × " : " rows × ")
                + totalColumns
                + columns
                + (totalColumns > names.size() ? ", the first " + names.size() + " shown" : "");
    }

    private String more() {
        return String.format(Locale.ROOT, "… %,d more row%s", hiddenRows(), hiddenRows() == 1 ? "" : "s");
    }

    String html() {
        StringBuilder html = new StringBuilder(
                "<div style=\"overflow-x:auto;max-width:100%\"><table style=\"border-collapse:collapse;border:0;"
                        + "color:inherit;background:transparent;font-size:90%;font-variant-numeric:tabular-nums\">");
        if (!title.isBlank()) {
            html.append("<caption style=\"caption-side:top;text-align:left;color:inherit;font-weight:bold\">")
                    .append(escape(title))
                    .append("</caption>");
        }
        html.append("<thead><tr style=\"background:transparent\">");
        for (int i = 0; i < names.size(); i++) {
            html.append("<th scope=\"col\" style=\"")
                    .append(CELL)
                    .append(align(i))
                    .append("border-bottom:1px solid currentColor\">")
                    .append(escape(shorten(names.get(i), WIDEST_CELL)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr style=\"background:transparent\">");
            for (int i = 0; i < names.size(); i++) {
                html.append("<td style=\"")
                        .append(CELL)
                        .append(align(i))
                        .append("\">")
                        .append(escape(shorten(row.get(i), WIDEST_CELL)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table><p style=\"opacity:.7;margin:.3em 0;font-size:85%\">");
        if (hiddenRows() > 0) {
            html.append(more()).append(" · ");
        }
        return html.append(size()).append("</p></div>").toString();
    }

    private String align(int column) {
        return numeric.get(column) ? "text-align:right;" : "text-align:left;";
    }

    String text() {
        int[] widths = new int[names.size()];
        List<List<String>> lines = new ArrayList<>();
        lines.add(names.stream().map(name -> shorten(name, WIDEST_TEXT)).toList());
        rows.forEach(row ->
                lines.add(row.stream().map(cell -> shorten(cell, WIDEST_TEXT)).toList()));
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder(title.isBlank() ? "" : title + "\n");
        for (int l = 0; l < lines.size(); l++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = lines.get(l).get(i);
                String space = " ".repeat(widths[i] - cell.length());
                line.append(numeric.get(i) ? space + cell : cell + space).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (l == 0) {
                StringBuilder rule = new StringBuilder();
                for (int width : widths) {
                    rule.append("-".repeat(width)).append("  ");
                }
                text.append(rule.toString().stripTrailing()).append('\n');
            }
        }
        if (hiddenRows() > 0) {
            text.append(more()).append('\n');
        }
        return text.append(size()).toString();
    }

    private static String shorten(String cell, int longest) {
        String line = cell.replaceAll("[\\r\\n\\t]+", " ");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
