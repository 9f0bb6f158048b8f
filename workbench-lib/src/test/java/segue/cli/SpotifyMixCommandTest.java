package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.playlists.PlaylistFile;
import segue.spotify.access.SignIn;
import segue.spotify.sample.SampleAccount;

/** {@code ./segue spotify mix} on the invented account, and a link to one of its playlists elsewhere. */
class SpotifyMixCommandTest {
    private static final String SUNDAY = "https://open.spotify.com/playlist/dSaUlSKQbWBUGycMNfVF8Y?si=abc";

    @TempDir
    Path folder;

    private static final Path SAMPLE = Path.of("..", "data", "sample", "songs.csv.gz");

    private static SampleAccount account;

    @BeforeAll
    static void signIn() {
        account = SampleAccount.start();
        SignIn.to(account.settings(), account::agree);
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    private static Ended segue(Object... words) {
        // The invented account has songs of the sample, wherever real songs may be.
        Object[] all =
                Stream.concat(Stream.of(words), Stream.of("--catalog", SAMPLE)).toArray();
        return ScopedValue.where(SpotifyAccess.PLACE, account.settings()).call(() -> Ended.of(all));
    }

    @Test
    void a_playlist_is_made_shown_and_not_made_twice_by_mistake() throws Exception {
        int before = account.made().size();
        Path file = folder.resolve("mix.m3u8");
        Ended ended = segue("spotify", "mix", "--name", "Twice", "--export", file);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("Liked songs: of 113 songs 105 are in the catalogue (91 by id, 11 by ISRC, 3 by name)")
                .contains("8 are not: ")
                .contains("made Twice (50) in your account");
        assertThat(ended.out())
                .contains("https://open.spotify.com/playlist/"
                        + account.made().getLast().id())
                .contains("<iframe src=\"https://open.spotify.com/embed/playlist/");
        assertThat(account.made().getLast().songs()).hasSize(50);
        assertThat(PlaylistFile.read(file).in(Catalog.sample()).rows()).hasSize(50);

        Ended twice = segue("spotify", "mix", "--name", "Twice");
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.err()).contains("has a playlist 'Twice' already", "--again");
        assertThat(account.made()).hasSize(before + 1);
        assertThat(segue("spotify", "mix", "--name", "Twice", "--n", "5", "--again")
                        .exitCode())
                .isZero();
        assertThat(account.made()).hasSize(before + 2);
    }

    @Test
    void json_has_the_report_the_tastes_the_songs_and_what_was_made() throws Exception {
        Ended ended = segue("spotify", "mix", SUNDAY, "--n", "6", "--json");
        JsonNode json = new ObjectMapper().readTree(ended.out());
        assertThat(json.at("/report/byId").asInt()
                        + json.at("/report/byIsrc").asInt()
                        + json.at("/report/byName").asInt()
                        + json.at("/report/missing").asInt())
                .isEqualTo(json.at("/report/read").asInt())
                .isEqualTo(20);
        assertThat(json.get("tastes")).isNotEmpty();
        assertThat(json.get("results")).hasSize(6);
        assertThat(json.at("/results/0/why").asText()).isNotEmpty();
        assertThat(json.get("spotifyIds")).hasSize(6);
        assertThat(json.at("/playlist/name").asText()).isEqualTo("Segue: Sunday, slowly");
        assertThat(json.at("/playlist/html").asText()).startsWith("<iframe");
    }

    @Test
    void a_dry_run_changes_nothing() {
        int before = account.made().size();
        Ended ended = segue("spotify", "mix", "top", "--n", "5", "--dry-run");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).contains("'Segue: Most played songs' was not made: --dry-run");
        assertThat(account.made()).hasSize(before);
    }

    @Test
    void a_link_stands_for_a_playlist_file_whatever_the_way() throws Exception {
        Path file = folder.resolve("sunday.csv");
        assertThat(segue("spotify", "playlist", SUNDAY, "--out", file).exitCode())
                .isZero();
        for (String way : new String[] {"sound", "tastes"}) {
            Ended byLink = segue("recommend", "--playlist", SUNDAY, "--by", way, "--n", "4");
            Ended byFile = segue("recommend", "--playlist", file, "--by", way, "--n", "4");
            assertThat(byLink.exitCode()).as(byLink.err()).isZero();
            assertThat(byLink.out()).isEqualTo(byFile.out()).isNotEmpty();
        }
        Path export = folder.resolve("out.m3u8");
        assertThat(segue("recommend", "--playlist", SUNDAY, "--export", export).exitCode())
                .isZero();
        assertThat(Files.size(export)).isPositive();
    }
}
