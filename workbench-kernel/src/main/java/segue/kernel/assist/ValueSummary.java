package segue.kernel.assist;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a line, without calling code that is not the JDK's: a {@code toString} of the notebook's own may be slow,
 * print, or wait for the cell that runs.
 */
final class ValueSummary {
    private static final int LONGEST = 100;
    private static final int ELEMENTS = 5;
    private static final int DEEPEST = 2;

    private ValueSummary() {}

    static String of(Object value) {
        String text = write(value, 0).replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String write(Object value, int depth) {
        try {
            return switch (value) {
                case null -> "null";
                case String text -> '"' + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + '"';
                case Character letter -> "'" + letter + "'";
                case Enum<?> constant -> constant.name();
                case Optional<?> optional ->
                    optional.isEmpty() ? "Optional.empty" : "Optional[" + write(optional.get(), depth + 1) + "]";
                case Collection<?> collection
                when isOfJdk(value) ->
                    count(collection.size(), "element") + (depth < DEEPEST ? ": " + elements(collection, depth) : "");
                case Map<?, ?> map
                when isOfJdk(value) -> count(map.size(), "entry") + (depth < DEEPEST ? ": " + entries(map, depth) : "");
                case Class<?> type -> type.getName();
                default -> other(value, depth);
            };
        } catch (ConcurrentModificationException | NullPointerException e) {
            return "being changed by the cell that runs";
        }
    }

    private static String other(Object value, int depth) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            List<Object> first = new ArrayList<>();
            int length = Array.getLength(value);
            for (int i = 0; i < Math.min(length, ELEMENTS); i++) {
                first.add(Array.get(value, i));
            }
            return count(length, "element") + (depth < DEEPEST ? ": " + list(first, length, depth) : "");
        }
        boolean plain = value instanceof Number && isOfJdk(value)
                || value instanceof Boolean
                || List.of("java.time", "java.math", "java.net", "sun.nio.fs", "java.io")
                                .contains(type.getPackageName())
                        && !(value instanceof AutoCloseable)
                || value instanceof java.util.UUID
                || value instanceof java.time.temporal.Temporal && isOfJdk(value)
                || value instanceof StringBuilder
                || value instanceof java.util.BitSet;
        return plain ? value.toString() : "an object of " + type.getTypeName().replaceAll("^REPL\\.\\$[0-9_]+[.$]", "");
    }

    private static boolean isOfJdk(Object value) {
        Module module = value.getClass().getModule();
        return module.isNamed() && module.getName().startsWith("java.");
    }

    private static String elements(Collection<?> collection, int depth) {
        List<Object> first = new ArrayList<>();
        for (Object element : collection) {
            if (first.size() == ELEMENTS) {
                break;
            }
            first.add(element);
        }
        return list(first, collection.size(), depth);
    }

    private static String list(List<Object> first, int size, int depth) {
        return "["
                + String.join(
                        ", ",
                        first.stream().map(value -> write(value, depth + 1)).toList())
                + (size > first.size() ? ", …]" : "]");
    }

    private static String entries(Map<?, ?> map, int depth) {
        List<String> first = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (first.size() == ELEMENTS) {
                break;
            }
            first.add(write(entry.getKey(), depth + 1) + "=" + write(entry.getValue(), depth + 1));
        }
        return "{" + String.join(", ", first) + (map.size() > first.size() ? ", …}" : "}");
    }

    private static String count(int count, String noun) {
        String many = noun.equals("entry") ? "entries" : noun + "s";
        return String.format("%,d %s", count, count == 1 ? noun : many);
    }
}
