package segue.kernel.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of a table out of any values: a column for each component where all are records of one class. */
final class Records {
    private static final int MOST_ELEMENTS_IN_CELL = 20;

    private Records() {}

    static Grid grid(Iterable<?> values, long size, String columnName) {
        List<Object> head = new ArrayList<>();
        for (Object value : values) {
            if (head.size() == Grid.MOST_ROWS) {
                break;
            }
            head.add(value);
        }
        Class<?> common = head.isEmpty() || head.getFirst() == null
                ? Object.class
                : head.getFirst().getClass();
        boolean records = common.isRecord() && head.stream().allMatch(common::isInstance);
        return records ? ofRecords(common, head, size) : single(head, size, columnName);
    }

    private static Grid single(List<Object> head, long size, String columnName) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            rows.add(List.of(Integer.toString(i), cell(head.get(i))));
        }
        boolean numeric = head.stream().allMatch(Number.class::isInstance);
        return new Grid("", List.of("", columnName), List.of(true, numeric), rows, size, 2);
    }

    private static Grid ofRecords(Class<?> type, List<Object> head, long size) {
        RecordComponent[] components = type.getRecordComponents();
        int shown = Math.min(components.length, Grid.MOST_COLUMNS);
        List<String> names = Arrays.stream(components)
                .limit(shown)
                .map(RecordComponent::getName)
                .toList();
        List<Boolean> numeric = Arrays.stream(components)
                .limit(shown)
                .map(component -> isNumber(component.getType()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (Object value : head) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < shown; i++) {
                row.add(cell(component(components[i], value)));
            }
            rows.add(row);
        }
        return new Grid("", names, numeric, rows, size, components.length);
    }

    private static Object component(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (InvocationTargetException e) {
            return "(failed: " + e.getCause() + ")";
        } catch (IllegalAccessException | RuntimeException e) {
            return "(not accessible)";
        }
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class && type != char.class;
    }

    static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case double[] array ->
                array.length > MOST_ELEMENTS_IN_CELL
                        ? Arrays.toString(Arrays.copyOf(array, MOST_ELEMENTS_IN_CELL)) + "…"
                        : Arrays.toString(array);
            case float[] array ->
                array.length > MOST_ELEMENTS_IN_CELL
                        ? Arrays.toString(Arrays.copyOf(array, MOST_ELEMENTS_IN_CELL)) + "…"
                        : Arrays.toString(array);
            case int[] array ->
                array.length > MOST_ELEMENTS_IN_CELL
                        ? Arrays.toString(Arrays.copyOf(array, MOST_ELEMENTS_IN_CELL)) + "…"
                        : Arrays.toString(array);
            case Object[] array ->
                Arrays.deepToString(Arrays.copyOf(array, Math.min(array.length, MOST_ELEMENTS_IN_CELL)));
            default -> PlainText.of(value);
        };
    }
}
