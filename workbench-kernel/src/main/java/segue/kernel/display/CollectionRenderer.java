package segue.kernel.display;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A collection as a table; where it is short and not of records, its text is the usual one. */
@SuppressWarnings("rawtypes")
final class CollectionRenderer implements Renderer<Collection> {
    @Override
    public Class<Collection> type() {
        return Collection.class;
    }

    @Override
    public MimeBundle render(Collection collection) {
        Grid grid = Records.grid((Collection<?>) collection, collection.size(), "value");
        Map<String, String> data = new LinkedHashMap<>();
        data.put("text/html", grid.html());
        boolean records = !grid.names().contains("");
        data.put("text/plain", records || collection.size() > Grid.MOST_ROWS ? grid.text() : PlainText.of(collection));
        return new MimeBundle(data, Map.of());
    }
}
