package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.neighbors.Backend;

class PageErrorsTest {
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

    private static void assertIsError(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.errorMessage()).isNotBlank();
        assertThat(answer.hint()).isNotBlank();
        assertThat(answer.body()).doesNotContain("segue.", "Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/search                             | q is missing
                    /api/search?limit=3                     | q is missing
                    /api/search?q=a&limit=-1                | limit must be a whole number from 1 to 50 but was -1
                    /api/search?q=a&limit=0                 | limit must be a whole number from 1 to 50 but was 0
                    /api/search?q=a&limit=51                | limit must be a whole number from 1 to 50 but was 51
                    /api/search?q=a&limit=abc               | limit must be a whole number from 1 to 50 but was abc
                    /api/search?q=a&limit=1e9               | limit must be a whole number from 1 to 50 but was 1e9
                    /api/search?q=a&limit=99999999999999999 | limit must be a whole number from 1 to 50 but was 9999
                    /api/search?q=a&limit=                  | limit must be a whole number from 1 to 50 but was .
                    /api/search?q=a&limit=%D9%A3            | limit must be a whole number from 1 to 50 but was ٣
                    /api/search?q=a&q=b                     | q is given 2 times
                    /api/search?q=a&limt=3                  | There is no parameter limt here
                    /api/recommend                          | id is missing
                    /api/recommend?id=s0&n=0                | n must be a whole number from 1 to 100 but was 0
                    /api/recommend?id=s0&n=101              | n must be a whole number from 1 to 100 but was 101
                    /api/recommend?id=s0&metric=hamming     | metric must be one of euclidean, manhattan, cosine, sqeuclidean, chebyshev, dot but was hamming
                    /api/recommend?id=s0&metric=            | metric must be one of euclidean, manhattan, cosine, sqeuclidean, chebyshev, dot but was .
                    /api/recommend?id=s0&backend=abacus     | backend must be one of auto, scalar, simd, tree, gpu, hnsw but was abacus
                    /api/recommend?id=s0&dissimilar=yes     | dissimilar must be true or false but was yes
                    /api/recommend?id=s0&vary=1.5           | vary must be a number from 0 to 1 but was 1.5
                    /api/recommend?id=s0&vary=-0.1          | vary must be a number from 0 to 1 but was -0.1
                    /api/recommend?id=s0&vary=NaN           | vary must be a number from 0 to 1 but was NaN
                    /api/recommend?id=s0&vary=              | vary must be a number from 0 to 1 but was .
                    /api/recommend?id=s0&vary=0.2&dissimilar=true | vary chooses among the most similar songs
                    /api/recommend?id=s0&newArtists=1       | newArtists must be true or false but was 1
                    /api/recommend?id=s0&explicit=no        | explicit must be true or false but was no
                    /api/recommend?id=s0&years=nineties     | years must be like 1990-1999 but was nineties
                    /api/recommend?id=s0&years=-            | years must be like 1990-1999 but was -
                    /api/recommend?id=s0&years=1-2-3        | years must be like 1990-1999 but was 1-2-3
                    /api/recommend?id=s0&years=2000-1990    | years: a range must not end before it begins but was 2000-1990
                    /api/recommend?id=s0&years=9999999999-  | years must be like 1990-1999 but was 9999999999-
                    /api/recommend?id=s0&popularity=200-300 | popularity must be in [1, 100] but was 200-300
                    /api/recommend?id=s0&popularity=a       | popularity must be like 20-80 but was a
                    /api/recommend?id=s0&less=s0            | less names a song that is started from
                    /api/recommend?id=s0&more=s1&less=s1    | less names a song that is started from
                    /api/recommend?id=s0&id=s1              | id is given 2 times
                    /api/recommend?id=s0&seed=1             | There is no parameter seed here
                    /api/status?x=1                         | There is no parameter x here
                    """)
    void a_bad_parameter_is_named_with_its_value_and_what_is_allowed(String path, String message) throws Exception {
        Http.Answer answer = http.get(path);

        assertIsError(answer, 400, "bad_parameter");
        assertThat(answer.errorMessage()).startsWith(message);
    }

    @Test
    void a_back_end_that_cannot_be_used_is_refused_with_its_reason() throws Exception {
        String reason = Backend.GPU.unavailableReason().orElse(null);
        Http.Answer answer = http.get("/api/recommend?id=s0&backend=gpu");

        if (reason == null) {
            assertThat(answer.json().get("backend").asText()).isEqualTo("gpu");
        } else {
            assertIsError(answer, 400, "backend_unavailable");
            assertThat(answer.errorMessage()).contains("gpu").contains(reason);
        }
    }

    @Test
    void a_graph_is_not_built_within_a_request() throws Exception {
        Http.Answer answer = http.get("/api/recommend?id=s0&backend=hnsw");

        assertIsError(answer, 400, "backend_unavailable");
        assertThat(answer.errorMessage()).contains("longer to build than a request may");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "%00", "%F0%9F%8E%B5", "..%2F..%2Fetc%2Fpasswd", "%3Cscript%3E", "%20"})
    void an_unknown_id_is_404_and_says_where_ids_come_from(String id) throws Exception {
        Http.Answer answer = http.get("/api/recommend?id=" + id);

        assertIsError(answer, 404, "unknown_id");
        assertThat(answer.hint()).contains("/api/search");
        assertThat(answer.errorMessage()).doesNotContain("\u0000");
    }

    @Test
    void a_percent_sign_that_encodes_nothing_is_a_bad_request() throws Exception {
        String answer = http.raw("GET /api/search?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad_request\"");
    }

    @ParameterizedTest
    @CsvSource({"q,201,414", "q,2000,414", "q,10000,414", "id,300,414", "id,20000,414"})
    void what_is_too_long_is_414(String parameter, int characters, int status) throws Exception {
        String path = parameter.equals("q") ? "/api/search?q=" : "/api/recommend?id=";

        assertIsError(http.get(path + "a".repeat(characters)), status, "too_long");
    }

    @Test
    void two_hundred_characters_are_not_too_long() throws Exception {
        assertThat(http.get("/api/search?q=" + "a".repeat(200)).status()).isEqualTo(200);
    }

    @Test
    void headers_that_are_too_long_are_431() throws Exception {
        assertIsError(
                http.send(http.request("/").header("X-Long", "a".repeat(20_000)).build()), 431, "too_long");
    }

    @Test
    void a_large_body_is_413_before_it_is_read() throws Exception {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofByteArray(new byte[100_000]);

        assertIsError(http.send(http.request("/health").method("GET", body).build()), 413, "too_large");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/search?q=a",
        "PUT,/",
        "DELETE,/api/recommend?id=s0",
        "PATCH,/app.css",
        "POST,/health",
        "OPTIONS,/api/status"
    })
    void other_methods_are_405_and_name_those_allowed(String method, String path) throws Exception {
        Http.Answer answer = http.method(method, path);

        assertIsError(answer, 405, "method_not_allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/api",
                "/api/",
                "/api/ratings/1",
                "/map.html",
                "/index.html",
                "/segue/page/app.css",
                "/APP.CSS",
                "/app.css.bak",
                "/%F0%9F%8E%B5"
            })
    void an_unknown_path_is_404_in_json(String path) throws Exception {
        assertIsError(http.get(path), 404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/app.css/../../logback.xml",
                "/app.css%2f..%2f..%2flogback.xml",
                "/..\\..\\etc\\passwd",
                "//etc/passwd",
                "/app.css%00.svg",
                "/app.css;/../x",
                "/./logback.xml"
            })
    void no_path_leads_out_of_the_assets(String path) throws Exception {
        String answer = http.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|404) .*").doesNotContain("root:", "appender");
        assertThat(answer).contains("\"error\":{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n"
            })
    void what_is_not_http_is_refused_and_the_page_lives_on(String request) throws Exception {
        assertThat(http.raw(request)).matches("(?s)HTTP/1\\.1 (400|403|505) .*");
        assertThat(http.get("/health").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example", "[::2]"})
    void a_foreign_host_name_is_refused_since_it_points_at_this_machine_by_a_trick(String host) throws Exception {
        String answer = http.raw("GET /api/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("foreign_host").doesNotContain("invented");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:7070", "127.0.0.1", "127.0.0.1:1", "[::1]:7070"})
    void every_name_of_this_machine_is_answered(String host) throws Exception {
        String answer = http.raw("GET /api/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("invented");
    }

    @Test
    void a_page_told_to_listen_on_every_address_answers_to_every_name() throws Exception {
        PageOptions open = PageOptions.defaults().withHost("0.0.0.0").withPort(0);
        try (Page everywhere = Page.start(InventedSongs.catalog(), open)) {
            String answer = new Http(everywhere)
                    .raw("GET /health HTTP/1.1\r\nHost: studio.example\r\nConnection: close\r\n\r\n");

            assertThat(everywhere.url()).startsWith("http://127.0.0.1:");
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"more", "less"})
    void songs_that_steer_are_looked_up_bounded_and_named(String name) throws Exception {
        Http.Answer unknown = http.get("/api/recommend?id=s0&" + name + "=from-elsewhere");
        assertIsError(unknown, 404, "unknown_id");
        assertThat(unknown.errorMessage()).contains("from-elsewhere");

        Http.Answer many = http.get("/api/recommend?id=s0" + ("&" + name + "=s1").repeat(31));
        assertIsError(many, 400, "bad_parameter");
        assertThat(many.errorMessage()).isEqualTo(name + " is given 31 times; the most is 30.");

        assertIsError(http.get("/api/recommend?id=s0&" + name + "=" + "x".repeat(201)), 414, "too_long");
    }
}
