package segue.chart.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import segue.matrix.FloatMatrix;
import segue.page.Browser;

/** The map in a browser, opened as a file: what people see of it, and do with it. */
class HtmlMapBrowserTest {
    /** Opens a page that has stored nothing and asked for nothing yet. */
    private static final String EMPTY = "data:text/html,<title>empty</title>";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static SongMap map;
    private static Path file;

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

    private static void open(Path page, String hash) {
        browser.open(EMPTY);
        browser.open(page.toUri() + hash);
        browser.until("the map is drawn", () -> (Boolean) browser.script("return !!globalThis.segueMap"));
        stillness();
    }

    private static void open() {
        open(file, "");
    }

    /** Lets flights and the painting end. */
    private static void stillness() {
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
    private static double[] pixel(int row) {
        return pixels(row, row + 1).getFirst();
    }

    /** Of all songs: one question to the browser instead of hundreds. */
    private static List<double[]> pixels() {
        return pixels(0, MappedSongs.SIZE);
    }

    private static List<double[]> pixels(int from, int to) {
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
    private static int loner() {
        return IntStream.range(0, MappedSongs.FIRST_HARD)
                .boxed()
                .max((a, b) -> Double.compare(nearestOther(a), nearestOther(b)))
                .orElseThrow();
    }

    private static double nearestOther(int row) {
        FloatMatrix places = map.coordinates();
        return IntStream.range(0, places.rows())
                .filter(other -> other != row)
                .mapToDouble(other -> Math.hypot(
                        places.get(row, 0) - places.get(other, 0), places.get(row, 1) - places.get(other, 1)))
                .min()
                .orElseThrow();
    }

    private static long overlaid(SongMap shown, String name) throws IOException {
        Path other = folder.resolve(name);
        HtmlMap.of(shown).write(other);
        open(other, "");
        return ((Number) browser.script("""
                const canvas = document.getElementById("overlay");
                const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                return data.filter((value, i) => i % 4 === 3 && value > 0).length;
                """)).longValue();
    }

    @Test
    void lines_are_drawn_around_groups() throws IOException {
        long names = overlaid(map, "names.html");
        assertThat(overlaid(map.pointingOut(SongMap.GroupMarks.OUTLINES), "lines.html"))
                .isGreaterThan(2 * names);
        assertThat(browser.text("#groups")).contains("A line holds 60 % of a group");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void no_cell_of_the_csv_is_a_formula() throws IOException {
        SongMap formulas = SongMap.of(FloatMatrix.wrap(3, 2, new float[] {0, 0, 1, 0, 0, 1}))
                .colouredBy(
                        new Colouring.Groups("=1+1", List.of("-2", "plain", "@SUM(A1)"), new int[] {0, 1, 2}),
                        new Colouring.Amounts("depth", new float[] {-3, -4, 5}));
        Path other = folder.resolve("formulas.html");
        HtmlMap.of(formulas).write(other);
        open(other, "");
        browser.script("""
                URL.createObjectURL = (blob) => { blob.text().then((text) => (globalThis.saved = text)); return "#"; };
                document.getElementById("inview").click();
                document.getElementById("csv").click();
                """);
        browser.until("the table is written", () -> browser.script("return globalThis.saved ?? null") != null);
        assertThat(String.valueOf(browser.script("return saved")).lines())
                .containsExactlyInAnyOrder("row,'=1+1,depth", "0,'-2,-3", "1,plain,-4", "2,'@SUM(A1),5");
    }

    @Test
    void it_opens_from_a_file_and_asks_for_nothing() throws IOException {
        browser.requestedAddresses();
        open();
        browser.pointAt(pixel(3)[0], pixel(3)[1]);
        assertThat(browser.requestedAddresses())
                .allMatch(address -> address.startsWith("data:")
                        || address.equals(file.toUri().toString()));
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.title()).isEqualTo("Map of 600 songs");
    }

    @Test
    void the_same_policy_stops_what_would_ask_for_something() {
        open();
        Object outcome = browser.script(
                "try { await fetch('http://127.0.0.1:7070/'); return 'asked'; } catch { return 'refused'; }");
        assertThat(outcome).isEqualTo("refused");
        assertThat(browser.complaints()).anyMatch(line -> line.contains("Content Security Policy"));
    }

    @Test
    void what_was_packed_is_what_the_browser_has() {
        open();
        assertThat(browser.script("return segueMap.points")).isEqualTo((long) MappedSongs.SIZE);
        assertSong(0, "Song 0", "Artist 0, Guest <b>0</b>", 1950L, "folk, wave");
        assertSong(6, "Song 6", "Artist 6, Guest <b>0</b>", null, "folk, wave");
        assertSong(5, "Song 5", "", 1955L, "soul, wave");
        for (int i = 0; i < MappedSongs.HARD_NAMES.size(); i++) {
            String name = MappedSongs.HARD_NAMES.get(i);
            String shown =
                    name.isEmpty() ? "(no title)" : name.replace('\0', '\ufffd').replace("\uD83D ", "\ufffd ");
            assertThat(song(MappedSongs.FIRST_HARD + i).get("name")).isEqualTo(shown);
        }
    }

    private static Map<?, ?> song(int row) {
        return (Map<?, ?>) browser.script("return segueMap.song(arguments[0])", row);
    }

    private static void assertSong(int row, String name, String artists, Long year, String genres) {
        Map<?, ?> song = song(row);
        assertThat(song.get("name")).isEqualTo(name);
        assertThat(song.get("artists")).isEqualTo(artists);
        assertThat(song.get("year")).isEqualTo(year);
        assertThat(song.get("genres")).isEqualTo(genres);
    }

    @Test
    void places_are_right_to_a_pixel() {
        open();
        double scale = scale();
        FloatMatrix places = map.coordinates();
        double[] first = pixel(0);
        for (int row : new int[] {1, 100, 599}) {
            double[] other = pixel(row);
            assertThat(other[0] - first[0]).isCloseTo((places.get(row, 0) - places.get(0, 0)) * scale, offset(0.1));
            assertThat(first[1] - other[1]).isCloseTo((places.get(row, 1) - places.get(0, 1)) * scale, offset(0.1));
        }
    }

    /** Pixels for a unit of the coordinates. */
    private static double scale() {
        MapPack.Frame frame = MapPack.Frame.of(map);
        return ((Number) browser.script("return segueMap.view.scale")).doubleValue() * 65_535 / frame.side();
    }

    @Test
    void pointing_at_a_song_says_what_it_is() {
        open();
        int row = loner();
        browser.pointAt(pixel(row)[0] + 2, pixel(row)[1] + 1);
        browser.until("the song is shown", () -> browser.text("#tip .name").equals("Song " + row));
        assertThat(browser.text("#tip .by")).startsWith("Artist " + row % 40);
        browser.pointAt(5, 895);
        browser.until("nothing is shown", () -> browser.text("#tip").isEmpty());
    }

    @Test
    void a_click_chooses_a_song_and_links_to_the_page() {
        open();
        int row = loner();
        browser.clickAt(pixel(row)[0], pixel(row)[1]);
        browser.until("the song is chosen", () -> browser.text("#song .name").equals("Song " + row));
        assertThat(browser.find("#song a").getDomProperty("href"))
                .isEqualTo("http://127.0.0.1:7070/?id=id%2F" + row + "%26x");
        browser.until("the address has it", () -> browser.address().contains("song=id%2F" + row + "%26x"));
    }

    @Test
    void searching_folds_case_and_accents_and_flies_to_the_song() {
        open();
        browser.type("#q", "beyonce UNICODE");
        browser.until("it is found", () -> browser.texts("#options li .name").size() == 1);
        browser.type("#q", Keys.ARROW_DOWN, Keys.ENTER);
        int row = MappedSongs.FIRST_HARD + 5;
        browser.until("it is chosen", () -> browser.text("#song .name").equals(MappedSongs.HARD_NAMES.get(5)));
        stillness();
        List<?> middle = (List<?>) browser.script("""
                const box = document.getElementById("overlay").getBoundingClientRect();
                return [box.left + box.width / 2, box.top + box.height / 2];
                """);
        assertThat(pixel(row)[0]).isCloseTo(((Number) middle.get(0)).doubleValue(), offset(1.0));
        assertThat(pixel(row)[1]).isCloseTo(((Number) middle.get(1)).doubleValue(), offset(1.0));
    }

    @Test
    void a_search_without_an_answer_says_so() {
        open();
        browser.type("#q", "polka");
        browser.until("it says so", () -> browser.text("#found").startsWith("No song or artist has “polka”"));
    }

    @Test
    void a_lasso_lists_exactly_the_songs_inside() {
        open();
        double[][] line = {{300, 300}, {640, 240}, {800, 520}, {560, 420}, {420, 640}};
        browser.drag(line, Keys.SHIFT);
        List<double[]> places = pixels();
        List<Integer> expected = IntStream.range(0, MappedSongs.SIZE)
                .filter(row -> inside(places.get(row), line))
                .boxed()
                .toList();
        assertThat(expected.size()).isBetween(30, 500);
        browser.until(
                "the list says how many", () -> browser.text("#inside-title").startsWith(expected.size() + " songs"));
        assertThat(listed(expected.size()))
                .isEqualTo(expected.stream().map(row -> song(row).get("name")).toList());
    }

    /** Crossings of a ray to the right, of Java's own. */
    private static boolean inside(double[] point, double[][] line) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.moveTo(line[0][0], line[0][1]);
        for (double[] corner : line) {
            path.lineTo(corner[0], corner[1]);
        }
        path.closePath();
        return path.contains(point[0], point[1]);
    }

    /** All names of the list, by scrolling through it. */
    private static List<?> listed(int size) {
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

    @Test
    void a_long_list_has_few_elements() {
        open();
        browser.find("#inview").click();
        browser.until("all are listed", () -> browser.text("#inside-title").equals("600 songs in view"));
        assertThat((Long) browser.script("return document.querySelectorAll('#rows .row').length"))
                .isBetween(5L, 40L);
    }

    @Test
    void the_legend_counts_and_shows_only_one_group() {
        open();
        assertThat(browser.texts("#groups .entries button"))
                .containsExactly("folk\n180", "techno\n180", "soul\n180", "no genre\n60");
        browser.find("#groups [data-code='1']").click();
        browser.until("it counts them", () -> browser.text("#count").equals("180 of 600 songs"));
        browser.find("#inview").click();
        browser.until(
                "only they are listed", () -> browser.text("#inside-title").equals("180 songs in view"));
        browser.find("#groups [data-code='1']").click();
        browser.until("all are shown", () -> browser.text("#count").isEmpty());
    }

    @Test
    void a_song_that_the_legend_hides_is_not_pointed_at() {
        open();
        int row = loner();
        int group = row % 10 == 9 ? 3 : row % 3;
        browser.find("#groups [data-code='" + (group + 1) % 3 + "']").click();
        browser.pointAt(pixel(row)[0], pixel(row)[1]);
        assertThat(browser.text("#tip")).isEmpty();
        browser.find("#all").click();
        browser.pointAt(pixel(row)[0], pixel(row)[1] + 1);
        browser.until("now it is", () -> browser.text("#tip .name").equals("Song " + row));
    }

    @Test
    void colours_are_chosen_and_amounts_have_a_bar() {
        open();
        browser.script("const by = document.getElementById('by'); by.value = 1; by.dispatchEvent(new Event('change'))");
        assertThat(browser.script("return [...document.querySelectorAll('#by option')].map((o) => o.text).join()"))
                .isEqualTo("genre,year,energy");
        assertThat(browser.texts("#groups .scale span")).containsExactly("≤ 1951", "≥ 2017");
        assertThat(browser.texts("#groups .entries button")).containsExactly("no year\n85");
        int row = IntStream.range(0, MappedSongs.FIRST_HARD)
                .filter(r -> MappedSongs.year(r).isPresent())
                .boxed()
                .max((a, b) -> Double.compare(nearestOther(a), nearestOther(b)))
                .orElseThrow();
        browser.pointAt(pixel(row)[0], pixel(row)[1] + 1);
        browser.until(
                "the year is said",
                () -> browser.text("#tip .value")
                        .equals("year " + MappedSongs.year(row).getAsInt()));
    }

    @Test
    void hostile_names_stay_text() {
        open();
        for (int i = 0; i < 2; i++) {
            browser.open(EMPTY);
            open(file, "#song=" + (MappedSongs.FIRST_HARD + i));
            assertThat(browser.text("#song .name")).isEqualTo(MappedSongs.HARD_NAMES.get(i));
        }
        browser.find("#inview").click();
        listed(600);
        assertThat(browser.title()).isEqualTo("Map of 600 songs");
        assertThat(browser.script("return document.querySelectorAll('main img, main b, main script').length"))
                .isEqualTo(0L);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_star_stands_where_its_song_is() {
        open();
        double[] at = pixel(17);
        List<?> colour = (List<?>) browser.script("""
                const canvas = document.getElementById("overlay");
                const box = canvas.getBoundingClientRect();
                return [...canvas.getContext("2d").getImageData(arguments[0] - box.left, arguments[1] - box.top, 1, 1).data];
                """, at[0], at[1]);
        assertThat(colour).isEqualTo(List.of(194L, 80L, 12L, 255L));
    }

    @Test
    void it_is_dark_where_the_system_is_and_the_button_changes_that() {
        browser.media("prefers-color-scheme", "dark");
        open();
        assertThat(background()).isEqualTo("rgb(16, 18, 23)");
        browser.find("#theme").click();
        assertThat(background()).isEqualTo("rgb(250, 248, 244)");
        browser.script("localStorage.clear()");
    }

    private static Object background() {
        return browser.script("return getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void it_fits_on_a_phone() {
        browser.screen(360, 740);
        open();
        assertThat((List<?>) browser.script("""
                return [...document.querySelectorAll("body *")]
                  .filter((e) => !e.closest(".unseen, #popup") && e.checkVisibility() && e.getBoundingClientRect().right > 361)
                  .map((e) => e.outerHTML.slice(0, 80));
                """)).isEmpty();
        assertThat((Long) browser.script("return document.getElementById('map').clientHeight"))
                .isGreaterThan(300);
        int row = loner();
        browser.clickAt(pixel(row)[0], pixel(row)[1]);
        browser.until("the song is chosen", () -> browser.text("#song .name").equals("Song " + row));
    }

    @Test
    void the_keyboard_alone_is_enough() {
        open();
        browser.press("/");
        assertThat(browser.focused()).isEqualTo("q");
        browser.press("song 42");
        browser.until("it is found", () -> browser.texts("#options li").size() > 0);
        browser.press(Keys.ENTER);
        browser.until("it is chosen", () -> browser.text("#song .name").equals("Song 42"));
        stillness();
        browser.press(Keys.TAB, Keys.TAB);
        assertThat(browser.focused()).isEqualTo("overlay");
        double[] before = pixel(42);
        browser.press(Keys.ARROW_RIGHT);
        stillness();
        assertThat(pixel(42)[0]).isLessThan(before[0] - 50);
        browser.press(Keys.ESCAPE);
        browser.until("the song is let go", () -> browser.text("#song").isEmpty());
        browser.press("0");
        stillness();
        double whole = scale();
        browser.press("+");
        stillness();
        assertThat(scale()).isGreaterThan(1.5 * whole);
    }

    @Test
    void the_wheel_zooms_at_the_pointer() {
        open();
        double[] before = pixel(42);
        double scale = scale();
        browser.wheel(Math.round(before[0]), Math.round(before[1]), -300);
        stillness();
        assertThat(scale()).isGreaterThan(1.2 * scale);
        assertThat(pixel(42)[0]).isCloseTo(before[0], offset(2.0));
    }

    @Test
    void an_address_shows_what_it_showed() {
        open(file, "#x=30000&y=20000&zoom=5&by=energy&song=42");
        assertThat(browser.text("#song .name")).isEqualTo("Song 42");
        assertThat(browser.script("return document.getElementById('by').value")).isEqualTo("2");
        assertThat(((Number) browser.script("return segueMap.view.x")).doubleValue())
                .isEqualTo(30_000);
        browser.find("#whole").click();
        browser.until("the address follows", () -> !browser.address().contains("zoom="));
    }

    @Test
    void an_address_that_is_nonsense_shows_the_whole_map() {
        open(file, "#x=NaN&y=&zoom=-9&by=nothing&only=77,x&song=99999999");
        assertThat(browser.text("#song")).isEmpty();
        assertThat(browser.text("#title")).isEqualTo("Map of 600 songs");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_map_of_nothing_and_points_without_names_are_shown_too() throws IOException {
        Path empty = folder.resolve("empty.html");
        HtmlMap.of(SongMap.of(FloatMatrix.wrap(0, 2, new float[0]))).write(empty);
        browser.open(empty.toUri().toString());
        browser.until("it says so", () -> browser.text("#state").equals("No song is on this map."));

        Path plain = folder.resolve("plain.html");
        HtmlMap.of(SongMap.of(FloatMatrix.of(new float[] {1, 1}, new float[] {1, 1})))
                .write(plain);
        open(plain, "");
        browser.pointAt(pixel(1)[0] + 1, pixel(1)[1]);
        browser.until("a point is shown", () -> browser.text("#tip .name").startsWith("Point "));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void it_works_in_a_frame_without_origin_under_the_policy_of_exported_notebooks() throws IOException {
        String template = Files.readString(Path.of("../workbench-kernel/src/main/jupyter/page.html.j2"));
        Matcher policy = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
                .matcher(template);
        assertThat(policy.find()).isTrue();
        String inside = HtmlMap.of(map).text().replace("&", "&amp;").replace("\"", "&quot;");
        Path page = Files.writeString(
                folder.resolve("notebook.html"),
                "<!doctype html><meta charset=utf-8>" + policy.group()
                        + "<iframe sandbox='allow-scripts' width=900 height=600 srcdoc=\"" + inside + "\"></iframe>");
        browser.open(page.toUri().toString());
        browser.enterFrame("iframe");
        browser.until("the map is drawn", () -> (Boolean) browser.script("return !!globalThis.segueMap"));
        browser.find("#inview").click();
        browser.until("songs are listed", () -> browser.text("#inside-title").equals("600 songs in view"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void of_many_groups_the_small_ones_are_grey_until_one_is_chosen() throws IOException {
        List<String> names = IntStream.range(0, 300).mapToObj(i -> "group " + i).toList();
        int[] groups =
                IntStream.range(0, MappedSongs.SIZE).map(row -> row % 300).toArray();
        Path many = folder.resolve("many.html");
        HtmlMap.of(SongMap.of(MappedSongs.catalog(), MappedSongs.coordinates())
                        .colouredBy(new Colouring.Groups("cluster", names, groups)))
                .write(many);
        open(many, "");
        String swatch = "return getComputedStyle(document.querySelector(\"[data-code='20'] .swatch\")).backgroundColor";
        assertThat(browser.script(swatch)).isEqualTo("rgb(166, 174, 184)");
        assertThat(browser.text("#groups .genres")).isEqualTo("100 smaller groups not listed");
        browser.find("#groups [data-code='20']").click();
        browser.until("two songs are left", () -> browser.text("#count").equals("2 of 600 songs"));
        assertThat(browser.script(swatch)).isNotEqualTo("rgb(166, 174, 184)");
    }
}
