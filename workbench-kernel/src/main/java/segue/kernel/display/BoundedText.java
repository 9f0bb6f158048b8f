package segue.kernel.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Values as text that stops in time: {@code toString} of a collection writes all of it, which takes a while for a million
 * elements, and for ever where they have no end. Collections and maps of the JDK, and arrays, are written element by
 * element until there is enough; anything else says what it is by its own {@code toString}.
 */
final class BoundedText {
    private static final int LONGEST_CELL = 100;
    private static final int MOST_ELEMENTS = 100;
    private static final int DEEPEST = 8;

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private final Set<Object> parents = Collections.newSetFromMap(new IdentityHashMap<>());

    private BoundedText(int longest) {
        this.longest = longest;
    }

    /** As {@code toString}, with {@code … 105,581 more} where that would go on. */
    static String of(Object value, int longest) {
        BoundedText bounded = new BoundedText(longest);
        bounded.write(value);
        return bounded.text.toString();
    }

    /** Short enough for a cell of a table; a list stands there without its brackets. */
    static String cell(Object value) {
        String text = of(value, LONGEST_CELL);
        boolean bracketed = value instanceof Collection<?> && text.startsWith("[") && text.endsWith("]");
        return bracketed ? text.substring(1, text.length() - 1) : text;
    }

    /** Whether it is written element by element. */
    static boolean isContainer(Object value) {
        return value != null
                && (value.getClass().isArray()
                        || (value instanceof Collection<?> || value instanceof Map<?, ?>)
                                && inheritsText(value.getClass()));
    }

    private static boolean inheritsText(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass().getName().startsWith("java.");
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private void write(Object value) {
        if (!isContainer(value)) {
            text.append(PlainText.own(value));
        } else if (parents.size() == DEEPEST || !parents.add(value)) {
            text.append(parents.contains(value) ? "(itself)" : "[…]");
        } else {
            switch (value) {
                case Map<?, ?> map -> each('{', map.entrySet().iterator(), map.size(), '}', this::entry);
                case Collection<?> collection -> each('[', collection.iterator(), collection.size(), ']', this::write);
                default -> array(value);
            }
            parents.remove(value);
        }
    }

    private void entry(Map.Entry<?, ?> entry) {
        write(entry.getKey());
        text.append('=');
        write(entry.getValue());
    }

    private void array(Object array) {
        int length = Array.getLength(array);
        var head = new ArrayList<>();
        for (int i = 0; i < Math.min(length, MOST_ELEMENTS); i++) {
            head.add(Array.get(array, i));
        }
        each('[', head.iterator(), length, ']', this::write);
    }

    private <T> void each(char open, Iterator<T> elements, long size, char close, Consumer<T> write) {
        text.append(open);
        int written = 0;
        while (written < MOST_ELEMENTS && text.length() < longest && elements.hasNext()) {
            text.append(written++ == 0 ? "" : ", ");
            write.accept(elements.next());
        }
        if (size > written) {
            text.append(String.format(Locale.ROOT, "%s… %,d more", written == 0 ? "" : ", ", size - written));
        }
        text.append(close);
    }
}
