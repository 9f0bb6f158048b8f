package segue.chart.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import segue.matrix.FloatMatrix;

/** What people do with the map in a browser: point, search, choose, draw around songs, go by keys and by addresses. */
class HtmlMapUseTest extends MapInBrowser {
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
}
