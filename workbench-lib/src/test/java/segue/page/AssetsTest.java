package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segue.page.server.Assets;

class AssetsTest {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:https?:|wss?:)?//[a-z0-9.-]+\\.[a-z]{2,}[^\\s\"')]*");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"|from \"([^\"]+)\"|url\\(");
    private static Page page;
    private static Http http;

    @BeforeAll
    static void start() throws IOException {
        page = Page.start(InventedSongs.catalog(), PageOptions.defaults().withPort(0));
        http = new Http(page);
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    static Stream<Assets.Asset> assets() {
        return new Assets().all().stream();
    }

    private static String text(Assets.Asset asset) {
        return new String(asset.content(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("assets")
    void an_asset_names_no_other_server(Assets.Asset asset) {
        List<String> addresses = ADDRESS.matcher(text(asset))
                .results()
                .map(found -> found.group())
                .toList();

        assertThat(addresses).isSubsetOf("http://www.w3.org/2000/svg");
    }

    @Test
    void every_file_that_an_asset_refers_to_is_served() throws Exception {
        int references = 0;
        for (Assets.Asset asset : new Assets().all()) {
            for (var found : REFERENCE.matcher(text(asset)).results().toList()) {
                String target = found.group(1) != null ? found.group(1) : found.group(2);
                assertThat(target).as("%s in %s", found.group(), asset.path()).isNotNull();
                // The map is no asset: at first it is not drawn yet.
                if (!target.startsWith("#") && !target.equals("api/map")) {
                    references++;
                    assertThat(http.get("/" + target.replaceFirst("^\\./", "")).status())
                            .as(target)
                            .isEqualTo(200);
                }
            }
        }
        assertThat(references).isGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("assets")
    void an_asset_is_served_with_its_type_and_the_security_headers(Assets.Asset asset) throws Exception {
        Http.Answer answer = http.get(asset.path());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(text(asset));
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace(asset.contentType());
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("Server")).isNull();
    }

    @ParameterizedTest
    @MethodSource("assets")
    void an_asset_that_the_browser_has_is_not_sent_again(Assets.Asset asset) throws Exception {
        String etag = http.get(asset.path()).header("ETag");
        Http.Answer again = http.send(
                http.request(asset.path()).header("If-None-Match", etag).build());
        Http.Answer older = http.send(
                http.request(asset.path()).header("If-None-Match", "\"old\"").build());

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(older.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("assets")
    void nothing_is_written_into_the_page_as_markup(Assets.Asset asset) {
        assertThat(text(asset))
                .doesNotContain(
                        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "<style", " style=")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void the_whole_front_end_is_small() {
        assertThat(assets().mapToInt(asset -> asset.content().length).sum()).isLessThan(200_000);
    }
}
