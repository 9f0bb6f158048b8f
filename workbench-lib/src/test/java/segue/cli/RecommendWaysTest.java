package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.catalog.Track;

/** {@code ./segue recommend --by genres}, {@code --by tastes} and {@code --by playlists} on 600 of the sample's invented songs. */
class RecommendWaysTest {
    @TempDir
    static Path folder;

    private static Catalog catalog;
    private static Path songs;
    private static Path mine;
    private static Path lists;

    private Ended ended;

    @BeforeAll
    static void write() throws IOException {
        catalog = new Catalog("test", Catalog.sample().tracks().subList(0, 600));
        songs = folder.resolve("songs.csv");
        CatalogWriter.write(catalog, songs);
        List<String> ids = new ArrayList<>();
        for (int row = 3; row < 600; row += 30) {
            ids.add(catalog.track(row).id());
        }
        mine = Files.write(folder.resolve("mine.txt"), ids);
        List<String> lines = new ArrayList<>(List.of("playlist_id,track_id"));
        for (int list = 0; list < 12; list++) {
            for (int song = 0; song < 10; song++) {
                lines.add(
                        list + "," + catalog.track((17 * list + 7 * song) % 600).id());
            }
        }
        lists = Files.write(folder.resolve("lists.csv"), lines);
    }

    private int segue(Object... options) {
        List<Object> words = new ArrayList<>(List.of("recommend", "--catalog", songs));
        words.addAll(Arrays.asList(options));
        ended = Ended.of(words.toArray());
        return ended.exitCode();
    }

    private JsonNode json(Object... options) throws IOException {
        List<Object> words = new ArrayList<>(Arrays.asList(options));
        words.add("--json");
        assertThat(segue(words.toArray())).as(ended.err()).isZero();
        return new ObjectMapper().readTree(ended.out());
    }

    private static Track track(JsonNode song) {
        return catalog.track(catalog.rowOf(song.get("id").asText()).orElseThrow());
    }

    @Test
    void tastes_make_a_playlist_of_fifty_in_which_each_has_its_share() throws IOException {
        JsonNode answer = json("--by", "tastes", "--playlist", mine);

        assertThat(answer.get("by").asText()).isEqualTo("tastes");
        assertThat(answer.get("results")).hasSize(50);
        int places = 0;
        for (JsonNode taste : answer.get("tastes")) {
            assertThat(taste.get("name").asText()).isNotBlank();
            places += taste.get("quota").asInt();
        }
        assertThat(places).isEqualTo(50);
        for (JsonNode result : answer.get("results")) {
            double parts = 0;
            for (JsonNode reason : result.get("reasons")) {
                parts += reason.get("part").asDouble();
            }
            assertThat(parts).isCloseTo(result.get("distance").asDouble(), Offset.offset(1e-5));
            assertThat(Files.readString(mine)).contains(result.get("like").asText());
        }
        List<String> artists = answer.get("results").findValues("artists").stream()
                .map(JsonNode::toString)
                .toList();
        assertThat(artists)
                .allMatch(artist -> artists.stream().filter(artist::equals).count() <= 2);
    }

    @Test
    void tastes_are_told_by_name_with_the_songs_that_brought_each() {
        assertThat(segue("--by", "tastes", "--playlist", mine, "--n", 9))
                .as(ended.err())
                .isZero();
        assertThat(ended.out().lines()).hasSize(9).allMatch(line -> line.matches(" +\\d+ .* \\d\\.\\d\\d from .*"));
        assertThat(ended.err())
                .containsPattern("tastes? in 20 songs \\(")
                .containsPattern("\\(1\\) .* songs, \\d+ %\\), like .*: \\d+ place");
        assertThat(segue("--by", "tastes", "--playlist", mine, "--n", 9, "--explain"))
                .isZero();
        assertThat(ended.out()).contains(" sd)", "differs most in");
    }

    @Test
    void playlists_continue_a_list_page_by_page_by_shares_that_add_up() throws IOException {
        Object[] asked = {"--by", "playlists", "--learn-from", lists, "--playlist", mine};
        JsonNode ten = json(and(asked, "--n", 10));
        JsonNode second = json(and(asked, "--n", 5, "--page", 2));

        assertThat(ten.get("results")).hasSize(10);
        assertThat(second.get("results").findValuesAsText("id"))
                .isEqualTo(ten.get("results").findValuesAsText("id").subList(5, 10));
        assertThat(ten.get("more").asBoolean()).isTrue();
        assertThat(ten.at("/lost/0/by").asText()).contains("less than the last one shown, most by");
        for (JsonNode result : ten.get("results")) {
            double amounts = 0;
            for (JsonNode reason : result.get("reasons")) {
                amounts += reason.get("amount").asDouble();
            }
            assertThat(amounts).isCloseTo(result.get("score").asDouble(), Offset.offset(1e-4));
        }
        assertThat(segue(and(asked, "--n", 3, "--explain"))).isZero();
        assertThat(ended.out().lines()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(ended.err()).contains("as learned from 12 playlists", "nearly: ", "more of the same: --page 2");
    }

    private static Object[] and(Object[] asked, Object... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(asked));
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }

    @Test
    void genres_are_learned_once_and_find_songs_of_the_same_kind() throws IOException {
        Path model = folder.resolve("genres.model");
        String id = catalog.track(5).id();
        JsonNode first = json("--by", "genres", "--id", id, "--n", 10, "--save-model", model);
        assertThat(ended.err()).contains("next time: --model " + model);
        JsonNode again = json("--by", "genres", "--id", id, "--n", 10, "--model", model);

        assertThat(again.get("results")).isEqualTo(first.get("results"));
        List<String> genres = catalog.track(5).genres();
        assertThat(first.get("genres")).extracting(JsonNode::asText).contains(genres.getFirst());
        assertThat(first.get("results"))
                .filteredOn(result -> track(result).genres().stream().anyMatch(genres::contains))
                .hasSizeGreaterThan(7);
        assertThat(segue("--by", "genres", "--id", id, "--model", model, "--vary", 0.5, "--explain"))
                .isZero();
        assertThat(ended.out()).containsPattern("differs most in .* \\(\\.\\d\\d and \\.\\d\\d\\)");
        assertThat(ended.err()).contains("variety 0.5", "as learned from " + model, "nearly: ");
        assertThat(segue("--by", "playlists", "--model", model, "--song", "x")).isEqualTo(2);
        assertThat(ended.err().strip())
                .isEqualTo("segue: " + model + " has learned genres, not playlists: it is for --by genres");
    }

    @Test
    void genres_are_not_learned_where_no_song_has_a_label() throws IOException {
        Path bare = folder.resolve("bare.csv");
        Files.writeString(bare, Files.readString(songs).replaceFirst(",genres", ",notes"));
        String id = catalog.track(5).id();
        ended = Ended.of("recommend", "--catalog", bare, "--by", "genres", "--id", id);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("segue: genres are learned from at least two labels")
                .contains("no song of ", "has a label: name a song table with genres");
    }

    @Test
    void what_was_learned_is_kept_and_answers_the_same() throws IOException {
        Path model = folder.resolve("lists.model");
        JsonNode first = json("--by", "playlists", "--learn-from", lists, "--playlist", mine, "--save-model", model);
        assertThat(ended.err()).contains("next time: --model " + model);
        JsonNode again = json("--by", "playlists", "--model", model, "--playlist", mine);

        assertThat(again.get("results")).isEqualTo(first.get("results"));
        Ended other = Ended.of("recommend", "--by", "playlists", "--model", model, "--catalog", lists, "--song", "x");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(segue("--by", "playlists", "--model", mine, "--playlist", mine))
                .isEqualTo(1);
        assertThat(ended.err()).contains(mine.toString());
        assertThat(segue("--by", "genres", "--model", model, "--song", "x")).isEqualTo(2);
        assertThat(ended.err().strip())
                .isEqualTo("segue: " + model + " has learned playlists, not genres: it is for --by playlists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sound", "genres", "tastes", "playlists"})
    void rules_hold_in_every_way(String way) throws IOException {
        List<Object> asked = new ArrayList<>(List.of(
                "--by",
                way,
                "--playlist",
                mine,
                "--n",
                15,
                "--years",
                "1980-2015",
                "--artist-cap",
                1,
                "--explicit",
                "no"));
        if (way.equals("playlists")) {
            asked.addAll(List.of("--learn-from", lists));
        }
        JsonNode answer = json(asked.toArray());

        assertThat(answer.get("results")).hasSize(15);
        for (JsonNode result : answer.get("results")) {
            assertThat(track(result).year().orElseThrow()).isBetween(1980, 2015);
            assertThat(track(result).explicit()).contains(false);
        }
        assertThat(answer.get("results").findValues("artists")).doesNotHaveDuplicates();
        assertThat(answer.get("leftOut").findValuesAsText("rule")).contains("years", "explicit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tastes|--page|2|the playlist is one whole, so ask for more songs with --n",
                "tastes|--metric|cosine|tastes are told by euclidean distance, exactly",
                "tastes|--backend|tree|tastes are told by euclidean distance, exactly",
                "tastes|--max-distance|2|a taste takes what is common about its songs, however far",
                "tastes|--vary|0.3|every taste has its share, which is the variety there is",
                "tastes|--novelty|0.3|songs that are common everywhere count for less already",
                "tastes|--learn-from|x|nothing is learned from playlists; it is for --by playlists",
                "playlists|--metric|cosine|songs are weighed by what playlists teach, and no distance is measured",
                "playlists|--vary|0.3|songs are weighed by what playlists teach, and no distance is measured",
                "playlists|--novelty|0.3|how popular songs of the list are counts already",
                "sound|--save-model|x|nothing is learned; it is for --by genres and --by playlists",
                "sound|--learn-from|x|nothing is learned from playlists; it is for --by playlists",
                "genres|--learn-from|x|they are learned from the labels of the catalogue's own songs",
            })
    void what_a_way_cannot_do_is_refused_with_the_reason(String way, String option, String value, String reason) {
        assertThat(segue("--song", "x", "--by", way, option, value)).isEqualTo(2);
        assertThat(ended.err().strip()).isEqualTo("segue: %s is not for --by %s: %s".formatted(option, way, reason));
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void bad_wishes_are_told_what_is_possible() {
        assertThat(segue("--song", "x", "--by", "tastes", "--n", 501)).isEqualTo(2);
        assertThat(ended.err()).contains("n must be in [1, 500] but was 501");
        assertThat(segue("--song", "x", "--by", "playlists", "--n", 101, "--learn-from", lists))
                .isEqualTo(2);
        assertThat(ended.err()).contains("n must be in [1, 100] but was 101");
        assertThat(segue("--song", "x", "--by", "playlists", "--model", "a", "--learn-from", lists))
                .isEqualTo(2);
        assertThat(ended.err()).contains("leave out --learn-from, or --model to learn again");
        assertThat(segue("--song", "x", "--by", "playlists", "--model", "a", "--save-model", folder.resolve("b")))
                .isEqualTo(2);
        assertThat(ended.err()).contains("leave out --save-model");
        assertThat(segue("--song", "x", "--by", "playlists", "--learn-from", lists, "--save-model", lists))
                .isEqualTo(2);
        assertThat(ended.err()).contains("is read, and writing would replace it");
        assertThat(segue("--song", "x", "--by", "playlists", "--learn-from", folder.resolve("none")))
                .isEqualTo(1);
        assertThat(ended.err().strip()).isEqualTo("segue: " + folder.resolve("none") + ": no such file");
        assertThat(segue("--song", "x", "--by", "tastes", "--dissimilar")).isEqualTo(2);
        assertThat(ended.err()).contains("--dissimilar is not for --by tastes");
    }
}
