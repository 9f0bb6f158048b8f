package segue.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page below a path of Debian's nginx, by the configuration that docs/page.md shows. */
class PageProxyTest {
    private static final String NAME = "music.example";

    @TempDir
    private static Path folder;

    private static Page page;
    private static Process nginx;
    private static String root;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.err.println(
                    "Skipped: the test behind a proxy, since there is no nginx (apt-get install nginx-light).");
        }
        assumeTrue(program.isPresent(), "no nginx");
        page = Page.start(
                InventedSongs.catalog(),
                PageOptions.defaults()
                        .withPort(0)
                        .withPublicName(NAME)
                        .withWorkers(1)
                        .withWaiting(5));
        int port = freePort();
        root = "http://127.0.0.1:%d/segue/".formatted(port);
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(port));
        nginx = new ProcessBuilder(program.get().toString(), "-p", folder.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!answers()) {
            assertThat(System.nanoTime())
                    .as(Files.readString(folder.resolve("nginx.out")))
                    .isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static String configuration(int port) throws IOException {
        return """
                daemon off;
                master_process off;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events { worker_connections 64; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  server {
                    listen 127.0.0.1:%2$d;
                %3$s
                  }
                }
                """.formatted(folder, port, documented().replace("http://127.0.0.1:7070/", page.url()));
    }

    private static String documented() throws IOException {
        String text = Files.readString(Path.of("../docs/page.md"));
        int from = text.indexOf("```nginx\n") + "```nginx\n".length();
        return text.substring(from, text.indexOf("```", from));
    }

    private static boolean answers() throws InterruptedException {
        try {
            return get("health").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.destroy();
        }
        if (page != null) {
            page.close();
        }
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
            return client.send(
                    (headers.length > 0 ? request.headers(headers) : request).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void the_page_works_in_a_browser_below_a_path() throws Exception {
        Browser browser = Browser.sharedOrSkip("the browser test behind a proxy");
        browser.reset(root);
        browser.open(root);
        browser.type("#q", "amber lantern heloise");
        browser.until("a found song", () -> !browser.texts("[role=option]").isEmpty());
        browser.open(root + "?id=s0");
        browser.until("recommendations", () -> browser.texts("#results .name").size() == 10);
        browser.script("document.querySelector('#results .name').closest('li').querySelector('a, button')?.click()");
        browser.until("an address below the path", () -> browser.address().startsWith(root));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_map_leads_back_to_the_page_below_the_path() throws Exception {
        HttpResponse<String> map = get("api/map?id=s5", "Accept", "text/html");

        assertThat(map.statusCode()).isEqualTo(303);
        assertThat(map.uri().resolve(map.headers().firstValue("Location").orElseThrow()))
                .hasToString(root + "api/map#song=s5");
        assertThat(get("api/map", "Accept", "text/html").body())
                .contains("\"../app.css\"")
                .doesNotContain("\"/app.css\"");
    }

    @Test
    void who_asks_is_told_by_the_proxy_and_not_by_the_client() throws Exception {
        // Six places: one is busy, so a client alone gets three of the rest, whatever it says of itself.
        try (Busy _ = Busy.keep(page, 1)) {
            List<Thread> waiting = Stream.of("198.51.100.1", "198.51.100.2", "198.51.100.3")
                    .map(said -> Thread.ofVirtual().start(() -> ask(said)))
                    .toList();
            while (page.workers().waiting() < 3) {
                Thread.sleep(5);
            }

            assertThat(get("api/search?q=amber", "X-Forwarded-For", "198.51.100.4")
                            .statusCode())
                    .isEqualTo(503);
            assertThat(waiting).allMatch(Thread::isAlive);
        }
    }

    private static void ask(String said) {
        try {
            get("api/search?q=amber", "X-Forwarded-For", said);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_numbers_about_the_page_stay_behind_the_proxy() throws Exception {
        assertThat(get("metrics").statusCode()).isEqualTo(403);
    }

    @Test
    void the_page_answers_to_its_public_name_and_to_no_other() throws Exception {
        assertThat(asFor(NAME)).startsWith("HTTP/1.1 200");
        assertThat(asFor("evil.example")).startsWith("HTTP/1.1 403");
    }

    private static String asFor(String name) throws IOException {
        URI proxy = URI.create(root);
        try (Socket socket = new Socket(proxy.getHost(), proxy.getPort())) {
            String request = "GET /segue/health HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(name);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_foreign_name_is_still_refused() throws Exception {
        assertThat(new Http(page).raw("GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }
}
