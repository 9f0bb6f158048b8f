package segue.spotify.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.spotify.access.SpotifyException.Reason;
import segue.spotify.sample.SampleAccount.Answer;

class ExchangeTest {
    private static final Patience PATIENCE = Patience.defaults().withBackoff(Duration.ofMillis(5));

    private final List<String> said = new ArrayList<>();
    private FakeSpotify spotify;

    @BeforeEach
    void start() throws IOException {
        spotify = new FakeSpotify();
    }

    @AfterEach
    void stop() {
        spotify.close();
    }

    private HttpResponse<String> send(Patience patience, boolean repeatable) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(spotify.address().api() + "/x"))
                .build();
        return new Exchange(patience).send(request, repeatable, said::add);
    }

    @Test
    void a_wait_that_is_asked_for_is_kept_and_told() {
        spotify.next("/x", Answer.error(429, "API rate limit exceeded").with("Retry-After", "1"), Answer.of(200, "{}"));
        long started = System.nanoTime();
        assertThat(send(PATIENCE, false).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(said).containsExactly("Spotify asks to wait 1 s");
    }

    @Test
    void a_quota_that_is_used_up_is_told_apart_from_too_many_requests() {
        String quota =
                "{\"error\": {\"status\": 429, \"message\": \"Too many requests\", \"reason\": \"QUOTA_EXCEEDED\"}}";
        spotify.next("/x", Answer.of(429, quota).with("Retry-After", "12000"));
        assertThatThrownBy(() -> send(PATIENCE, true))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY))
                .hasMessageContaining("grants a developer's apps together are used up");
    }

    @Test
    void a_wait_that_is_too_long_is_told_instead() {
        spotify.next("/x", Answer.error(429, "API rate limit exceeded").with("Retry-After", "12000"));
        assertThatThrownBy(() -> send(PATIENCE, true))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY))
                .hasMessageContaining("asks to wait 3 h 20 min");
    }

    @Test
    void being_asked_to_wait_no_time_forever_comes_to_an_end() {
        for (int i = 0; i < 100; i++) {
            spotify.next("/x", Answer.error(429, "").with("Retry-After", "0"));
        }
        assertThatThrownBy(() -> send(PATIENCE.withBusy(Duration.ofMillis(50)), true))
                .isInstanceOf(SpotifyException.class);
        assertThat(spotify.requests()).hasSize(11);
    }

    @Test
    void a_date_to_wait_for_is_understood() {
        String soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(5));
        spotify.next("/x", Answer.error(429, "").with("Retry-After", soon));
        assertThatThrownBy(() -> send(PATIENCE, true)).hasMessageContaining("asks to wait 4 h 59 min");
    }

    @Test
    void an_interrupt_ends_the_wait() {
        spotify.next("/x", Answer.error(429, "").with("Retry-After", "60"));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> send(PATIENCE, true)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_server_that_fails_is_asked_again_so_often_and_no_more() {
        Answer failing = Answer.of(502, "<html>Bad Gateway</html>");
        spotify.next("/x", failing, failing, failing, failing, failing);
        assertThat(send(PATIENCE, true).statusCode()).isEqualTo(502);
        assertThat(spotify.requests()).hasSize(4);
        assertThat(said).hasSize(3).allMatch("Spotify answers 502, trying again"::equals);
    }

    @Test
    void what_must_not_be_done_twice_is_not_asked_again() {
        spotify.next("/x", Answer.of(500, "{}"), Answer.of(200, "{}"));
        assertThat(send(PATIENCE, false).statusCode()).isEqualTo(500);
    }

    @Test
    void an_answer_that_breaks_off_is_asked_for_again() {
        spotify.next("/x", Answer.of(200, "{\"items\": [").cutOff(), Answer.of(200, "{}"));
        assertThat(send(PATIENCE, true).body()).isEqualTo("{}");
    }

    @Test
    void an_answer_that_does_not_come_is_not_waited_for_for_ever() {
        spotify.next("/x", Answer.of(200, "{}").after(20_000));
        assertThatThrownBy(
                        () -> send(PATIENCE.withAnswer(Duration.ofMillis(100)).withRetries(0), true))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OFFLINE))
                .hasMessageContaining("no whole answer within 100 ms");
    }

    @Test
    void nobody_listening_is_told_as_offline() {
        spotify.close();
        assertThatThrownBy(() -> send(PATIENCE, false))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OFFLINE))
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void a_redirect_is_not_followed() {
        spotify.next("/x", Answer.of(302, "").with("Location", spotify.address().api() + "/elsewhere"));
        HttpResponse<String> answer = send(PATIENCE, true);
        assertThat(spotify.requests()).containsExactly("GET /x");
        assertThatThrownBy(() -> Errors.body(answer)).hasMessageContaining("sign-in page of this network");
    }

    @Test
    void a_web_page_instead_of_data_is_told() {
        spotify.next("/x", Answer.of(200, "<html><body>Welcome to the hotel</body></html>"));
        assertThatThrownBy(() -> Errors.body(send(PATIENCE, true)))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE))
                .hasMessageContaining("web page instead of data");
    }

    @ParameterizedTest
    @CsvSource({
        "Insufficient client scope, SCOPE_MISSING, 'agree to what is asked'",
        "Active premium subscription required for the owner of the app., PREMIUM_NEEDED, 'some hours'",
        "User not registered in the Developer Dashboard, NOT_REGISTERED, 'User Management'",
        "Forbidden, REFUSED, './segue spotify limits'"
    })
    void what_is_forbidden_says_why(String message, Reason reason, String advice) {
        for (Answer answer : List.of(Answer.error(403, message), Answer.of(403, message))) {
            spotify.next("/x", answer);
            assertThatThrownBy(() -> Errors.body(send(PATIENCE, true)))
                    .isInstanceOfSatisfying(
                            SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                    .hasMessageContaining(advice);
        }
    }

    @Test
    void a_message_is_one_line_of_bounded_length() {
        String long1 = Errors.message("{\"error\": {\"message\": \"a\\u001b[31m\\nb" + "x".repeat(5000) + "\"}}");
        assertThat(long1).startsWith("a [31m bxxx").hasSizeLessThan(210).doesNotContain("\u001b");
    }
}
