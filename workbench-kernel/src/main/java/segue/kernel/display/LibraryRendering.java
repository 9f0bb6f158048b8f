package segue.kernel.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import segue.catalog.CleaningReport;
import segue.matrix.FloatMatrix;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.recommend.Recommendation;

/** Values of the library that say more in a table of their own. */
final class LibraryRendering {
    private static final int MOST_NEIGHBOURS = 10;

    private LibraryRendering() {}

    static MimeBundle recommendations(List<?> recommendations, long size) {
        List<Recommendation> head =
                recommendations.stream().map(Recommendation.class::cast).toList();
        var table = Recommendation.table(head);
        Grid grid = TableRenderer.grid("", table.columns(), head.size());
        return Grid.ofTable("", grid.columns(), size, grid.columns().size()).bundle();
    }

    /** A matrix as its first rows. */
    static final class Matrices implements Renderer<FloatMatrix> {
        @Override
        public Class<FloatMatrix> type() {
            return FloatMatrix.class;
        }

        @Override
        public MimeBundle render(FloatMatrix matrix) {
            int rows = Math.min(matrix.rows(), Grid.MOST_ROWS);
            List<GridColumn> columns = new ArrayList<>(List.of(GridColumn.numbering(rows)));
            for (int c = 0; c < Math.min(matrix.columns(), Grid.MOST_COLUMNS); c++) {
                int column = c;
                columns.add(GridColumn.of(
                        Integer.toString(c),
                        IntStream.range(0, rows)
                                .mapToObj(row -> matrix.get(row, column))
                                .toList()));
            }
            return Grid.ofTable("", columns, matrix.rows(), matrix.columns()).bundle();
        }
    }

    /** The neighbours of one row: nearest first, as in the answer. */
    static final class OneAnswer implements Renderer<Neighbors> {
        @Override
        public Class<Neighbors> type() {
            return Neighbors.class;
        }

        @Override
        public MimeBundle render(Neighbors found) {
            int shown = Math.min(found.size(), Grid.MOST_ROWS);
            List<Integer> ranks = IntStream.rangeClosed(1, shown).boxed().toList();
            return Grid.ofTable(
                            "",
                            List.of(
                                    GridColumn.of("rank", ranks).asIndex(),
                                    GridColumn.of(
                                            "row",
                                            ranks.stream()
                                                    .map(r -> found.rows()[r - 1])
                                                    .toList()),
                                    GridColumn.of(
                                            "distance",
                                            ranks.stream()
                                                    .map(r -> found.distances()[r - 1])
                                                    .toList())),
                            found.size(),
                            2)
                    .bundle();
        }
    }

    /** A row a query, and in it the rows found with their distances. */
    static final class Answers implements Renderer<NeighborTable> {
        @Override
        public Class<NeighborTable> type() {
            return NeighborTable.class;
        }

        @Override
        public MimeBundle render(NeighborTable found) {
            int rows = Math.min(found.queries(), Grid.MOST_ROWS);
            List<GridColumn> columns = new ArrayList<>(List.of(GridColumn.numbering(rows)));
            for (int place = 0; place < Math.min(found.k(), MOST_NEIGHBOURS); place++) {
                List<String> cells = new ArrayList<>();
                for (int query = 0; query < rows; query++) {
                    int at = query * found.k() + place;
                    cells.add(String.format(Locale.ROOT, "%d (%.3f)", found.rows()[at], found.distances()[at]));
                }
                columns.add(new GridColumn(Integer.toString(place + 1), true, false, cells));
            }
            String size = Grid.count(found.queries(), "query") + ", " + Grid.count(found.k(), "neighbour")
                    + " each: row (distance)"
                    + (found.k() > MOST_NEIGHBOURS ? ", the first " + MOST_NEIGHBOURS + " shown" : "");
            return new Grid("", columns, found.queries(), size).bundle();
        }
    }

    /** The account of a catalogue's rows, the warnings, and the first rows that were rejected. */
    static final class Reports implements Renderer<CleaningReport> {
        @Override
        public Class<CleaningReport> type() {
            return CleaningReport.class;
        }

        @Override
        public MimeBundle render(CleaningReport report) {
            StringBuilder html = new StringBuilder("<p>" + Grid.escape(report.summary()) + "</p>");
            StringBuilder text = new StringBuilder(report.summary());
            section(html, text, "Warnings", "warning", report.warnings());
            section(html, text, "Rejected rows", "rejection", report.rejections());
            section(html, text, "Merged rows", "merge", report.merges());
            Map<String, String> data = new LinkedHashMap<>();
            data.put("text/html", html.toString());
            data.put("text/plain", text.toString());
            return new MimeBundle(data, Map.of());
        }

        private static void section(StringBuilder html, StringBuilder text, String title, String noun, List<?> values) {
            if (values.isEmpty()) {
                return;
            }
            Rows rows = Rows.of(Rows.head(values.iterator()), "");
            Grid grid = new Grid(title, rows.columns(), values.size(), Grid.count(values.size(), noun));
            html.append(grid.html());
            text.append("\n\n").append(grid.text());
        }
    }
}
