package segue.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A map as a table of keys and values. */
@SuppressWarnings("rawtypes")
final class MapRenderer implements Renderer<Map> {
    @Override
    public Class<Map> type() {
        return Map.class;
    }

    @Override
    public MimeBundle render(Map map) {
        List<Object> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Object entry : Rows.head(((Map<?, ?>) map).entrySet().iterator())) {
            keys.add(((Map.Entry<?, ?>) entry).getKey());
            values.add(((Map.Entry<?, ?>) entry).getValue());
        }
        Rows rows = Rows.of(values, "value");
        List<GridColumn> columns =
                new ArrayList<>(List.of(GridColumn.of("key", keys).asIndex()));
        columns.addAll(rows.columns());
        int size = map.size();
        if (!rows.single()) {
            return Grid.ofTable("", columns, size, rows.total()).bundle();
        }
        Grid grid = new Grid("", columns, size, Grid.count(size, "entry"));
        return grid.bundle(size > Grid.MOST_ROWS ? grid.text() : PlainText.of(map));
    }
}
