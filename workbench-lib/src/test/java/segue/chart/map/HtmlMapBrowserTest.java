package segue.chart.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;

/** What people see of the map in a browser, and what it keeps to itself. */
class HtmlMapBrowserTest extends MapInBrowser {
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
