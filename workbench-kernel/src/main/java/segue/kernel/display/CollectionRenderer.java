package segue.kernel.display;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A collection as a table; where it is short and of plain values, its text is the usual one. */
@SuppressWarnings("rawtypes")
final class CollectionRenderer implements Renderer<Collection> {
    /** Library values that a column a component would show badly, by the name of their class. */
    private static final Map<String, BiFunction<List<?>, Long, MimeBundle>> OF_LIBRARY = Map.of(
            "segue.catalog.Track", CatalogRenderer::ofTracks,
            "segue.recommend.Recommendation", LibraryRendering::recommendations);

    @Override
    public Class<Collection> type() {
        return Collection.class;
    }

    @Override
    public MimeBundle render(Collection collection) {
        return render(Rows.head(((Collection<?>) collection).iterator()), collection.size(), collection);
    }

    static MimeBundle render(List<Object> head, long size, Object whole) {
        if (!head.isEmpty() && head.stream().allMatch(value -> value != null && sameClass(value, head))) {
            var ofLibrary = OF_LIBRARY.get(head.getFirst().getClass().getName());
            if (ofLibrary != null) {
                return ofLibrary.apply(head, size);
            }
        }
        Rows rows = Rows.of(head, "value");
        List<GridColumn> columns = new ArrayList<>(List.of(GridColumn.numbering(head.size())));
        columns.addAll(rows.columns());
        if (!rows.single()) {
            return Grid.ofTable("", columns, size, rows.total()).bundle();
        }
        Grid grid = new Grid("", columns, size, Grid.count(size, "element"));
        return grid.bundle(size > Grid.MOST_ROWS ? grid.text() : PlainText.of(whole));
    }

    private static boolean sameClass(Object value, List<Object> head) {
        return value.getClass() == head.getFirst().getClass();
    }
}
