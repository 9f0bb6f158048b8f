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
 * @param columns those that are shown, all of the same number of rows
 * @param totalRows how many rows there are
 * @param size what stands below: how much there is in all
 */
record Grid(String title, List<GridColumn> columns, long totalRows, String size) {
    static final int MOST_ROWS = 20;
    static final int MOST_COLUMNS = 30;
    private static final int WIDEST_CELL = 200;
    private static final int WIDEST_TEXT = 40;

    private static final String RULE = "border-bottom:1px solid rgba(128,128,128,.3)";

    /** @param totalColumns how many columns of values there are; more than are shown where the rest is left out */
    static Grid ofTable(String title, List<GridColumn> columns, long totalRows, int totalColumns) {
        long shown = columns.stream().filter(column -> !column.index()).count();
        return new Grid(
                title,
                columns,
                totalRows,
                count(totalRows, "row") + " × " + count(totalColumns, "column")
                        + (totalColumns > shown ? ", the first " + shown + " shown" : ""));
    }

    /** {@code "1 row"}, {@code "105,681 rows"}. */
    static String count(long number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural);
    }

    MimeBundle bundle() {
        return bundle(text());
    }

    MimeBundle bundle(String text) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("text/html", html());
        data.put("text/plain", text);
        return new MimeBundle(data, Map.of());
    }

    private int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().cells().size();
    }

    private String more() {
        return "… " + count(totalRows - rows(), "more row");
    }

    String html() {
        StringBuilder html = new StringBuilder(
                "<div style=\"overflow-x:auto;max-width:100%\"><table style=\"border-collapse:collapse;border:0;"
                        + "margin:0;color:inherit;background:transparent;font-size:90%;"
                        + "font-variant-numeric:tabular-nums\">");
        if (!title.isBlank()) {
            html.append("<caption style=\"caption-side:top;text-align:left;color:inherit;font-weight:bold\">")
                    .append(escape(title))
                    .append("</caption>");
        }
        html.append("<thead><tr style=\"background:transparent;border-bottom:1px solid\">");
        for (GridColumn column : columns) {
            html.append("<th scope=\"col\"")
                    .append(style(column, column.name()))
                    .append('>')
                    .append(escape(shorten(column.name(), WIDEST_CELL)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < rows(); row++) {
            html.append("<tr style=\"background:transparent;" + RULE + "\">");
            for (GridColumn column : columns) {
                cell(html, column, column.cells().get(row));
            }
            html.append("</tr>");
        }
        html.append("</tbody></table><p style=\"opacity:.7;margin:.3em 0;font-size:85%\">");
        if (totalRows > rows()) {
            html.append(more()).append(" · ");
        }
        return html.append(escape(size)).append("</p></div>").toString();
    }

    private static void cell(StringBuilder html, GridColumn column, String cell) {
        String shown = cell == null ? "" : shorten(cell, WIDEST_CELL);
        html.append(column.index() ? "<th scope=\"row\"" : "<td").append(style(column, shown));
        // A name that is written from right to left is, and does not turn its neighbours around.
        html.append(shown.codePoints().anyMatch(Grid::isRightToLeft) ? " dir=\"auto\">" : ">");
        html.append(cell == null ? "<i style=\"opacity:.5\">null</i>" : escape(shown));
        html.append(column.index() ? "</th>" : "</td>");
    }

    private static boolean isRightToLeft(int letter) {
        int direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** In every cell, since the style sheets of Jupyter's front ends speak of cells too. */
    private static String style(GridColumn column, String shown) {
        StringBuilder style = new StringBuilder(" style=\"padding:.2em .6em;border:0;vertical-align:top;text-align:");
        style.append(column.numeric() ? "right" : "left");
        if (column.numeric() && shown.indexOf(' ') >= 0) {
            style.append(";white-space:nowrap");
        } else if (shown.length() > WIDEST_TEXT) {
            style.append(";max-width:40em;overflow-wrap:break-word");
        }
        return style.append(column.index() ? ";font-weight:normal;opacity:.7\"" : "\"")
                .toString();
    }

    String text() {
        int[] widths = new int[columns.size()];
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream()
                .map(column -> shorten(column.name(), WIDEST_TEXT))
                .toList());
        for (int row = 0; row < rows(); row++) {
            int at = row;
            lines.add(columns.stream()
                    .map(column -> String.valueOf(column.cells().get(at)))
                    .map(cell -> shorten(cell, WIDEST_TEXT))
                    .toList());
        }
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder(title.isBlank() ? "" : title + "\n");
        for (int l = 0; l < lines.size(); l++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = lines.get(l).get(i);
                String space = " ".repeat(widths[i] - TextWidth.of(cell));
                line.append(columns.get(i).numeric() ? space + cell : cell + space)
                        .append("  ");
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
        if (totalRows > rows()) {
            text.append(more()).append('\n');
        }
        return text.append(size).toString();
    }

    private static String shorten(String cell, int longest) {
        return TextWidth.shorten(cell.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "), longest);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
