package segue.kernel.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        List<List<String>> rows = new ArrayList<>();
        boolean numericKeys = true;
        boolean numericValues = true;
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            if (rows.size() == Grid.MOST_ROWS) {
                break;
            }
            numericKeys &= entry.getKey() instanceof Number;
            numericValues &= entry.getValue() instanceof Number;
            rows.add(List.of(Records.cell(entry.getKey()), Records.cell(entry.getValue())));
        }
        Grid grid = new Grid("", List.of("key", "value"), List.of(numericKeys, numericValues), rows, map.size(), 2);
        Map<String, String> data = new LinkedHashMap<>();
        data.put("text/html", grid.html());
        data.put("text/plain", map.size() > Grid.MOST_ROWS ? grid.text() : PlainText.of(map));
        return new MimeBundle(data, Map.of());
    }
}
