package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("segue.properties"), text);
    }

    @Test
    void the_environment_wins_over_the_file_and_each_says_where_it_stood() throws IOException {
        Settings settings = new Settings(Map.of("SEGUE_PORT", "7100"), file("port = 7200\nhost = 0.0.0.0\n"));
        assertThat(settings.get("port")).contains(new Settings.Setting("7100", "environment SEGUE_PORT"));
        assertThat(settings.get("host")).contains(new Settings.Setting("0.0.0.0", "segue.properties"));
        assertThat(settings.get("catalog")).isEmpty();
    }

    @Test
    void a_blank_variable_counts_as_unset() throws IOException {
        assertThat(new Settings(Map.of("SEGUE_PORT", " "), file("port=1"))
                        .get("port")
                        .orElseThrow()
                        .value())
                .isEqualTo("1");
    }

    @Test
    void a_password_in_a_setting_is_not_shown() throws IOException {
        Settings settings = new Settings(
                Map.of("SEGUE_DATABASE", "jdbc:postgresql://host/segue?user=anna&password=s3cret"), file(""));
        assertThat(settings.get("database").orElseThrow().masked().value())
                .isEqualTo("jdbc:postgresql://host/segue?user=anna&password=****");
    }

    @Test
    void a_password_of_a_queue_is_not_shown_whatever_is_in_it() throws IOException {
        Settings settings = new Settings(Map.of("SEGUE_QUEUE", "redis://:s3/cr@et@host:1/2"), file(""));
        assertThat(Settings.shown("queue", settings.get("queue").orElseThrow())
                        .masked()
                        .value())
                .isEqualTo("redis://:****@host:1/2");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> new Settings(Map.of(), folder))
                .hasRootCauseInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read as settings");
    }

    @Test
    void a_broken_escape_is_told_in_one_sentence() throws IOException {
        Path file = file("port = \\u12\n");
        assertThatThrownBy(() -> new Settings(Map.of(), file))
                .hasMessageContaining("expected lines such as port = 7071");
    }

    @Test
    void a_secret_is_shown_only_in_part_and_dashes_are_underscores_in_the_environment() throws IOException {
        Settings settings = new Settings(Map.of("SEGUE_SPOTIFY_CLIENT_ID", "0123456789abcdef"), file(""));
        Settings.Setting id = settings.get("spotify-client-id").orElseThrow();
        assertThat(Settings.shown("spotify-client-id", id).value()).isEqualTo("0123…");
        assertThat(Settings.shown("port", id)).isEqualTo(id);
    }
}
