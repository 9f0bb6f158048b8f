package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.spotify.access.FakeSpotify;
import segue.spotify.access.SpotifySettings;
import segue.spotify.sample.SampleAccount.Answer;

/** {@code ./segue spotify}, and the links that other commands take. */
class SpotifyCommandTest {
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

    private Ended segue(Object... words) {
        return ScopedValue.where(SpotifyAccess.PLACE, settings).call(() -> Ended.of(words));
    }

    private void signIn() {
        spotify.signIn(settings, Instant.now());
    }

    private String link(int playlist) {
        return "https://open.spotify.com/playlist/" + spotify.playlistId(playlist);
    }

    /** In a process of its own, to see which classes it loads. */
    private void other(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xlog:class+load:file=" + folder.resolve("classes"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        words[0],
                        words[1])
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.start().waitFor();
    }

    @Test
    void without_credentials_two_sentences_say_how_to_get_them() {
        for (Object[] words : List.of(new Object[] {"spotify", "saved"}, new Object[] {"spotify", "mix"}, new Object[] {
            "recommend", "--playlist", link(0)
        })) {
            Ended ended = segue(words);
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err())
                    .startsWith("segue: Make an app of your own at https://developer.spotify.com/dashboard")
                    .contains("http://127.0.0.1:" + settings.port() + "/callback")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void other_commands_load_nothing_of_it() throws Exception {
        other("data", "list");
        assertThat(Files.readString(folder.resolve("classes")))
                .contains("segue.cli.Main")
                .doesNotContain("se.michaelthelin")
                .doesNotContain("org.apache.hc");
    }

    @Test
    void signed_in_it_reads_songs_and_makes_a_playlist_of_a_file() throws Exception {
        signIn();
        Ended saved = segue("spotify", "saved", "--json");
        assertThat(saved.err())
                .contains("Liked songs: of 5 songs 0 are in the catalogue")
                .contains("5 are not: The Paper Lanterns – Harbour Lights");
        assertThat(saved.out()).contains("\"read\" : 5");

        Path list = Files.writeString(folder.resolve("mine.txt"), spotify.songId(0) + "\n" + spotify.songId(4) + "\n");
        Ended create = segue("spotify", "create", list, "--name", "For the road");
        assertThat(create.err()).contains("For the road (2), embed it by https://open.spotify.com/embed/playlist/made");
        assertThat(create.out()).startsWith("https://open.spotify.com/playlist/made");
        assertThat(spotify.made().values()).hasSize(1).allMatch(songs -> songs.size() == 2);
    }

    @Test
    void what_was_withdrawn_is_listed() {
        Ended ended = segue("spotify", "limits");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("audio features and audio analysis").contains("not since 2024-11-27");
    }

    @Test
    void nonsense_is_told_in_one_line() {
        assertThat(segue("spotify").exitCode()).isEqualTo(2);
        assertThat(segue("spotify", "frobnicate").err()).startsWith("segue: there is no command 'frobnicate'");
        assertThat(segue("spotify", "top", "--over", "decades").err())
                .contains("the time must be weeks, months or years but was 'decades'");
        assertThat(segue("spotify", "mix", "frob").err())
                .contains("must be saved, top, or the link to a playlist of yours but were 'frob'");
        assertThat(segue("spotify", "mix", "--n", "0").err()).contains("n must be in [1, 500] but was 0");
        assertThat(segue("spotify", "mix", "--name", "").err()).contains("must have 1 to 100 characters but had 0");
    }

    @Test
    void links_to_anything_but_a_playlist_of_spotifys_are_wrong_use() {
        Map<String, String> links = Map.of(
                "https://open.spotify.com/album/37i9dQZF1DXcBWIGoYBM5M", "is a link to an album, not to a playlist",
                "spotify:track:37i9dQZF1DXcBWIGoYBM5M", "is a link to a track, not to a playlist",
                "https://open.spotify.com/playlist/short", "must be 22 letters and digits but was 'short'",
                "https://spotify.link/abc", "is a short link: open it in a browser",
                "https://music.apple.com/de/playlist/x/pl.1", "the only service whose playlists are read",
                "spotify:nothing", "not to a playlist at Spotify",
                " ", "--playlist needs a file or a link");
        links.forEach((link, sentence) -> {
            Ended ended = segue("recommend", "--playlist", link);
            assertThat(ended.exitCode()).as(link).isEqualTo(2);
            assertThat(ended.err()).as(link).contains(sentence).doesNotContain("\tat ");
        });
        assertThat(segue("spotify", "playlist", links.keySet().iterator().next())
                        .exitCode())
                .isEqualTo(2);
        assertThat(spotify.requests()).isEmpty();
    }

    @Test
    void somebody_elses_playlist_and_an_empty_catalogue_of_it_fail_with_a_reason() {
        signIn();
        Ended theirs = segue("recommend", "--playlist", link(1));
        assertThat(theirs.exitCode()).isEqualTo(1);
        assertThat(theirs.err()).contains("playlists that you own or work on");
        Ended unknown =
                segue("recommend", "--playlist", link(0), "--catalog", Path.of("..", "data", "sample", "songs.csv.gz"));
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("none of the 3 songs of " + link(0) + " is in 5,000 songs, songs.csv.gz");
        spotify.next("/v1/playlists/" + spotify.playlistId(0) + "/items", Answer.of(200, "{\"items\": []}"));
        assertThat(segue("recommend", "--playlist", link(0)).err()).contains("has no songs");
    }

    @Test
    void a_mix_of_songs_that_the_catalogue_has_not_makes_nothing_and_writes_the_report() throws Exception {
        signIn();
        Path report = folder.resolve("report.json");
        Ended ended = segue("spotify", "mix", "--report", report);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("nothing was made: of 5 songs in 'Liked songs' 0 are in");
        JsonNode written = new ObjectMapper().readTree(report.toFile());
        assertThat(written.get("missing").asInt()).isEqualTo(5);
        assertThat(written.at("/missingSongs/0/song").asText()).isEqualTo("The Paper Lanterns – Harbour Lights");
        assertThat(spotify.made()).isEmpty();
    }
}
