package segue.page.map;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import segue.files.Markup;
import segue.page.server.ApiError;
import segue.page.server.Assets;

/** The small page that stands where the map will be, or says why there is none. */
public final class MapNotice {
    /** Without scripts the page asks again by itself; with them {@code map.js} does, which keeps the song in the address. */
    private static final String WAITING = """
            <noscript><meta http-equiv="refresh" content="2"></noscript>
              <script type="module" src="../map.js"></script>""";

    private static final String PATIENCE =
            "It will appear here by itself. It is drawn once, and kept while the page runs.";

    private final String template = new String(Assets.read("map.html"), StandardCharsets.UTF_8);

    /** @param drawing null where there is nothing to wait for */
    String of(ApiError.Body.Details error, MapRoom.State.Drawing drawing) {
        Map<String, String> parts = Map.of(
                "{{head}}", drawing == null ? "" : WAITING,
                "{{heading}}", drawing == null ? "No map" : "Drawing the map",
                "{{bar}}", drawing == null ? "" : bar(drawing),
                "{{message}}", Markup.escaped(error.message()),
                "{{hint}}", drawing == null ? Markup.escaped(error.hint()) : PATIENCE);
        StringBuilder page = new StringBuilder(template);
        parts.forEach((name, value) -> {
            int at = page.indexOf(name);
            page.replace(at, at + name.length(), value);
        });
        return page.toString();
    }

    private static String bar(MapRoom.State.Drawing drawing) {
        return String.format(Locale.ROOT, """
                <progress id="bar" max="1" value="%.3f" aria-label="This step"></progress>""", drawing.fraction());
    }
}
