package segue.page;

import static org.assertj.core.api.Assertions.assertThat;
import static segue.jobs.Await.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.jobs.JobKind;
import segue.jobs.RedisServer;
import segue.recommend.Recommender;
import segue.spotify.access.Patience;
import segue.spotify.access.ServiceAddress;
import segue.spotify.access.SignIn;
import segue.spotify.access.SpotifySettings;
import segue.spotify.sample.SampleAccount;
import segue.spotify.sample.SampleAccount.Answer;

/** What programs are told of the account of whoever started the page: an invented one, over HTTP as documented. */
class SpotifyApiTest {
    private static final Recommender RECOMMENDER = Recommender.of(Catalog.sample());
    private static final String VISITOR = "visitor-0123456789";

    @TempDir
    private Path folder;

    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
    private SampleAccount account;
    private SpotifySettings settings;
    private Page page;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        account = SampleAccount.start();
        settings = account.settings();
        open(PageOptions.defaults().withSpotify(settings));
    }

    private void open(PageOptions options) throws IOException {
        if (page != null) {
            page.close();
        }
        page = Page.start(RECOMMENDER, options.withPort(0));
        http = new Http(page);
    }

    @AfterEach
    void noTokenWasTold() throws IOException {
        page.close();
        if (Files.exists(settings.tokenFile())) {
            JsonNode tokens = new ObjectMapper().readTree(settings.tokenFile().toFile());
            for (String secret : List.of("access", "refresh")) {
                assertThat(tokens.findValue(secret).asText()).isNotBlank();
                assertThat(answers)
                        .noneMatch(
                                body -> body.contains(tokens.findValue(secret).asText()));
            }
        }
        account.close();
    }

    private Http.Answer send(HttpRequest.Builder request) {
        try {
            Http.Answer answer =
                    http.send(request.header("Segue-Listener", VISITOR).build());
            answers.add(answer.body());
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Http.Answer get(String path) {
        return send(http.request(path));
    }

    private Http.Answer post(String path, String json) {
        return send(
                http.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private Http.Answer delete(String path) {
        return send(http.request(path).DELETE());
    }

    private JsonNode signInState() {
        return get("/api/spotify").json();
    }

    private String state() {
        return signInState().at("/state").asText();
    }

    private void signIn() {
        SignIn.to(settings, account::agree);
    }

    private JsonNode ended(Http.Answer accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String id = accepted.json().at("/job").asText();
        JsonNode[] last = new JsonNode[1];
        try {
            await("the job", () -> {
                last[0] = get("/api/jobs?id=" + id).json();
                return last[0].at("/state").asText().matches("done|failed|cancelled");
            });
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return last[0];
    }

    private JsonNode mixed(String from) {
        return ended(post("/api/spotify/mix", "{\"from\": \"%s\", \"n\": 50}".formatted(from)));
    }

    private JsonNode done(JsonNode job) {
        assertThat(job.at("/state").asText()).as(job.toString()).isEqualTo("done");
        return job.at("/result");
    }

    private JsonNode failed(JsonNode job) {
        assertThat(job.at("/state").asText()).as(job.toString()).isEqualTo("failed");
        return job.at("/error");
    }

    private JsonNode make(JsonNode mix, String more) {
        return ended(post(
                "/api/spotify/playlists",
                "{\"draft\": \"%s\"%s}".formatted(mix.at("/draft").asText(), more)));
    }

    @Test
    void a_sign_in_begins_here_waits_for_the_person_and_is_told_when_they_have_agreed() throws Exception {
        assertThat(state()).isEqualTo("signed_out");

        JsonNode waiting = post("/api/spotify/sign-in", "").json();
        assertThat(waiting.at("/state").asText()).isEqualTo("waiting");
        URI address = URI.create(waiting.at("/address").asText());
        assertThat(address.toString()).contains("/authorize?", "code_challenge_method=S256");
        assertThat(post("/api/spotify/sign-in", "").json().at("/address").asText())
                .as("asked twice")
                .isEqualTo(address.toString());
        account.agree(address);

        await("the sign-in", () -> state().equals("signed_in"));
        assertThat(signInState().at("/account").asText()).isEqualTo("Segue Listener");
        assertThat(signInState().at("/until").asText()).matches("20\\d\\d-\\d\\d-\\d\\d");
    }

    @Test
    void a_sign_in_can_be_given_up_and_begun_again() throws Exception {
        post("/api/spotify/sign-in", "");

        JsonNode given = delete("/api/spotify/sign-in").json();

        assertThat(given.at("/state").asText()).isEqualTo("signed_out");
        assertThat(given.at("/message").isNull()).isTrue();
        account.agree(URI.create(
                post("/api/spotify/sign-in", "").json().at("/address").asText()));
        await("the sign-in", () -> state().equals("signed_in"));
    }

    @Test
    void who_does_not_agree_is_told_so_without_names_of_commands() throws Exception {
        String address = post("/api/spotify/sign-in", "").json().at("/address").asText();
        String given = address.replaceAll(".*[?&]state=([^&]*).*", "$1");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(settings.redirectUri() + "?error=access_denied&state=" + given))
                                .build(),
                        BodyHandlers.discarding());

        await("the end", () -> state().equals("signed_out"));
        assertThat(signInState().at("/message").asText())
                .isEqualTo("You did not agree at Spotify, so Segue is not signed in.");
    }

    @Test
    void a_port_that_is_taken_is_told_of() throws Exception {
        try (ServerSocket taken = new ServerSocket(settings.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(taken.isBound()).isTrue();
            JsonNode answer = post("/api/spotify/sign-in", "").json();
            assertThat(answer.at("/state").asText()).isEqualTo("signed_out");
            assertThat(answer.at("/message").asText())
                    .startsWith("Port " + settings.port())
                    .contains("SEGUE_SPOTIFY_PORT");
        }
    }

    @Test
    void an_account_that_the_app_may_not_serve_is_told_of_at_once() throws Exception {
        account.next("/v1/me", Answer.error(403, "User not registered in the Developer Dashboard"));
        account.agree(URI.create(
                post("/api/spotify/sign-in", "").json().at("/address").asText()));

        await("the sign-in", () -> state().equals("signed_in"));
        assertThat(signInState().at("/message").asText())
                .startsWith("This account is not among the five that the app may serve")
                .contains("https://developer.spotify.com/dashboard");
    }

    @Test
    void without_a_client_id_two_sentences_say_how_to_get_one() throws Exception {
        open(PageOptions.defaults().withSpotify(account.settings(folder.resolve("none.json"))));

        JsonNode answer = signInState();

        assertThat(answer.at("/state").asText()).isEqualTo("not_configured");
        assertThat(answer.at("/message").asText())
                .contains("https://developer.spotify.com/dashboard", "/callback", "SEGUE_SPOTIFY_CLIENT_ID")
                .satisfies(text -> assertThat(text.split("\\. ")).hasSize(2));
        assertThat(post("/api/spotify/mix", "{\"from\": \"saved\"}").errorCode())
                .isEqualTo("not_signed_in");
    }

    @Test
    void signing_out_deletes_the_sign_in_from_this_machine() {
        signIn();
        assertThat(state()).isEqualTo("signed_in");

        JsonNode out = delete("/api/spotify/sign-in").json();

        assertThat(out.at("/state").asText()).isEqualTo("signed_out");
        assertThat(out.at("/message").asText()).endsWith("withdraw it at https://www.spotify.com/account/apps/.");
        assertThat(settings.tokenFile()).doesNotExist();
        assertThat(post("/api/spotify/mix", "{\"from\": \"saved\"}").errorCode())
                .isEqualTo("not_signed_in");
    }

    @Test
    void saved_songs_become_a_match_report_tastes_and_fifty_songs_and_nothing_is_made() {
        signIn();

        JsonNode mix = done(mixed("saved"));

        JsonNode match = mix.at("/match");
        assertThat(match.at("/read").asInt()).isEqualTo(113);
        assertThat(List.of("byId", "byIsrc", "byName", "repeated", "missing"))
                .extracting(way -> match.at("/" + way).asInt())
                .containsExactly(91, 11, 3, 0, 8);
        assertThat(match.at("/missingSongs")).hasSize(8);
        assertThat(mix.at("/tastes").size()).isGreaterThan(2);
        assertThat(mix.at("/songs")).hasSize(50).allSatisfy(song -> {
            assertThat(song.at("/why").asText()).isNotBlank();
            assertThat(song.at("/like").asText()).contains(" – ");
        });
        assertThat(account.made()).isEmpty();
        assertThat(account.requests("POST /v1/me/playlists")).isZero();
        assertThat(signInState().at("/account").asText()).isEqualTo("Segue Listener");
    }

    @Test
    void a_mix_is_made_into_a_playlist_once_and_only_when_it_is_asked_for() {
        signIn();
        JsonNode mix = done(mixed("top"));

        JsonNode made = done(make(mix, ", \"name\": \"Für mich\", \"shown\": true"));

        assertThat(made.at("/name").asText()).isEqualTo("Für mich");
        assertThat(made.at("/songs").asInt()).isEqualTo(50);
        assertThat(made.at("/link").asText()).startsWith("https://open.spotify.com/playlist/");
        assertThat(made.at("/embed").asText()).startsWith("https://open.spotify.com/embed/playlist/");
        assertThat(account.made()).hasSize(1);
        assertThat(account.made().getFirst().name()).isEqualTo("Für mich");

        JsonNode again = failed(make(mix, ", \"again\": true"));
        assertThat(again.at("/code").asText()).isEqualTo("already_made");
        assertThat(again.at("/message").asText()).contains(made.at("/link").asText());
        assertThat(account.made()).hasSize(1);
    }

    @Test
    void a_second_playlist_of_a_name_is_made_only_where_it_is_asked_for() {
        signIn();
        done(make(done(mixed("saved")), ""));
        JsonNode second = done(mixed("saved"));

        JsonNode refused = failed(make(second, ""));
        assertThat(refused.at("/code").asText()).isEqualTo("already_there");
        assertThat(refused.at("/message").asText())
                .startsWith("Your account has a playlist 'Segue: Liked songs' already (https://open.spotify.com/");
        assertThat(account.made()).hasSize(1);

        done(make(second, ", \"again\": true"));
        assertThat(account.made()).hasSize(2);
    }

    @Test
    void a_playlist_of_ones_own_is_a_source_too_and_one_of_a_friend_is_not() {
        signIn();

        JsonNode own = done(mixed("https://open.spotify.com/playlist/dSaUlSKQbWBUGycMNfVF8Y?si=x"));
        assertThat(own.at("/name").asText()).isEqualTo("Segue: Sunday, slowly");

        JsonNode friends = failed(mixed("spotify:playlist:4i4GhnNTK4Gw8vJNkoK9VF"));
        assertThat(friends.at("/code").asText()).isEqualTo("spotify_not_yours");
        assertThat(friends.at("/message").asText())
                .startsWith("The songs of playlist 4i4GhnNTK4Gw8vJNkoK9VF may not be read");
        JsonNode none = failed(mixed("spotify:playlist:0000000000000000000000"));
        assertThat(none.at("/code").asText()).isEqualTo("spotify_not_found");
    }

    @Test
    void songs_that_the_catalogue_does_not_have_make_nothing() {
        account.like(List.of("2Elsewhere000000000000", "2Elsewhere000000000001"));
        signIn();

        JsonNode error = failed(mixed("saved"));

        assertThat(error.at("/code").asText()).isEqualTo("spotify_too_few");
        assertThat(error.at("/message").asText())
                .startsWith("Nothing was made: of 2 songs in 'Liked songs' 0 are in")
                .endsWith("Take another list or another catalogue.");
    }

    @Test
    void a_sign_in_that_was_revoked_ends_the_job_and_the_sign_in_with_a_sentence() {
        signIn();
        account.revoke();

        JsonNode error = failed(mixed("saved"));

        String sentence = "Spotify no longer takes the sign-in: it has ended, or was revoked. Sign in again.";
        assertThat(error.at("/code").asText()).isEqualTo("spotify_sign_in_ended");
        assertThat(error.at("/message").asText()).isEqualTo(sentence);
        assertThat(state()).isEqualTo("signed_out");
        assertThat(signInState().at("/message").asText()).isEqualTo(sentence);
    }

    @Test
    void too_many_requests_are_waited_for_a_little_and_told_of_where_it_is_long() throws Exception {
        signIn();
        account.next("/v1/me/tracks", Answer.busy(1));
        Http.Answer accepted = post("/api/spotify/mix", "{\"from\": \"saved\"}");
        String id = accepted.json().at("/job").asText();
        await("the wait", () -> get("/api/jobs?id=" + id).body().contains("Spotify asks to wait 1 s"));
        done(ended(accepted));

        account.next("/v1/me/tracks", Answer.busy(12_000));
        JsonNode error = failed(mixed("saved"));
        assertThat(error.at("/code").asText()).isEqualTo("spotify_busy");
        assertThat(error.at("/message").asText())
                .startsWith("Spotify has had too many requests from this app and asks to wait 3 h 20 min.");
    }

    @Test
    void a_machine_that_is_offline_is_told_so() throws Exception {
        signIn();
        URI nowhere = URI.create("http://127.0.0.1:" + RedisServer.freePort());
        open(PageOptions.defaults().withSpotify(settings.withService(ServiceAddress.of(nowhere))));

        JsonNode error = failed(mixed("saved"));

        assertThat(error.at("/code").asText()).isEqualTo("spotify_offline");
        assertThat(error.at("/message").asText()).contains("cannot be reached", "Is this machine online");
        assertThat(state()).as("kept").isEqualTo("signed_in");
    }

    @ParameterizedTest
    @CsvSource({
        "403, Insufficient client scope, spotify_scope_missing",
        "403, Premium required for the owner, spotify_premium_needed",
        "403, Forbidden, spotify_refused",
        "404, Not found, spotify_not_found",
        "418, Odd, spotify_refused",
        "502, Bad gateway, spotify_down",
    })
    void what_spotify_refuses_is_a_sentence_that_names_no_command(int status, String said, String code) {
        signIn();
        account.next(
                "/v1/me/tracks",
                Collections.nCopies(4, Answer.error(status, said)).toArray(Answer[]::new));

        JsonNode error = failed(mixed("saved"));

        assertThat(error.at("/code").asText()).isEqualTo(code);
        assertThat(error.at("/message").asText())
                .contains(said)
                .matches("[A-Z].*[.]")
                .doesNotContain("./segue", "--");
    }

    @Test
    void a_mix_can_be_cancelled() throws Exception {
        signIn();
        account.next("/v1/me/tracks", Answer.busy(60));
        String id = post("/api/spotify/mix", "{\"from\": \"saved\"}")
                .json()
                .at("/job")
                .asText();
        await("the wait", () -> get("/api/jobs?id=" + id).body().contains("asks to wait"));

        assertThat(delete("/api/jobs?id=" + id).json().at("/state").asText()).isEqualTo("cancelled");

        done(mixed("saved"));
    }

    static Stream<Arguments> wrong() {
        String album = "https://open.spotify.com/album/dSaUlSKQbWBUGycMNfVF8Y";
        String sources =
                "The songs to start from must be saved, top, or the link to a playlist of yours but were '%s'.";
        return Stream.of(
                Arguments.of("{}", sources.formatted("")),
                Arguments.of("{\"from\": \"everything\"}", sources.formatted("everything")),
                Arguments.of(
                        "{\"from\": \"%s\"}".formatted(album),
                        "'%s' is a link to an album, not to a playlist.".formatted(album)),
                Arguments.of("{\"from\": \"saved\", \"n\": 0}", "n must be from 1 to 200 but was 0."),
                Arguments.of("{\"from\": \"saved\", \"n\": 201}", "n must be from 1 to 200 but was 201."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_cannot_be_drawn_from_is_refused_at_once(String body, String message) {
        signIn();

        Http.Answer answer = post("/api/spotify/mix", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).isEqualTo(message);
    }

    @Test
    void songs_that_were_never_drawn_cannot_be_made_into_a_playlist() {
        signIn();
        for (String body : List.of("{}", "{\"draft\": \"x\"}", "{\"draft\": \"%s\"}".formatted("x".repeat(1000)))) {
            Http.Answer answer = post("/api/spotify/playlists", body);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.errorCode()).isEqualTo("unknown_draft");
        }
        JsonNode mix = done(mixed("saved"));
        Http.Answer nameless = post(
                "/api/spotify/playlists",
                "{\"draft\": \"%s\", \"name\": \" \"}"
                        .formatted(mix.at("/draft").asText()));
        assertThat(nameless.errorMessage())
                .isEqualTo("The name of a playlist must have 1 to 100 characters but had 0.");
    }

    @Test
    void nothing_is_changed_without_a_visitor_nor_for_another_sites_page() throws Exception {
        signIn();
        for (String path : List.of("/api/spotify/sign-in", "/api/spotify/mix", "/api/spotify/playlists")) {
            HttpRequest.Builder bare = http.request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"from\": \"saved\"}"));
            assertThat(http.send(bare.build()).hint()).as(path).startsWith("Send a random id");
            Http.Answer foreign = send(http.request(path)
                    .header("Origin", "https://evil.example")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"from\": \"saved\"}")));
            assertThat(foreign.errorCode()).as(path).isEqualTo("foreign_origin");
        }
        assertThat(http.method("DELETE", "/api/spotify/sign-in").status()).isEqualTo(400);
        assertThat(state()).isEqualTo("signed_in");
        assertThat(account.requests("GET /v1")).isZero();
    }

    @Test
    void a_full_queue_is_503_and_says_when_to_come_again() {
        signIn();
        JobKind other = new JobKind("other", 1);
        for (int i = 0; i < 50; i++) {
            page.work().queue().submit(other, "127.0.0.1", new byte[0]);
        }

        Http.Answer answer = post("/api/spotify/mix", "{\"from\": \"saved\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("10");
        assertThat(answer.errorCode()).isEqualTo("queue_share");
        assertThat(http(() -> http.get("/metrics").body()))
                .contains("segue_refused_requests_total{code=\"queue_share\"} 1.0");
    }

    private interface Question {
        String ask() throws IOException, InterruptedException;
    }

    private static String http(Question question) {
        try {
            return question.ask();
        } catch (IOException | InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Test
    void the_player_may_be_shown_on_this_page_and_on_no_other() throws Exception {
        Http.Answer spotify = http.get("/spotify");
        assertThat(spotify.status()).isEqualTo(200);
        assertThat(spotify.header("Content-Security-Policy"))
                .startsWith("default-src 'self'; base-uri 'none'")
                .contains("; frame-src https://open.spotify.com;", "frame-ancestors 'self'");
        for (String path : List.of("/", "/api/status", "/spotify.js", "/api/spotify", "/nowhere")) {
            assertThat(http.get(path).header("Content-Security-Policy"))
                    .as(path)
                    .doesNotContain("spotify");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via"})
    void what_came_by_a_proxy_finds_no_account(String header) {
        signIn();

        Http.Answer answer = send(http.request("/api/spotify").header(header, "203.0.113.7"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("spotify_not_here");
    }

    @Test
    void a_page_that_others_can_reach_has_no_account() throws Exception {
        signIn();
        PageOptions own = PageOptions.defaults().withSpotify(settings);
        for (PageOptions others :
                List.of(own.withHost("0.0.0.0"), own.withPublicName("music.example"), PageOptions.defaults())) {
            open(others);
            for (Http.Answer answer : List.of(
                    get("/api/spotify"),
                    post("/api/spotify/sign-in", ""),
                    delete("/api/spotify/sign-in"),
                    post("/api/spotify/mix", "{\"from\": \"saved\"}"),
                    post("/api/spotify/playlists", "{\"draft\": \"x\"}"))) {
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.errorCode()).isEqualTo("spotify_not_here");
            }
            assertThat(get("/api/status").json().at("/spotify/available").asBoolean())
                    .isFalse();
            assertThat(get("/api/status").json().at("/spotify/reason").asText()).endsWith(".");
        }
        open(own.withHost("localhost"));
        assertThat(get("/api/status").json().at("/spotify/available").asBoolean())
                .isTrue();
        assertThat(state()).isEqualTo("signed_in");
    }

    @Test
    void closing_the_page_ends_a_sign_in_that_waits() throws Exception {
        open(PageOptions.defaults()
                .withSpotify(settings.withPatience(Patience.defaults().withSignIn(Duration.ofMinutes(5)))));
        post("/api/spotify/sign-in", "");

        page.close();

        await("the port", () -> {
            try (ServerSocket free = new ServerSocket(settings.port(), 1, InetAddress.getByName("127.0.0.1"))) {
                return free.isBound();
            } catch (IOException taken) {
                return false;
            }
        });
    }
}
