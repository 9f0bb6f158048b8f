package segue.kernel.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Arrays: rows of numbers as a table, any other as its elements. */
final class ArrayRendering {
    private ArrayRendering() {}

    static MimeBundle render(Object array) {
        int length = Array.getLength(array);
        List<Object> head = new ArrayList<>();
        for (int i = 0; i < Math.min(length, Grid.MOST_ROWS); i++) {
            head.add(Array.get(array, i));
        }
        return CollectionRenderer.render(head, length, array);
    }
}
