package segue.spotify.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.spotify.access.SpotifyException.Reason;
import segue.spotify.sample.SampleAccount.Answer;

class SpotifySessionTest {
    @TempDir
    Path folder;

    private FakeSpotify spotify;
    private SpotifySettings settings;

    @BeforeEach
    void start() throws IOException {
        spotify = new FakeSpotify();
        settings = spotify.settings(folder);
    }

    @AfterEach
    void stop() {
        spotify.close();
    }

    private SpotifySession signedIn() {
        spotify.signIn(settings, Instant.now());
        return SpotifySession.open(settings);
    }

    @Test
    void a_token_that_is_about_to_end_is_renewed_first() {
        spotify.tokensLast(30);
        SpotifySession session = signedIn();
        spotify.tokensLast(3600);
        String first = session.accessToken();
        assertThat(session.accessToken()).isEqualTo(first);
        assertThat(spotify.requests("POST /api/token")).isEqualTo(1);
    }

    @Test
    void many_threads_share_one_renewal() throws Exception {
        SpotifySession session = signedIn();
        String refused = session.accessToken();
        spotify.expireAccess();
        assertThat(inParallel(16, () -> session.another(refused))).hasSize(16).containsOnly(session.accessToken());
        assertThat(spotify.requests("POST /api/token")).isEqualTo(1);
    }

    @Test
    void several_sessions_on_one_file_share_it_too() throws Exception {
        SpotifySession one = signedIn();
        String refused = one.accessToken();
        List<SpotifySession> others = IntStream.range(0, 6)
                .mapToObj(i -> SpotifySession.open(settings))
                .toList();
        spotify.expireAccess();
        var each = others.iterator();
        List<String> tokens = inParallel(others.size(), () -> {
            SpotifySession session;
            synchronized (each) {
                session = each.next();
            }
            return session.another(refused);
        });
        assertThat(tokens).hasSize(6).containsOnly(tokens.getFirst());
        assertThat(spotify.requests("POST /api/token")).isEqualTo(1);
    }

    @Test
    void a_revoked_sign_in_is_forgotten_and_told() {
        SpotifySession session = signedIn();
        spotify.revoke();
        assertThatThrownBy(() -> session.another(session.accessToken()))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SIGN_IN_ENDED))
                .hasMessageContaining("it was revoked")
                .hasMessageContaining("'./segue spotify sign-in'");
        assertThat(settings.tokenFile()).doesNotExist();
    }

    @Test
    void after_six_months_the_message_says_that_it_ends_then() {
        spotify.signIn(settings, Instant.now().minus(Duration.ofDays(190)));
        SpotifySession session = SpotifySession.open(settings);
        spotify.revoke();
        assertThat(session.ends()).isBefore(Instant.now());
        assertThatThrownBy(() -> session.another(session.accessToken()))
                .hasMessageContaining("has ended, as each does after six months");
    }

    @Test
    void renewing_does_not_lengthen_the_six_months() {
        SpotifySession session = signedIn();
        Instant ends = session.ends();
        session.another(session.accessToken());
        assertThat(SpotifySession.open(settings).ends()).isEqualTo(ends);
    }

    @Test
    void where_no_new_refresh_token_comes_the_old_one_is_kept() {
        SpotifySession session = signedIn();
        spotify.next("/api/token", Answer.of(200, "{\"access_token\":\"next\",\"expires_in\":3600}"));
        session.another(session.accessToken());
        assertThat(session.another("next")).startsWith("access-");
        assertThat(session.allows(Scope.PLAYLIST_WRITE)).isTrue();
    }

    @Test
    void a_failing_renewal_keeps_the_sign_in() {
        SpotifySession session = signedIn();
        spotify.next("/api/token", Answer.of(503, "upstream"));
        assertThatThrownBy(() -> session.another(session.accessToken()))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DOWN));
        assertThat(session.another(session.accessToken())).startsWith("access-");
    }

    @Test
    void being_signed_out_by_another_process_is_told() {
        SpotifySession session = signedIn();
        SignIn.out(settings);
        assertThatThrownBy(() -> session.another(session.accessToken())).hasMessageContaining("signed out meanwhile");
    }

    @Test
    void a_sign_in_with_another_app_is_told() {
        signedIn();
        assertThatThrownBy(() -> SpotifySession.open(settings.withClientId("ffffffffffffffffffffffffffffffff")))
                .hasMessageContaining("signed in with another app")
                .hasMessageContaining("ffff…");
    }

    @Test
    void a_broken_file_is_told() throws IOException {
        signedIn();
        for (String text : List.of("", "{", "[]", "{\"clientId\": \"a\"}", "\u0000\u0001")) {
            Files.writeString(settings.tokenFile(), text);
            assertThatThrownBy(() -> SpotifySession.open(settings))
                    .isInstanceOf(SpotifyException.class)
                    .hasMessageContaining("cannot be read as a sign-in");
        }
    }

    @Test
    void tokens_stay_out_of_texts() {
        Tokens tokens = new Tokens("id", "secret-a", "secret-r", Instant.now(), Instant.now(), java.util.Set.of());
        assertThat(tokens.toString()).doesNotContain("secret");
    }

    private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> all =
                    IntStream.range(0, threads).mapToObj(i -> work).toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> future : pool.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
