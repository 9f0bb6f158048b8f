package segue.kernel.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import segue.chart.ChartFiles;
import segue.chart.map.Colouring;
import segue.chart.map.HtmlMap;
import segue.chart.map.SongMap;

/** A map to walk through, in a frame of its own that may run scripts and nothing else. */
final class SongMapRenderer implements Renderer<SongMap> {
    /** Beyond this a notebook's file would become heavy; the map is then better a file of its own. */
    private static final int LARGEST = 20_000_000;

    /** Pixels of a still picture a pixel shown. */
    private static final int SHARPNESS = 2;

    private static final int HEIGHT_PIXELS = 620;

    @Override
    public Class<SongMap> type() {
        return SongMap.class;
    }

    @Override
    public MimeBundle render(SongMap map) {
        String facts = facts(map);
        String page = HtmlMap.of(map).text();
        if (page.length() > LARGEST) {
            return still(
                    map,
                    facts + "\nA still picture, since the interactive map is too large for a notebook: write that with"
                            + " save(Path.of(\"map.html\")), and open the file in a browser");
        }
        Map<String, String> data = new LinkedHashMap<>();
        data.put("text/html", framed(map, page));
        data.put(
                "text/plain", facts + "\nSee all of it with save(Path.of(\"map.html\")) or save(Path.of(\"map.png\"))");
        return new MimeBundle(data, Map.of());
    }

    /** A still picture for who asks for one: {@code display(map, "image/png")}. */
    @Override
    public MimeBundle render(SongMap map, List<String> mimeTypes) {
        if (map.coordinates().rows() == 0 || mimeTypes.contains("text/html")) {
            return render(map);
        }
        if (mimeTypes.contains("image/svg+xml")) {
            return new ChartRenderer().render(map.picture(), mimeTypes);
        }
        return mimeTypes.contains("image/png") ? still(map, facts(map)) : MimeBundle.text(facts(map));
    }

    private static MimeBundle still(SongMap map, String text) {
        return ImageRenderer.png(Palettes.indexed(ChartFiles.image(map.picture(), SHARPNESS)), SHARPNESS, text);
    }

    /**
     * The sentence lies under the frame. Where a notebook is not trusted its frames are taken out, and the sentence is what
     * is left.
     */
    private static String framed(SongMap map, String page) {
        return """
                <div style="position:relative;height:%dpx"><p>%s: the interactive map is shown once this notebook is \
                trusted.</p><iframe title="%s" loading="lazy" sandbox="allow-scripts allow-downloads allow-popups \
                allow-popups-to-escape-sandbox" allow="clipboard-write" \
                style="position:absolute;top:0;left:0;width:100%%;height:100%%;border:1px solid #8886;border-radius:8px" \
                srcdoc="%s"></iframe></div>""".formatted(HEIGHT_PIXELS, Grid.escape(map.title()), Grid.escape(map.title()), attribute(page));
    }

    /**
     * Also without angle brackets, which some readers of HTML take for tags even inside an attribute, and on one line: a
     * notebook's file has more to write for each.
     */
    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "&#10;");
    }

    private static String facts(SongMap map) {
        String coloured = map.colourings().stream().map(Colouring::title).collect(Collectors.joining(", "));
        return map.title() + ": "
                + Grid.count(map.coordinates().rows(), map.songs().isPresent() ? "song" : "point")
                + (coloured.isEmpty() ? "" : ", coloured by " + coloured);
    }
}
