package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.page.server.Timeouts;

/** What no well-behaved client sends. After each the page still answers. */
class PageAttackTest {
    private static final String CLOSE = "Connection: close\r\n\r\n";
    private static Page page;
    private static Http http;

    @BeforeAll
    static void start() throws IOException {
        Timeouts short_ = Timeouts.defaults()
                .withHeaders(Duration.ofMillis(700))
                .withIdle(Duration.ofMillis(1500))
                .withExchange(Duration.ofMillis(1500));
        page = Page.start(
                InventedSongs.catalog(),
                PageOptions.defaults().withPort(0).withConnections(64).withTimeouts(short_));
        http = new Http(page);
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    /** A new connection each, since the attack may have taken the old ones. */
    @AfterEach
    void the_page_still_answers() throws Exception {
        String health = "";
        for (int tries = 0; tries < 20 && !health.startsWith("HTTP/1.1 200"); tries++) {
            try (Wire wire = Wire.to(page)) {
                health = wire.send("GET /health HTTP/1.1\r\n" + Wire.HOST + CLOSE)
                        .rest();
            }
        }
        assertThat(health).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"ready\"}");
        assertThat(http.get("/api/search?q=amber").status()).isEqualTo(200);
    }

    private static String answerTo(String request) throws IOException {
        try (Wire wire = Wire.to(page)) {
            return wire.send(request).rest();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /health HTTP/1.1\r\nX-A: ", "G", "GET /health?x="})
    void headers_that_trickle_in_are_cut_off(String begin) throws Exception {
        try (Wire wire = Wire.to(page)) {
            wire.send(begin).trickle("a", 100);
        }
    }

    @Test
    void a_body_that_trickles_in_is_cut_off() throws Exception {
        try (Wire wire = Wire.to(page)) {
            wire.send("POST /api/search HTTP/1.1\r\n" + Wire.HOST + "Content-Length: 60000\r\n\r\n")
                    .trickle("a", 100);
        }
    }

    @Test
    void chunks_that_trickle_in_are_cut_off() throws Exception {
        try (Wire wire = Wire.to(page)) {
            wire.send("POST /api/search HTTP/1.1\r\n" + Wire.HOST + "Transfer-Encoding: chunked\r\n\r\n")
                    .trickle("1\r\na\r\n", 100);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /health HTTP/1.1\r\nHost: local",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
            })
    void a_connection_on_which_nothing_comes_any_more_is_closed(String begin) throws Exception {
        try (Wire wire = Wire.to(page)) {
            wire.send(begin).rest();
        }
    }

    @Test
    void who_does_not_read_the_answers_holds_up_nobody() throws Exception {
        List<Wire> wires = new ArrayList<>();
        try {
            String request = "GET /api/recommend?id=s9&n=100 HTTP/1.1\r\n" + Wire.HOST + "\r\n";
            for (int i = 0; i < 2 * PageOptions.defaults().workers(); i++) {
                wires.add(Wire.withSmallWindow(page).send(request.repeat(40)));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(http.get("/api/recommend?id=s" + i).status()).isEqualTo(200);
            }
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    @Test
    void a_flood_of_connections_leaves_room_for_others_and_is_forgotten_when_it_is_over() throws Exception {
        List<Wire> flood = new ArrayList<>();
        int answered = 0;
        try {
            for (int i = 0; i < 200; i++) {
                flood.add(Wire.to(page));
            }
            for (Wire wire : flood) {
                answered += wire.isAnswered("GET /health HTTP/1.1\r\n" + Wire.HOST + "\r\n") ? 1 : 0;
            }
        } finally {
            for (Wire wire : flood) {
                wire.close();
            }
        }
        assertThat(answered).isBetween(1, 32);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    \\x00\\x01\\x02\\xff\\xfe                         | 400
                    \\x16\\x03\\x01\\x02\\x00\\x01\\x00\\x01\\xfc\\x03\\x03 | 400
                    GET                                             | 400
                    GET /                                           | 505
                    GET / HTTP/9.9                                  | 505
                    GET / FTP/1.1                                   | 505
                    get /health HTTP/1.1                            | 400
                    GET /health HTTP/1.1\\r\\nNo colon               | 400
                    GET /health HTTP/1.1\\r\\n: no name              | 400
                    GET /health HTTP/1.1\\r\\nHost: localhost\\r\\n folded: x | 400
                    GET /health HTTP/1.1\\r\\nX : space              | 400
                    PRI * HTTP/2.0\\r\\n\\r\\nSM                      | 426
                    """)
    void what_is_no_request_is_refused(String bytes, int status) throws Exception {
        String answer = answerTo(unescaped(bytes) + "\r\n" + CLOSE);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        // Jetty answers a few of them by itself, with a status alone.
        assertThat(answer).matches("(?s).*(\\{\"error\":\\{.*|\r\n\r\n)");
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\x", i)) {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (text.startsWith("\\r", i) || text.startsWith("\\n", i)) {
                out.append(text.charAt(i + 1) == 'r' ? '\r' : '\n');
                i++;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    @Test
    void noise_is_refused_or_cut_off() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[1 + random.nextInt(3000)];
            random.nextBytes(noise);
            try (Wire wire = Wire.to(page)) {
                String answer = wire.send(noise).send("\r\n\r\n").rest();
                if (!answer.isEmpty()) {
                    assertThat(answer).matches("(?s)HTTP/1\\.[01] (4|505).*");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8000,1", "100,200", "1,9000"})
    void too_many_or_too_long_headers_are_431(int characters, int times) throws Exception {
        String headers = ("X-A: " + "a".repeat(characters) + "\r\n").repeat(times) + "X-B: " + "b".repeat(500) + "\r\n";

        assertThat(answerTo("GET /health HTTP/1.1\r\n" + Wire.HOST + headers + CLOSE))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void a_large_body_in_chunks_is_413_although_it_announces_no_length() throws Exception {
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            chunks.append("1000\r\n").append("a".repeat(4096)).append("\r\n");
        }
        String answer = answerTo("POST /health HTTP/1.1\r\n" + Wire.HOST + "Transfer-Encoding: chunked\r\n" + CLOSE
                + chunks + "0\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (405|413) .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: +5\r\n\r\nhello",
                "Content-Length: 5 6\r\n\r\nhello",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\na\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\na\r\n0\r\n\r\n"
            })
    void what_two_servers_could_read_in_two_ways_is_one_refusal(String smuggled) throws Exception {
        String answer = answerTo("POST /health HTTP/1.1\r\nHost: localhost\r\n" + smuggled);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|405|413|501) .*").doesNotContain("\"status\":\"ready\"");
        assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nHost: localhost\r\n",
                "Host: a b\r\n",
                "",
                "Host: evil.example\r\n",
                "Host: localhost.evil.example\r\n",
                "Host: 127.0.0.1.evil.example:80\r\n",
                "Host: localhost@evil.example\r\n"
            })
    void a_host_that_is_not_this_one_is_refused(String header) throws Exception {
        assertThat(answerTo("GET /health HTTP/1.1\r\n" + header + CLOSE)).matches("(?s)HTTP/1\\.1 (400|403) .*");
    }

    @Test
    void an_absolute_address_of_another_host_is_refused_whatever_the_header_says() throws Exception {
        assertThat(answerTo("GET http://evil.example/health HTTP/1.1\r\n" + Wire.HOST + CLOSE))
                .matches("(?s)HTTP/1\\.1 (400|403) .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG", "x"})
    void a_method_that_the_page_has_not_is_405(String method) throws Exception {
        String answer = answerTo(method + " /health HTTP/1.1\r\n" + Wire.HOST + "X-Secret: seen\r\n" + CLOSE);

        assertThat(answer)
                .matches("(?s)HTTP/1\\.1 (400|405|501) .*")
                .contains("\"error\":{")
                .doesNotContain("seen");
    }

    @Test
    void nobody_is_connected_to_elsewhere() throws Exception {
        assertThat(answerTo("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n" + CLOSE))
                .matches("(?s)HTTP/1\\.1 (400|403|404|405|501) .*");
    }

    @Test
    void http_1_0_is_answered_and_closed() throws Exception {
        assertThat(answerTo("GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("{\"status\":\"ready\"}");
    }

    @Test
    void http_0_9_is_refused() throws Exception {
        assertThat(answerTo("GET /health\r\n\r\n")).matches("(?s)HTTP/1\\.[01] (400|505) .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/map?id=s5%0d%0aSet-Cookie:%20a=b",
                "/nope%0d%0aSet-Cookie:%20a=b",
                "/api/search?q=%0d%0aSet-Cookie:%20a=b",
                "/api/search?q=a&metric=%0d%0aX-Evil:1"
            })
    void nothing_of_a_request_becomes_a_header(String path) throws Exception {
        String answer = answerTo("GET " + path + " HTTP/1.1\r\n" + Wire.HOST + CLOSE);

        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("Set-Cookie", "X-Evil");
    }

    @Test
    void markup_in_names_and_queries_is_sent_as_json_that_no_browser_takes_for_a_page() throws Exception {
        Http.Answer answer = http.get("/api/search?q=" + Http.encoded(InventedSongs.MARKUP));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/results/0/name").asText()).isEqualTo(InventedSongs.MARKUP);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .contains("object-src 'none'");
    }

    @Test
    void markup_in_a_path_comes_back_as_json_only() throws Exception {
        Http.Answer answer = http.get("/%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Sec-Fetch-Site,nonsense",
        "Origin,https://evil.example",
        "Origin,null",
        "Origin,http://localhost.evil.example",
        "Origin,not an origin"
    })
    void what_another_sites_page_posts_is_refused(String header, String value) throws Exception {
        String answer = answerTo("POST /api/ratings HTTP/1.1\r\n" + Wire.HOST + header + ": " + value + "\r\n"
                + "Content-Length: 0\r\n" + CLOSE);

        assertThat(answer).startsWith("HTTP/1.1 403").contains("foreign_origin");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,same-origin", "Origin,http://localhost", "X-Program,curl"})
    void what_the_page_itself_or_a_program_posts_is_not(String header, String value) throws Exception {
        String answer = answerTo("POST /health HTTP/1.1\r\n" + Wire.HOST + header + ": " + value + "\r\n" + CLOSE);

        assertThat(answer).startsWith("HTTP/1.1 405");
    }

    @Test
    void another_sites_page_may_link_here() throws Exception {
        HttpRequest link =
                http.request("/").header("Sec-Fetch-Site", "cross-site").build();

        assertThat(http.send(link).status()).isEqualTo(200);
    }
}
