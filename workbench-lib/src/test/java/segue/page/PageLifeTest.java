package segue.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;

/** Starting, load and stopping. */
class PageLifeTest {
    private static final Catalog CATALOG = InventedSongs.catalog();
    private static final PageOptions ANY_PORT = PageOptions.defaults().withPort(0);

    @Test
    void a_taken_port_is_one_sentence_that_says_what_to_do() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();

            assertThatExceptionOfType(CannotListenException.class)
                    .isThrownBy(() -> Page.start(CATALOG, ANY_PORT.withPort(port)))
                    .withMessage(
                            "port %d is taken: use --port N (in Java withPort(N)), or stop what listens there", port);
        }
    }

    @Test
    void a_host_that_is_not_this_machine_is_refused_by_name() {
        assertThatExceptionOfType(CannotListenException.class)
                .isThrownBy(() -> Page.start(CATALOG, ANY_PORT.withHost("192.0.2.7")))
                .withMessageContaining("192.0.2.7")
                .withMessageContaining("--host 127.0.0.1");
    }

    @Test
    void an_empty_catalogue_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.start(new Catalog("nothing", List.of()), ANY_PORT))
                .withMessageContaining("empty");
    }

    @Test
    void the_page_listens_on_this_machine_only() throws Exception {
        try (Page page = Page.start(CATALOG, ANY_PORT)) {
            URI url = URI.create(page.url());

            assertThat(url.getHost()).isEqualTo("127.0.0.1");
            assertThat(url.getPort()).isBetween(1, 65_535);
        }
    }

    @Test
    void closing_gives_the_port_back_and_can_be_done_twice() throws Exception {
        Page page = Page.start(CATALOG, ANY_PORT);
        int port = URI.create(page.url()).getPort();
        Http http = new Http(page);
        assertThat(http.get("/health").status()).isEqualTo(200);

        page.close();
        page.close();
        page.join();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> http.get("/health"));
        try (Page again = Page.start(CATALOG, ANY_PORT.withPort(port))) {
            assertThat(new Http(again).get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void sixty_four_requests_at_once_are_all_answered_alike() throws Exception {
        try (Page page = Page.start(CATALOG, ANY_PORT);
                ExecutorService clients = Executors.newFixedThreadPool(64)) {
            Http http = new Http(page);
            Callable<Http.Answer> request = () -> http.get("/api/recommend?id=s9&n=20&metric=manhattan");
            String expected = request.call().json().get("results").toString();

            List<Future<Http.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(clients.submit(request));
            }

            for (Future<Http.Answer> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
                assertThat(answer.get().json().get("results")).hasToString(expected);
            }
        }
    }

    @Test
    void a_full_page_answers_503_and_when_to_come_back_while_its_health_still_answers() throws Exception {
        try (Page page = Page.start(CATALOG, ANY_PORT.withWorkers(1).withWaiting(0))) {
            Http http = new Http(page);
            try (Busy _ = Busy.keep(page, 1)) {
                Http.Answer busy = http.get("/api/search?q=amber");

                assertThat(busy.status()).isEqualTo(503);
                assertThat(busy.header("Retry-After")).isEqualTo("1");
                assertThat(busy.errorCode()).isEqualTo("busy");
                assertThat(http.get("/health").status()).isEqualTo(200);
                assertThat(http.get("/api/status").status()).isEqualTo(200);
            }
            assertThat(http.get("/api/search?q=amber").status()).isEqualTo(200);
        }
    }

    @Test
    void a_request_that_was_let_in_is_answered_although_the_page_is_being_closed() throws Exception {
        Page page = Page.start(CATALOG, ANY_PORT.withWorkers(1).withWaiting(2));
        Http http = new Http(page);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Busy busy = Busy.keep(page, 1);
            Future<Http.Answer> answer = threads.submit(() -> http.get("/api/search?q=amber"));
            while (page.workers().waiting() == 0) {
                Thread.sleep(5);
            }
            Future<?> closed = threads.submit(page::close);
            Thread.sleep(300);
            assertThat(closed.isDone()).as("close waits for the request").isFalse();

            busy.close();

            assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
            closed.get(10, TimeUnit.SECONDS);
        } finally {
            page.close();
        }
    }

    @Test
    void options_name_the_value_that_is_out_of_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANY_PORT.withPort(70_000))
                .withMessage("port must be in [0, 65535] but was 70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANY_PORT.withHost("two words"))
                .withMessageContaining("two words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANY_PORT.withWorkers(0))
                .withMessage("workers must be in [1, 256] but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANY_PORT.withWaiting(-1))
                .withMessage("waiting must be in [0, 10000] but was -1");
    }
}
