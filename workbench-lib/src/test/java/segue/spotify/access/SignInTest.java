package segue.spotify.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.spotify.access.SpotifyException.Reason;

class SignInTest {
    @TempDir
    Path folder;

    private FakeSpotify spotify;
    private SpotifySettings settings;
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        spotify = new FakeSpotify();
        settings = spotify.settings(folder).withClientId(FakeSpotify.CLIENT_ID);
    }

    @AfterEach
    void stop() {
        spotify.close();
        browser.close();
    }

    private CompletableFuture<String> visit(URI address) {
        return browser.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .thenCompose(first -> first.headers()
                        .firstValue("Location")
                        .map(back -> browser.sendAsync(
                                HttpRequest.newBuilder(URI.create(back)).build(), BodyHandlers.ofString()))
                        .orElse(CompletableFuture.completedFuture(first)))
                .thenApply(HttpResponse::body);
    }

    private URI back(String query) {
        return URI.create(settings.redirectUri() + "?" + query);
    }

    private static String state(URI authorization) {
        return FakeSpotify.form(authorization.getRawQuery()).get("state");
    }

    @Test
    void agreeing_in_the_browser_signs_in_and_says_so_there() {
        List<CompletableFuture<String>> page = new ArrayList<>();
        SpotifySession session = SignIn.to(settings, address -> page.add(visit(address)));
        assertThat(page.get(0).join()).contains("Segue is signed in to Spotify. You can close this page.");
        assertThat(session.accessToken()).startsWith("access-");
        assertThat(session.allows(Scope.LIBRARY_READ)).isTrue();
    }

    @Test
    void the_address_carries_the_challenge_and_never_the_verifier() {
        URI[] shown = new URI[1];
        SignIn.to(settings, address -> {
            shown[0] = address;
            visit(address);
        });
        Map<String, String> query = FakeSpotify.form(shown[0].getRawQuery());
        assertThat(query)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", settings.redirectUri())
                .doesNotContainKey("code_verifier");
        assertThat(query.get("code_challenge")).hasSize(43);
        assertThat(query.get("state")).hasSize(43);
    }

    @Test
    void the_sign_in_is_kept_where_only_its_owner_can_read() throws IOException {
        SignIn.to(settings, this::visit);
        Path file = settings.tokenFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(SignIn.status(settings))
                .hasValueSatisfying(status -> assertThat(status.clientId()).isEqualTo("0123…"));
    }

    @Test
    void a_file_that_others_may_read_is_refused() throws IOException {
        SignIn.to(settings, this::visit);
        Files.setPosixFilePermissions(settings.tokenFile(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SpotifySession.open(settings))
                .isInstanceOf(SpotifyException.class)
                .hasMessageContaining("others on this machine may read it (rw-r-----)")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void no_is_taken_for_an_answer() {
        List<CompletableFuture<String>> page = new ArrayList<>();
        assertThatThrownBy(() -> SignIn.to(
                        settings, address -> page.add(visit(back("error=access_denied&state=" + state(address))))))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SIGN_IN_FAILED))
                .hasMessageContaining("you did not agree");
        assertThat(page.get(0).join()).contains("Segue is not signed in: you did not agree at Spotify");
        assertThat(settings.tokenFile()).doesNotExist();
    }

    @Test
    void an_answer_with_another_state_is_turned_away_and_the_real_one_still_counts() {
        List<CompletableFuture<String>> forged = new ArrayList<>();
        SignIn.to(settings, address -> {
            forged.add(visit(back("code=stolen&state=guessed")));
            forged.get(0).join();
            visit(address);
        });
        assertThat(forged.get(0).join()).contains("This is no answer to the sign-in that Segue waits for");
        assertThat(spotify.requests("POST /api/token")).isEqualTo(1);
    }

    @Test
    void another_host_name_or_path_finds_nothing() {
        List<CompletableFuture<String>> seen = new ArrayList<>();
        SignIn.to(settings, address -> {
            String query = "?code=a&state=" + state(address);
            seen.add(visit(URI.create("http://localhost:" + settings.port() + "/callback" + query)));
            seen.add(visit(URI.create("http://127.0.0.1:" + settings.port() + "/" + query)));
            seen.forEach(CompletableFuture::join);
            visit(address);
        });
        assertThat(seen.get(0).join()).contains("There is nothing here.");
        assertThat(seen.get(1).join()).contains("There is nothing here.");
    }

    @Test
    void an_answer_counts_once() {
        List<CompletableFuture<String>> seen = new ArrayList<>();
        assertThatThrownBy(() -> SignIn.to(settings, address -> {
                    seen.add(visit(back("code=one&state=" + state(address))));
                    seen.add(visit(back("code=two&state=" + state(address))));
                    CompletableFuture.anyOf(seen.toArray(CompletableFuture[]::new))
                            .join();
                }))
                .hasMessageContaining("Spotify did not take the answer of the browser");
        assertThat(seen.stream().map(CompletableFuture::join).filter(page -> page.contains("used already")))
                .hasSize(1);
        assertThat(spotify.requests("POST /api/token")).isEqualTo(1);
    }

    @Test
    void nobody_coming_ends_it_after_a_while() {
        SpotifySettings hasty = settings.withPatience(settings.patience().withSignIn(Duration.ofMillis(50)));
        assertThatThrownBy(() -> SignIn.to(hasty, address -> {}))
                .isInstanceOf(SpotifyException.class)
                .hasMessageContaining("nobody agreed in the browser within 50 ms");
    }

    @Test
    void an_interrupt_ends_it() {
        assertThatThrownBy(() ->
                        SignIn.to(settings, address -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped while the browser was waited for");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_taken_port_is_told() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> SignIn.to(settings.withPort(taken.getLocalPort()), address -> {}))
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("is taken");
        }
    }

    @Test
    void an_unknown_client_id_is_told() {
        SpotifySettings other = settings.withClientId("ffffffffffffffffffffffffffffffff");
        assertThatThrownBy(() -> SignIn.to(other, this::visit))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_CONFIGURED))
                .hasMessageContaining("Spotify knows no app with this client id");
    }

    @Test
    void without_a_client_id_two_sentences_say_how_to_get_one() throws IOException {
        SpotifySettings none = spotify.settings(folder);
        assertThatThrownBy(() -> SignIn.to(none, address -> {}))
                .hasMessageContaining("https://developer.spotify.com/dashboard")
                .hasMessageContaining(none.redirectUri())
                .hasMessageContaining("everything else in Segue works without it.");
        assertThatThrownBy(() -> SpotifySession.open(none)).hasMessage(none.howToConnect());
        assertThat(none.howToConnect().split("\\. ")).hasSize(2);
    }

    @Test
    void signing_out_deletes_the_sign_in() {
        SignIn.to(settings, this::visit);
        assertThat(SignIn.out(settings)).isTrue();
        assertThat(settings.tokenFile()).doesNotExist();
        assertThat(SignIn.out(settings)).isFalse();
        assertThatThrownBy(() -> SpotifySession.open(settings)).hasMessageContaining("not signed in");
    }
}
