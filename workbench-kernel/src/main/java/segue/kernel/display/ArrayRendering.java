package segue.kernel.display;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrays: rows of numbers as a table, any other as its elements. */
final class ArrayRendering {
    private ArrayRendering() {}

    static MimeBundle render(Object array) {
        List<Object> elements = new AbstractList<>() {
            @Override
            public Object get(int index) {
                return Array.get(array, index);
            }

            @Override
            public int size() {
                return Array.getLength(array);
            }
        };
        Grid grid = Records.grid(
                elements, elements.size(), array.getClass().getComponentType().getSimpleName());
        Map<String, String> data = new LinkedHashMap<>();
        data.put("text/html", grid.html());
        boolean brief = elements.size() <= Grid.MOST_ROWS
                && !array.getClass().getComponentType().isArray();
        data.put("text/plain", brief ? PlainText.of(elements) : grid.text());
        return new MimeBundle(data, Map.of());
    }
}
