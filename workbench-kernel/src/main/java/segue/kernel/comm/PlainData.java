package segue.kernel.comm;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of cells as what JSON knows: maps, lists, strings, numbers, booleans. A copy, so that it can be sent later. */
final class PlainData {
    private static final int DEEPEST = 100;

    private PlainData() {}

    /** @throws IllegalArgumentException if a value has no JSON form; the message says where it stands */
    static Map<String, Object> of(Map<String, ?> data) {
        return map(data, "data", 0);
    }

    private static Object plain(Object value, String place, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("data may be nested at most " + DEEPEST + " levels deep, which "
                    + place.substring(0, Math.min(60, place.length())) + "… exceeds");
        }
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case Double number -> finite(number, place);
            case Float number -> finite(number.doubleValue(), place);
            case Integer number -> number;
            case Long number -> number;
            case Short number -> number.intValue();
            case Byte number -> number.intValue();
            case BigInteger number -> number;
            case BigDecimal number -> number;
            case CharSequence text -> text.toString();
            case Character letter -> letter.toString();
            case Enum<?> constant -> constant.name();
            case Map<?, ?> map -> map(map, place, depth);
            case Iterable<?> values -> list(values, place, depth);
            case Record components -> components(components, place, depth);
            case Object array when array.getClass().isArray() -> array(array, place, depth);
            default ->
                throw new IllegalArgumentException(place + " has no JSON form: a map, list, array, record, text,"
                        + " number or boolean was expected but it is a "
                        + value.getClass().getName());
        };
    }

    private static Double finite(double number, String place) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(place + " must be a finite number but was " + number
                    + ": JSON knows no other; send null or a text");
        }
        return number;
    }

    private static Map<String, Object> map(Map<?, ?> map, String place, int depth) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value, place + "." + key, depth + 1)));
        return plain;
    }

    private static List<Object> list(Iterable<?> values, String place, int depth) {
        List<Object> plain = new ArrayList<>();
        for (Object value : values) {
            plain.add(plain(value, place + "[" + plain.size() + "]", depth + 1));
        }
        return plain;
    }

    private static List<Object> array(Object array, String place, int depth) {
        int length = Array.getLength(array);
        List<Object> plain = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            plain.add(plain(Array.get(array, i), place + "[" + i + "]", depth + 1));
        }
        return plain;
    }

    private static Map<String, Object> components(Record value, String place, int depth) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String name = component.getName();
            try {
                component.getAccessor().setAccessible(true);
                plain.put(name, plain(component.getAccessor().invoke(value), place + "." + name, depth + 1));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(place + "." + name + " could not be read: " + e.getCause(), e);
            }
        }
        return plain;
    }
}
