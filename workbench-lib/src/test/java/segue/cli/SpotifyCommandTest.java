package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.spotify.access.FakeSpotify;
import segue.spotify.access.SpotifySettings;

/** {@code ./segue spotify} without a sign-in, which is how most people have it. */
class SpotifyCommandTest {
    @TempDir
    Path folder;

    /** In a process of its own, whose environment names no person's sign-in. */
    private Ended segue(Map<String, String> environment, List<String> jvm, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SEGUE_SPOTIFY"));
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Ended(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private Ended segue(String... words) throws IOException, InterruptedException {
        return segue(Map.of(), List.of(), words);
    }

    @Test
    void without_credentials_two_sentences_say_how_to_get_them() throws Exception {
        Ended ended = segue("spotify", "saved");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("segue: Make an app of your own at https://developer.spotify.com/dashboard")
                .contains("http://127.0.0.1:7073/callback")
                .doesNotContain("\tat ");
    }

    @Test
    void other_commands_load_nothing_of_it() throws Exception {
        Path loaded = folder.resolve("classes");
        segue(Map.of(), List.of("-Xlog:class+load:file=" + loaded), "data", "list");
        assertThat(Files.readString(loaded))
                .contains("segue.cli.Main")
                .doesNotContain("se.michaelthelin")
                .doesNotContain("org.apache.hc");
    }

    @Test
    void signed_in_it_reads_songs_and_makes_a_playlist_of_a_file() throws Exception {
        try (FakeSpotify spotify = new FakeSpotify()) {
            spotify.signIn(SpotifySettings.defaults().withTokenFile(folder.resolve("tokens.json")), Instant.now());
            Map<String, String> environment = Map.of(
                    "SEGUE_SPOTIFY_SERVICE", spotify.address().api().toString(),
                    "SEGUE_SPOTIFY_TOKENS", folder.resolve("tokens.json").toString());
            Ended saved = segue(environment, List.of(), "spotify", "saved", "--json");
            assertThat(saved.err())
                    .contains("Liked songs: 5 entries read, 0 kept")
                    .contains("not in the catalogue: The Paper Lanterns – Harbour Lights");
            assertThat(saved.out()).contains("\"read\" : 5");

            Path list =
                    Files.writeString(folder.resolve("mine.txt"), spotify.songId(0) + "\n" + spotify.songId(4) + "\n");
            Ended create =
                    segue(environment, List.of(), "spotify", "create", list.toString(), "--name", "For the road");
            assertThat(create.err())
                    .contains("For the road (2), embed it by https://open.spotify.com/embed/playlist/made");
            assertThat(create.out()).startsWith("https://open.spotify.com/playlist/made");
            assertThat(spotify.made().values()).hasSize(1).allMatch(songs -> songs.size() == 2);
        }
    }

    @Test
    void what_was_withdrawn_is_listed() {
        Ended ended = Ended.of("spotify", "limits");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("audio features and audio analysis").contains("not since 2024-11-27");
    }

    @Test
    void nonsense_is_told_in_one_line() {
        assertThat(Ended.of("spotify").exitCode()).isEqualTo(2);
        assertThat(Ended.of("spotify", "frobnicate").err()).startsWith("segue: there is no command 'frobnicate'");
        Ended link = Ended.of("spotify", "playlist", "https://open.spotify.com/album/37i9dQZF1DXcBWIGoYBM5M");
        assertThat(link.exitCode()).isEqualTo(2);
        assertThat(link.err()).contains("is a link to an album, not to a playlist");
        assertThat(Ended.of("spotify", "top", "--over", "decades").err())
                .contains("the time must be weeks, months or years but was 'decades'");
    }
}
