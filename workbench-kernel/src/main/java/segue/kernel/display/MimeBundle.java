package segue.kernel.display;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in the forms that a front end may choose from.
 *
 * @param data MIME type to content: text as {@link String}, binary as base64 {@link String}
 * @param metadata MIME type to its hints, such as {@code {"width": 640}}; may be empty
 */
public record MimeBundle(Map<String, String> data, Map<String, Map<String, Object>> metadata) {
    public MimeBundle {
        data = new LinkedHashMap<>(data);
        metadata = new LinkedHashMap<>(metadata);
    }

    public static MimeBundle of(String mimeType, String content) {
        return new MimeBundle(Map.of(mimeType, content), Map.of());
    }

    public static MimeBundle text(String content) {
        return of("text/plain", content);
    }
}
