package segue.kernel.display;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of a table out of any values: a column a component where all are records of one class, a column a key where all
 * are maps by name, a column a place where all are arrays; a single column otherwise.
 *
 * @param columns those that are shown
 * @param total how many there are
 * @param single whether each value stands in one cell
 */
record Rows(List<GridColumn> columns, int total, boolean single) {

    static Rows of(List<?> values, String name) {
        Class<?> common = values.isEmpty() || values.getFirst() == null
                ? Object.class
                : values.getFirst().getClass();
        if (common.isRecord() && values.stream().allMatch(common::isInstance)) {
            return ofRecords(common, values);
        }
        if (!values.isEmpty() && values.stream().allMatch(Rows::isNamed)) {
            return ofMaps(values);
        }
        if (!values.isEmpty()
                && values.stream()
                        .allMatch(value -> value != null && value.getClass().isArray())
                && values.stream().mapToInt(Array::getLength).max().orElse(0) > 0) {
            return ofArrays(values);
        }
        return new Rows(List.of(GridColumn.of(name, values)), 1, true);
    }

    /** The first values, and no more than fit. */
    static List<Object> head(Iterator<?> values) {
        List<Object> head = new ArrayList<>();
        while (head.size() < Grid.MOST_ROWS && values.hasNext()) {
            head.add(values.next());
        }
        return head;
    }

    private static Rows ofRecords(Class<?> type, List<?> values) {
        RecordComponent[] components = type.getRecordComponents();
        List<GridColumn> columns = Arrays.stream(components)
                .limit(Grid.MOST_COLUMNS)
                .map(component -> GridColumn.of(
                        component.getName(),
                        values.stream()
                                .map(value -> component(component, value))
                                .toList()))
                .toList();
        return new Rows(columns, components.length, columns.isEmpty());
    }

    static Object component(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (InvocationTargetException e) {
            return "(failed: " + e.getCause() + ")";
        } catch (IllegalAccessException | RuntimeException e) {
            return "(not accessible)";
        }
    }

    private static boolean isNamed(Object value) {
        return value instanceof Map<?, ?> map
                && !map.isEmpty()
                && map.keySet().stream().limit(Grid.MOST_COLUMNS).allMatch(String.class::isInstance);
    }

    private static Rows ofMaps(List<?> maps) {
        Set<Object> names = new LinkedHashSet<>();
        maps.forEach(map -> names.addAll(((Map<?, ?>) map).keySet()));
        List<GridColumn> columns = names.stream()
                .limit(Grid.MOST_COLUMNS)
                .map(name -> GridColumn.of(
                        (String) name,
                        maps.stream().map(map -> in((Map<?, ?>) map, name)).toList()))
                .toList();
        return new Rows(columns, names.size(), false);
    }

    private static Object in(Map<?, ?> map, Object name) {
        return map.containsKey(name) ? map.get(name) : "";
    }

    private static Rows ofArrays(List<?> arrays) {
        int longest = arrays.stream().mapToInt(Array::getLength).max().orElse(0);
        List<GridColumn> columns = new ArrayList<>();
        for (int at = 0; at < Math.min(longest, Grid.MOST_COLUMNS); at++) {
            int place = at;
            List<Object> values = new ArrayList<>();
            arrays.forEach(array -> values.add(place < Array.getLength(array) ? Array.get(array, place) : ""));
            columns.add(GridColumn.of(Integer.toString(at), values));
        }
        return new Rows(columns, longest, false);
    }
}
