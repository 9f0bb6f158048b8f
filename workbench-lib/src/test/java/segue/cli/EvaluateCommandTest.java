package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;

class EvaluateCommandTest {
    @TempDir
    Path folder;

    private Path songs;
    private Path lists;
    private String stdout;
    private String stderr;

    @BeforeEach
    void twelveListsOfTenSongs() throws IOException {
        Catalog some = new Catalog("some", Catalog.sample().tracks().subList(0, 300));
        songs = folder.resolve("songs.csv");
        CatalogWriter.write(some, songs);
        List<String> lines = new ArrayList<>(List.of("playlist_id,track_id"));
        for (int list = 0; list < 12; list++) {
            for (int song = 0; song < 10; song++) {
                lines.add(list + "," + some.track((17 * list + 7 * song) % 300).id());
            }
        }
        lists = Files.write(folder.resolve("lists.csv"), lines);
    }

    private int evaluate(Object... options) {
        List<String> args = new ArrayList<>(List.of("evaluate"));
        for (Object option : options) {
            args.add(option.toString());
        }
        Ended ended = Ended.of(args.toArray());
        stdout = ended.out();
        stderr = ended.err();
        return ended.exitCode();
    }

    @Test
    void the_table_has_every_variant_with_intervals() {
        assertThat(evaluate("--catalog", songs, "--playlists", lists, "--k", "5"))
                .isZero();
        assertThat(stdout)
                .contains("Continue playlists", "12 of 300 songs", "recall@500", "genre@5*", "anti-hubs@5")
                .containsPattern("co-occurrence +\\d?\\.\\d+ \\(\\d?\\.\\d+–\\d?\\.\\d+\\)")
                .contains("co-occurrence: songs that share most playlists");
        assertThat(stderr).contains("120 entries read, 120 kept in 12 playlists");
    }

    @Test
    void json_has_one_entry_a_metric() throws IOException {
        assertThat(evaluate("--catalog", songs, "--playlists", lists, "--json", "--variants", "random,co-occurrence"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(stdout);
        assertThat(json.get("command").asText()).isEqualTo("evaluate");
        assertThat(json.get("rows").asInt()).isEqualTo(300);
        assertThat(json.get("playlists").asInt()).isEqualTo(12);
        assertThat(json.get("variants")).hasSize(2);
        JsonNode first = json.get("metrics").get(0);
        assertThat(first.get("task").asText()).isEqualTo("continuation");
        assertThat(first.get("variant").asText()).isEqualTo("random");
        assertThat(first.get("metric").asText()).isEqualTo("recall@500");
        assertThat(first.get("low").asDouble())
                .isLessThanOrEqualTo(first.get("value").asDouble());
        assertThat(first.get("questions").asInt()).isEqualTo(12);
    }

    @Test
    void a_playlist_table_with_features_is_its_own_catalogue() throws IOException {
        List<String> rows = new ArrayList<>();
        List<String> table = Files.readAllLines(songs);
        rows.add(table.getFirst() + ",playlist_id");
        for (int i = 1; i < table.size(); i++) {
            rows.add(table.get(i) + "," + i % 9);
        }
        Path both = Files.write(folder.resolve("both.csv"), rows);
        assertThat(evaluate("--playlists", both, "--variants", "random")).isZero();
        assertThat(stdout).contains("9 of 300 songs");
    }

    @Test
    void slices_of_the_million_playlist_dataset_give_the_table_that_the_same_lists_give_as_csv() throws IOException {
        Path slices = Files.createDirectory(folder.resolve("data"));
        List<String> table = Files.readAllLines(lists);
        for (int slice = 0; slice < 2; slice++) {
            List<String> written = new ArrayList<>();
            for (int list = 6 * slice; list < 6 * slice + 6; list++) {
                String of = list + ",";
                String tracks = table.stream()
                        .filter(line -> line.startsWith(of))
                        .map(line -> "{\"track_uri\": \"spotify:track:%s\"}".formatted(line.substring(of.length())))
                        .collect(Collectors.joining(","));
                written.add("{\"name\": \"list\", \"pid\": %d, \"tracks\": [%s]}".formatted(list, tracks));
            }
            Files.writeString(
                    slices.resolve("mpd.slice.%d-%d.json".formatted(1000 * slice, 1000 * slice + 999)),
                    "{\"info\": {}, \"playlists\": [" + String.join(",\n", written) + "]}");
        }
        assertThat(evaluate("--catalog", songs, "--playlists", lists, "--variants", "co-occurrence,playlist-full"))
                .isZero();
        String fromTable = stdout;
        assertThat(evaluate("--catalog", songs, "--playlists", slices, "--variants", "co-occurrence,playlist-full"))
                .isZero();
        assertThat(stderr).contains("120 entries read, 120 kept in 12 playlists");
        assertThat(stdout).isEqualTo(fromTable).contains("12 of 300 songs", "R-precision");
    }

    @Test
    void wrong_use_is_told_in_a_sentence() throws IOException {
        assertThat(evaluate("--catalog", songs, "--playlists", lists, "--k", "0"))
                .isEqualTo(2);
        assertThat(stderr).contains("k must be in [1, 100] but was 0");
        assertThat(evaluate("--variants", "magic")).isEqualTo(2);
        assertThat(stderr).contains("a variant must be one of random").doesNotContain("at segue");
        assertThat(evaluate("--playlists", folder.resolve("none.csv"))).isEqualTo(1);
        assertThat(stderr).contains("there is no such file");
        Path strange = Files.writeString(folder.resolve("strange.csv"), "playlist_id,track_id\n1,nothing\n");
        assertThat(evaluate("--catalog", songs, "--playlists", strange)).isEqualTo(1);
        assertThat(stderr).contains("none of its songs is in", "--catalog");
    }
}
