package segue.chart.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;

/** What the file is made of; how it behaves is in {@link HtmlMapBrowserTest}. */
class HtmlMapTest {
    @TempDir
    Path folder;

    private static String part(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @Test
    void its_policy_names_its_own_script_and_style_and_forbids_every_request() throws Exception {
        String page = HtmlMap.of(MappedSongs.map()).text();
        assertThat(HtmlMap.contentSecurityPolicy())
                .startsWith("default-src 'none'; ")
                .contains("script-src " + hash(part(page, "<script type=\"module\">(.*?)</script>")) + ";")
                .contains("style-src " + hash(part(page, "<style>(.*?)</style>")) + ";")
                .doesNotContain("unsafe");
        assertThat(page)
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"" + HtmlMap.contentSecurityPolicy()
                        + "\">");
    }

    @Test
    void nothing_of_a_song_stands_in_the_page_as_text() {
        SongMap hostile = MappedSongs.map().titled("</title><script>alert(1)</script> & {{pack}} \uD83D");
        String page = HtmlMap.of(hostile).text();
        assertThat(page.contains("owned")).isFalse();
        assertThat(page.contains(
                        "<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{pack}} \ufffd</title>"))
                .isTrue();
        assertThat(part(page, "id=\"pack\">(.*?)</script>")).matches("[A-Za-z0-9+/=]+");
    }

    @Test
    void it_is_well_formed_utf_8() {
        String page = HtmlMap.of(MappedSongs.map()).text();
        assertThat(new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(page))
                .as("no half of a surrogate pair")
                .isTrue();
    }

    @Test
    void ids_are_in_the_file_only_where_it_links() throws IOException {
        assertThat(unpacked(HtmlMap.of(MappedSongs.map()))).doesNotContain("id/17&x");
        assertThat(unpacked(HtmlMap.of(MappedSongs.map()).linkingTo("../"))).contains("id/17&x");
    }

    private static String unpacked(HtmlMap map) throws IOException {
        byte[] packed = Base64.getDecoder().decode(part(map.text(), "id=\"pack\">(.*?)</script>"));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode colouring(SongMap map) throws IOException {
        String all = unpacked(HtmlMap.of(map));
        return new ObjectMapper()
                .readTree(all.substring(all.indexOf('{')))
                .get("colourings")
                .get(0);
    }

    @Test
    void a_line_goes_around_each_group_that_is_somewhere() throws IOException {
        JsonNode outlines = colouring(MappedSongs.map().pointingOut(SongMap.GroupMarks.OUTLINES))
                .get("outlines");
        assertThat(outlines).hasSize(MappedSongs.GENRES.size());
        for (JsonNode lines : outlines) {
            assertThat(lines).isNotEmpty();
            for (JsonNode line : lines) {
                assertThat(line.size()).isEven().isLessThan(1_000);
                line.forEach(step -> assertThat(step.intValue()).isBetween(-1_000, 66_535));
            }
        }
    }

    @Test
    void lines_are_in_the_file_only_where_they_are_asked_for() throws IOException {
        assertThat(colouring(MappedSongs.map()).has("outlines")).isFalse();
        assertThat(colouring(MappedSongs.map()).get("labels")).hasSize(MappedSongs.GENRES.size());
        assertThat(colouring(MappedSongs.map().pointingOut(SongMap.GroupMarks.NONE))
                        .has("labels"))
                .isFalse();
    }

    @Test
    void a_name_has_several_places_among_its_group_the_best_first() throws IOException {
        JsonNode folk = colouring(MappedSongs.map()).get("labels").get(0);
        assertThat(folk.size()).isBetween(4, 16);
        // Folk is the leftmost of the three clouds.
        for (int i = 0; i < folk.size(); i += 2) {
            assertThat(folk.get(i).intValue()).isBetween(0, 30_000);
        }
    }

    @Test
    void the_sample_fits_into_a_notebook() {
        Catalog songs = Catalog.sample();
        float[] places = new float[2 * songs.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = (i * 7919L % 65_521) / 100f;
        }
        int[] genres = new int[songs.size()];
        List<String> names = songs.tracks().stream()
                .map(track -> track.genres().getFirst())
                .distinct()
                .toList();
        for (int row = 0; row < genres.length; row++) {
            genres[row] = names.indexOf(songs.track(row).genres().getFirst());
        }
        SongMap map = SongMap.of(songs, FloatMatrix.wrap(songs.size(), 2, places))
                .colouredBy(new Colouring.Groups("genre", names, genres));
        assertThat(HtmlMap.of(map).bytes().length).isLessThan(230 * 1024);
    }

    @Test
    void the_same_map_gives_the_same_file() {
        assertThat(HtmlMap.of(MappedSongs.map()).text())
                .isEqualTo(HtmlMap.of(MappedSongs.map()).text());
    }

    @Test
    void it_is_written_whole_or_not_at_all() throws IOException {
        Path file = folder.resolve("map.html");
        HtmlMap map = HtmlMap.of(MappedSongs.map());
        map.write(file);
        assertThat(file).hasBinaryContent(map.bytes());
        assertThatThrownBy(() -> map.write(folder.resolve("none/map.html"))).isInstanceOf(NoSuchFileException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_star_without_a_place_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SongMap.Mark("mine", 0, Float.POSITIVE_INFINITY))
                .withMessage("the star mine needs a place but got 0.0, Infinity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "javascript:alert(1)//", "127.0.0.1:7070", "http://h/\"><script>/", "//h/", "http://h/?q=/"})
    void it_links_only_to_pages(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HtmlMap.of(MappedSongs.map()).linkingTo(address))
                .withMessage(
                        "the page's address must be like http://127.0.0.1:7070/ or be ../ but was \"" + address + "\"");
    }
}
