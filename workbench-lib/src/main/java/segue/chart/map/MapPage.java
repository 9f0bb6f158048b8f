package segue.chart.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The HTML around the points: the front end's files, read once and joined into one style and one script. */
final class MapPage {
    private static final String FOLDER = "/segue/chart/map/";

    /** In this order they are one module: what stands in one is known in all. */
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "theme.js",
            "pack.js",
            "colours.js",
            "grid.js",
            "view.js",
            "raster.js",
            "labels.js",
            "overlay.js",
            "gestures.js",
            "legend.js",
            "song.js",
            "search.js",
            "inside.js",
            "address.js",
            "main.js");

    private static final String STYLE = bare(read("map.css"));
    private static final String SCRIPT =
            SCRIPTS.stream().map(MapPage::read).map(MapPage::bare).collect(Collectors.joining("\n"));
    private static final String BODY = read("map.html");

    static final String POLICY = "default-src 'none'; script-src 'sha256-" + sha256(SCRIPT) + "'; style-src 'sha256-"
            + sha256(STYLE) + "'; img-src data:; base-uri 'none'; form-action 'none'";

    private MapPage() {}

    static String around(String title, String pack) {
        StringBuilder page = new StringBuilder(BODY.length() + STYLE.length() + SCRIPT.length() + pack.length() + 1024);
        int from = 0;
        for (Slot slot : List.of(
                new Slot("{{policy}}", POLICY),
                new Slot("{{title}}", escaped(title)),
                new Slot("{{style}}", STYLE),
                new Slot("{{pack}}", pack),
                new Slot("{{script}}", SCRIPT))) {
            int at = BODY.indexOf(slot.name(), from);
            page.append(BODY, from, at).append(slot.content());
            from = at + slot.name().length();
        }
        return page.append(BODY, from, BODY.length()).toString();
    }

    /** A place in {@code map.html}, in the order of that file. */
    private record Slot(String name, String content) {}

    private static String escaped(String text) {
        return MapText.wellFormed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String read(String name) {
        try (InputStream in = MapPage.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + FOLDER + name);
            }
            // A browser takes each line end as \n, and the hash is of what the browser reads.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without lines of comment, empty lines and indentation, a sixth of it: every notebook that shows a map holds this text. */
    private static String bare(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .filter(line -> !line.startsWith("/*") || !line.endsWith("*/"))
                .collect(Collectors.joining("\n"));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
