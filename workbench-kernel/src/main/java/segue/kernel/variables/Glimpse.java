package segue.kernel.variables;

import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * A line about a value, got without effort or effect: no {@code toString} of unknown classes, no elements of lazy
 * collections, no more than the first few of anything.
 */
final class Glimpse {
    static final int LONGEST = 120;
    private static final int MOST_PARTS = 5;
    private static final int DEEPEST = 2;
    private static final int LONGEST_NUMBER_BITS = 400;

    private Glimpse() {}

    /** At most {@value #LONGEST} characters on one line. */
    static String of(Object value) {
        try {
            return shorten(text(value, 0));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Another thread may be changing it, or its class is broken.
            return typeName(value);
        }
    }

    private static String text(Object value, int depth) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + escape(text) + '"';
            case Character letter -> "'" + escape(letter.toString()) + "'";
            case Boolean flag -> flag.toString();
            case BigInteger number ->
                number.bitLength() > LONGEST_NUMBER_BITS
                        ? "a number of " + number.bitLength() + " bits"
                        : number.toString();
            case BigDecimal number ->
                number.unscaledValue().bitLength() > LONGEST_NUMBER_BITS
                        ? "a number of " + number.precision() + " digits"
                        : number.toString();
            case Number number when isJdk(value) -> number.toString();
            case Enum<?> constant -> constant.name();
            case Class<?> type -> type.getName();
            case StringBuilder text -> '"' + escape(text.substring(0, Math.min(text.length(), LONGEST + 1))) + '"';
            case Object plain when isPlain(plain) -> plain.toString();
            case Optional<?> optional ->
                optional.map(inner -> "Optional[" + part(inner, depth) + "]").orElse("Optional.empty");
            case CompletableFuture<?> future -> typeName(future) + (future.isDone() ? ", done" : ", not done");
            case Object array when array.getClass().isArray() -> array(array, depth);
            case Collection<?> collection
            when isPlainContainer(value) -> elements(collection.iterator(), collection.size(), depth);
            case Map<?, ?> map when isPlainContainer(value) -> entries(map, depth);
            default ->
                value.getClass().getName().startsWith("tech.tablesaw.") ? TableGlimpse.of(value) : fields(value, depth);
        };
    }

    private static boolean isJdk(Object value) {
        return value.getClass().getModule().getName() instanceof String module && module.equals("java.base");
    }

    /** Values of the JDK whose text is short, and made without effect. */
    private static boolean isPlain(Object value) {
        return isJdk(value)
                && (value instanceof TemporalAccessor
                        || value instanceof TemporalAmount
                        || value instanceof ZoneId
                        || value instanceof UUID
                        || value instanceof URI
                        || value instanceof URL
                        || value instanceof Path
                        || value instanceof File
                        || value instanceof Locale
                        || value instanceof Pattern);
    }

    /** Containers of {@code java.util} hold what they hold; others, and views of others, may compute it. */
    static boolean isPlainContainer(Object value) {
        String name = value.getClass().getName();
        return name.startsWith("java.util.")
                && !name.startsWith("java.util.Collections$")
                && !name.startsWith("java.util.AbstractList$")
                && !name.startsWith("java.util.stream.");
    }

    private static String part(Object value, int depth) {
        return depth >= DEEPEST ? (isShort(value) ? text(value, depth) : typeName(value)) : text(value, depth + 1);
    }

    private static boolean isShort(Object value) {
        return value == null || value instanceof String || value instanceof Number && isJdk(value);
    }

    private static String elements(Iterator<?> values, int size, int depth) {
        StringJoiner joined = new StringJoiner(", ", "[", size > MOST_PARTS ? ", …]" : "]");
        for (int i = 0; i < MOST_PARTS && values.hasNext(); i++) {
            joined.add(part(values.next(), depth));
        }
        return joined.toString();
    }

    private static String entries(Map<?, ?> map, int depth) {
        StringJoiner joined = new StringJoiner(", ", "{", map.size() > MOST_PARTS ? ", …}" : "}");
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        for (int i = 0; i < MOST_PARTS && entries.hasNext(); i++) {
            Map.Entry<?, ?> entry = entries.next();
            joined.add(part(entry.getKey(), depth) + "=" + part(entry.getValue(), depth));
        }
        return joined.toString();
    }

    private static String array(Object array, int depth) {
        int length = Array.getLength(array);
        StringJoiner joined = new StringJoiner(", ", "[", length > MOST_PARTS ? ", …]" : "]");
        for (int i = 0; i < Math.min(length, MOST_PARTS); i++) {
            joined.add(part(Array.get(array, i), depth));
        }
        return joined.toString();
    }

    /** The fields of a class of the notebook; any other keeps to its name. */
    private static String fields(Object value, int depth) {
        Class<?> type = value.getClass();
        if (type.getModule().isNamed() || !isOfNotebook(type) && !type.isRecord()) {
            return typeName(value);
        }
        StringJoiner joined = new StringJoiner(", ");
        int count = 0;
        for (Class<?> level = type;
                level != null && isOfNotebook(level) | level.isRecord();
                level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                    continue;
                }
                if (++count > MOST_PARTS) {
                    return joined.add("…").toString();
                }
                joined.add(field.getName() + "=" + fieldText(field, value, depth));
            }
        }
        return count == 0 ? typeName(value) : joined.toString();
    }

    private static String fieldText(Field field, Object value, int depth) {
        try {
            field.setAccessible(true);
            return part(field.get(value), depth);
        } catch (IllegalAccessException e) {
            return "?";
        }
    }

    private static boolean isOfNotebook(Class<?> type) {
        return type.getClassLoader() != null
                && "cells".equals(type.getClassLoader().getName());
    }

    static String typeName(Object value) {
        Class<?> type = value.getClass();
        String name = type.getSimpleName();
        return type.isHidden() || name.isEmpty() ? "a " + kind(type) : name;
    }

    private static String kind(Class<?> type) {
        Class<?>[] interfaces = type.getInterfaces();
        return interfaces.length > 0
                ? interfaces[0].getSimpleName()
                : type.getSuperclass().getSimpleName();
    }

    private static String escape(String text) {
        String head = text.length() > LONGEST + 1 ? text.substring(0, LONGEST + 1) : text;
        return head.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }
}
