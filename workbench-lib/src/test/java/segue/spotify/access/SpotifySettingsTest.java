package segue.spotify.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpotifySettingsTest {
    @Test
    void the_environment_says_what_there_is() {
        SpotifySettings settings = SpotifySettings.of(Map.of(
                "SEGUE_SPOTIFY_CLIENT_ID", FakeSpotify.CLIENT_ID,
                "SEGUE_SPOTIFY_PORT", "7999",
                "SEGUE_SPOTIFY_TOKENS", "/somewhere/tokens.json"));
        assertThat(settings.clientId()).contains(FakeSpotify.CLIENT_ID);
        assertThat(settings.redirectUri()).isEqualTo("http://127.0.0.1:7999/callback");
        assertThat(settings.tokenFile()).isEqualTo(Path.of("/somewhere/tokens.json"));
        assertThat(settings.service()).isEqualTo(ServiceAddress.SPOTIFY);
    }

    @Test
    void the_sign_in_is_kept_in_the_folder_of_the_persons_settings() {
        assertThat(SpotifySettings.of(Map.of("XDG_CONFIG_HOME", "/c")).tokenFile())
                .isEqualTo(Path.of("/c/segue/spotify.json"));
    }

    @Test
    void a_wrong_client_id_is_not_shown_whole() {
        assertThatThrownBy(() -> SpotifySettings.of(Map.of("SEGUE_SPOTIFY_CLIENT_ID", "my secret client")))
                .hasMessageContaining("32 letters and digits")
                .hasMessageContaining("my s…")
                .hasMessageNotContaining("secret");
    }

    @Test
    void ports_are_checked() {
        assertThatThrownBy(() -> SpotifySettings.of(Map.of("SEGUE_SPOTIFY_PORT", "80")))
                .hasMessage("the port that Spotify sends the browser back to must be in [1024, 65535] but was 80");
        assertThatThrownBy(() -> SpotifySettings.of(Map.of("SEGUE_SPOTIFY_PORT", "http")))
                .hasMessageContaining("must be a number but was 'http'");
    }

    @Test
    void no_other_machine_can_be_put_in_spotifys_place() {
        for (String elsewhere :
                new String[] {"https://evil.example", "http://127.0.0.1.evil.example:80", "file:///x"}) {
            assertThatThrownBy(() -> SpotifySettings.of(Map.of("SEGUE_SPOTIFY_SERVICE", elsewhere)))
                    .hasMessageContaining("must be like http://127.0.0.1:8080");
        }
    }
}
