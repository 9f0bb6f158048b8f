package segue.chart.map;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import segue.files.WholeFile;

/**
 * A {@link SongMap} as one HTML file to walk through: zoom, pan, hover, search, all colourings, a lasso that lists songs. It
 * needs no network and forbids itself every request.
 *
 * <pre>{@code
 * HtmlMap.of(map).linkingTo("http://127.0.0.1:7070/").write(Path.of("map.html"));
 * }</pre>
 *
 * <p>Songs travel as compressed binary that the page's script turns into text nodes, so that no name can become markup.
 * Browsers since 2023 unpack it (Chromium 80, Firefox 113, Safari 16.4); an older one shows a sentence that says so.
 */
public final class HtmlMap {
    private final SongMap map;
    private final Optional<String> page;

    private HtmlMap(SongMap map, Optional<String> page) {
        this.map = map;
        this.page = page;
    }

    public static HtmlMap of(SongMap map) {
        return new HtmlMap(map, Optional.empty());
    }

    /**
     * With a link from a selected song to Segue's page, which then shows what is like it. The ids of the songs become part of
     * the file, some 20 bytes each.
     *
     * @param address where the page runs, {@code "http://127.0.0.1:7070/"}, or {@code "../"} for a map that the page itself
     *     serves, wherever a proxy puts it
     * @throws IllegalArgumentException if it is no address of a page
     */
    public HtmlMap linkingTo(String address) {
        if (!address.equals("../") && !address.matches("https?://[^\\s/?#@\"<>]+/")) {
            throw new IllegalArgumentException(
                    "the page's address must be like http://127.0.0.1:7070/ or be ../ but was \"" + address + "\"");
        }
        return new HtmlMap(map, Optional.of(address));
    }

    /**
     * What the file forbids itself, for a server that sends it: nothing may be fetched, and only the file's own script and
     * style may run, known by their hashes.
     */
    public static String contentSecurityPolicy() {
        return MapPage.POLICY;
    }

    /** The whole file. */
    public String text() {
        return MapPage.around(map.title(), MapPack.base64(map, page));
    }

    /** The whole file in UTF-8. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the file beside its place, then moves it there. */
    public void write(Path file) throws IOException {
        byte[] content = bytes();
        WholeFile.write(file, part -> Files.write(part, content));
    }
}
