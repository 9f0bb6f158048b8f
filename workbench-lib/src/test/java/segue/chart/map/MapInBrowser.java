package segue.chart.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import segue.matrix.FloatMatrix;
import segue.page.Browser;

/** The map in a browser, opened as a file. */
abstract class MapInBrowser {
    /** Opens a page that has stored nothing and asked for nothing yet. */
    static final String EMPTY = "data:text/html,<title>empty</title>";

    @TempDir
    static Path folder;

    static Browser browser;
    static SongMap map;
    static Path file;

    @BeforeAll
    static void write() throws IOException {
        browser = Browser.sharedOrSkip("the tests of the HTML map");
        map = MappedSongs.map();
        file = folder.resolve("map.html");
        HtmlMap.of(map).linkingTo("http://127.0.0.1:7070/").write(file);
    }

    @BeforeEach
    void forget() {
        browser.open(EMPTY);
        browser.screen(1280, 900);
        browser.media("prefers-color-scheme", "light");
        browser.complaints();
    }

    static void open(Path page, String hash) {
        browser.open(EMPTY);
        browser.open(page.toUri() + hash);
        browser.until("the map is drawn", () -> (Boolean) browser.script("return !!globalThis.segueMap"));
        stillness();
    }

    static void open() {
        open(file, "");
    }

    /** Lets flights and the painting end. */
    static void stillness() {
        List<Object> before = new ArrayList<>();
        browser.until("the map stands still", () -> {
            Object now = browser.script(
                    "return JSON.stringify([segueMap.view.x, segueMap.view.y, segueMap.view.scale, segueMap.view.width])");
            before.add(now);
            int last = before.size() - 1;
            return last >= 4 && before.subList(last - 4, last).stream().allMatch(now::equals);
        });
    }

    /** Where a song stands in the browser's window. */
    static double[] pixel(int row) {
        return pixels(row, row + 1).getFirst();
    }

    /** Of all songs: one question to the browser instead of hundreds. */
    static List<double[]> pixels() {
        return pixels(0, MappedSongs.SIZE);
    }

    static List<double[]> pixels(int from, int to) {
        List<?> places = (List<?>) browser.script("""
                const box = document.getElementById("overlay").getBoundingClientRect();
                const places = [];
                for (let row = arguments[0]; row < arguments[1]; row++) {
                  const [x, y] = segueMap.pixel(row);
                  places.push([box.left + x, box.top + y]);
                }
                return places;
                """, from, to);
        return places.stream()
                .map(place -> ((List<?>) place)
                        .stream()
                                .mapToDouble(value -> ((Number) value).doubleValue())
                                .toArray())
                .toList();
    }

    /** A song that stands apart from all others, so that there is no doubt which one is pointed at. */
    static int loner() {
        return IntStream.range(0, MappedSongs.FIRST_HARD)
                .boxed()
                .max((a, b) -> Double.compare(nearestOther(a), nearestOther(b)))
                .orElseThrow();
    }

    static double nearestOther(int row) {
        FloatMatrix places = map.coordinates();
        return IntStream.range(0, places.rows())
                .filter(other -> other != row)
                .mapToDouble(other -> Math.hypot(
                        places.get(row, 0) - places.get(other, 0), places.get(row, 1) - places.get(other, 1)))
                .min()
                .orElseThrow();
    }

    static Map<?, ?> song(int row) {
        return (Map<?, ?>) browser.script("return segueMap.song(arguments[0])", row);
    }

    /** Pixels for a unit of the coordinates. */
    static double scale() {
        MapPack.Frame frame = MapPack.Frame.of(map);
        return ((Number) browser.script("return segueMap.view.scale")).doubleValue() * 65_535 / frame.side();
    }

    /** All names of the list, by scrolling through it. */
    static List<?> listed(int size) {
        return (List<?>) browser.script("""
                const box = document.getElementById("rows");
                const names = [];
                for (let top = 0; top < box.scrollHeight; top += Math.max(48, box.clientHeight / 2)) {
                  box.scrollTop = top;
                  box.dispatchEvent(new Event("scroll"));
                  for (const row of box.querySelectorAll("[data-at]")) {
                    names[row.dataset.at] = row.querySelector(".name").textContent;
                  }
                }
                return names;
                """, size);
    }
}
