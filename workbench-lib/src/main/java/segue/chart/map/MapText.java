package segue.chart.map;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns of text in the form that the browser unpacks: UTF-8 with a zero after each. */
final class MapText {
    private MapText() {}

    /** Half a surrogate pair, which UTF-8 cannot say, and the separator become the replacement character. */
    static String wellFormed(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                if (out == null) {
                    out = new StringBuilder(text);
                }
                out.setCharAt(i, '\ufffd');
            }
        }
        return out == null ? text : out.toString();
    }

    static byte[] column(List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(texts.size() * 16);
        for (String text : texts) {
            bytes.writeBytes(wellFormed(text).getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return bytes.toByteArray();
    }

    /**
     * Texts of which many are equal: each once, sorted, since neighbours with a beginning in common compress well, and for
     * each row its position there.
     */
    record Dictionary(List<String> words, int[] positions) {
        static Dictionary of(List<String> texts) {
            String[] sorted = texts.stream().distinct().sorted().toArray(String[]::new);
            Map<String, Integer> places = HashMap.newHashMap(sorted.length);
            for (int i = 0; i < sorted.length; i++) {
                places.put(sorted[i], i);
            }
            return new Dictionary(
                    Arrays.asList(sorted), texts.stream().mapToInt(places::get).toArray());
        }
    }
}
