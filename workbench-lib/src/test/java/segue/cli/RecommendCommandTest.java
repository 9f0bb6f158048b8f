package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.catalog.Track;

/** {@code ./segue recommend} on 400 of the sample's invented songs. */
class RecommendCommandTest {
    private static Catalog catalog;
    private static Path songs;

    private String out;
    private String err;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        catalog = new Catalog("test", Catalog.sample().tracks().subList(0, 400));
        songs = folder.resolve("songs.csv");
        CatalogWriter.write(catalog, songs);
    }

    private int segue(Object... args) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        String[] words = new String[args.length + 3];
        words[0] = "recommend";
        words[1] = "--catalog";
        words[2] = songs.toString();
        for (int i = 0; i < args.length; i++) {
            words[i + 3] = args[i].toString();
        }
        try {
            return Main.execute(words);
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
            out = printed.toString(StandardCharsets.UTF_8);
            err = told.toString(StandardCharsets.UTF_8);
        }
    }

    private JsonNode json(Object... args) throws IOException {
        Object[] all = java.util.Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        assertThat(segue(all)).as(err).isZero();
        return new ObjectMapper().readTree(out);
    }

    @Test
    void a_mistyped_title_is_taken_and_that_is_said() {
        Track song = catalog.track(3);
        assertThat(song.name()).isEqualTo("Don't Rewind My Sparrow");
        String wrong = "rewnd my sparow";
        assertThat(segue("--song", wrong)).as(err).isZero();
        assertThat(err).contains("took '" + wrong + "' as " + song, "most like " + song, "more of the same: --page 2");
        assertThat(out.lines()).hasSize(5).allMatch(line -> line.contains("differs most in"));
    }

    @Test
    void a_word_of_many_songs_names_others_with_their_ids() {
        assertThat(segue("--song", "the")).as(err).isZero();
        assertThat(err).containsPattern("took 'the' as .*; it may also be .*\\(--id ");
    }

    @Test
    void one_json_object_has_the_results_and_what_was_left_out() throws IOException {
        JsonNode answer = json("--id", catalog.track(7).id(), "--n", 3, "--artist-cap", 1, "--popularity", "20-80");
        assertThat(answer.get("results")).hasSize(3);
        for (JsonNode result : answer.get("results")) {
            double parts = 0;
            for (JsonNode reason : result.get("reasons")) {
                parts += reason.get("part").asDouble();
            }
            assertThat(parts).isCloseTo(result.get("score").asDouble(), org.assertj.core.data.Offset.offset(1e-6));
            assertThat(result.get("artists")).isNotEmpty();
        }
        assertThat(answer.at("/leftOut/0/rule").asText()).isEqualTo("popularity");
        assertThat(answer.at("/leftOut/0/count").asInt()
                        + answer.get("considered").asInt())
                .isEqualTo(400);
        assertThat(answer.get("lost")).isNotEmpty();
        assertThat(answer.get("more").asBoolean()).isTrue();
    }

    @Test
    void the_second_page_goes_on_where_the_first_ends() throws IOException {
        String id = catalog.track(7).id();
        List<String> ten = json("--id", id, "--n", 10).get("results").findValuesAsText("id");
        List<String> second =
                json("--id", id, "--n", 5, "--page", 2).get("results").findValuesAsText("id");
        assertThat(second).isEqualTo(ten.subList(5, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.csv", "list.jspf"})
    void a_playlist_without_songs_is_told_before_the_catalogue_is_read(String name, @TempDir Path folder)
            throws IOException {
        Path list = Files.writeString(
                folder.resolve(name),
                name.endsWith("csv") ? "Track URI,Track Name\n" : "{\"playlist\": {\"title\": \"x\", \"track\": []}}");
        Ended ended = Ended.of("recommend", "--catalog", folder.resolve("absent.csv"), "--playlist", list);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains(name).doesNotContain("absent.csv");
    }

    @Test
    void of_many_unreadable_lines_only_the_first_are_told(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.m3u"),
                "\0x\n".repeat(40) + catalog.track(3).id() + "\n");
        segue("--playlist", list);
        assertThat(err.lines().filter(line -> line.contains("was passed"))).hasSize(10);
        assertThat(err).contains("30 more notes like these");
    }

    @Test
    void where_no_song_is_near_enough_that_is_said() {
        assertThat(segue("--id", catalog.track(3).id(), "--max-distance", "0.000001"))
                .as(err)
                .isZero();
        assertThat(out).isEmpty();
        assertThat(err).contains("no song is as near as 1.0E-6");
        assertThat(segue("--id", catalog.track(3).id(), "--page", "200"))
                .as(err)
                .isZero();
        assertThat(err).contains("there are no more songs: page 200 is past the last");
    }

    @Test
    void a_playlist_is_matched_and_what_is_missing_is_told(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(
                folder.resolve("mine.txt"),
                catalog.track(1).id() + "\n" + catalog.track(2).id() + "\nnowhere\n");
        JsonNode answer = json("--playlist", list, "--n", 4);
        assertThat(answer.get("songs")).hasSize(2);
        assertThat(answer.get("unmatched").get(0).asText()).isEqualTo("nowhere");
        assertThat(answer.get("results").findValuesAsText("like"))
                .containsOnly(catalog.track(1).id(), catalog.track(2).id());
        assertThat(err).contains("1 of the 3 songs of " + list + " are not in the catalogue: nowhere");

        Path strange = Files.writeString(folder.resolve("strange.txt"), "nowhere\n");
        assertThat(segue("--playlist", strange)).isEqualTo(1);
        assertThat(err).contains("none of the 1 songs of " + strange);
    }

    @Test
    void every_rule_is_an_option() throws IOException {
        JsonNode answer = json(
                "--id",
                catalog.track(7).id(),
                "--other-artists",
                "--years",
                "1990-",
                "--length",
                "1:30-6:00",
                "--explicit",
                "no",
                "--not-genre",
                "christmas",
                "--new-artists",
                "--keep-unknown",
                "--max-distance",
                "4",
                "--dissimilar");
        for (JsonNode result : answer.get("results")) {
            assertThat(result.get("score").asDouble()).isLessThanOrEqualTo(4);
            Track track = catalog.track(catalog.rowOf(result.get("id").asText()).orElseThrow());
            assertThat(track.year().orElse(1990)).isGreaterThanOrEqualTo(1990);
            assertThat(track.explicit().orElse(false)).isFalse();
        }
        assertThat(answer.get("results")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--n|-3|n must be in [1, 100] but was -3",
                "--page|0|page must be in [1, 2,000] with n of 5 but was 0",
                "--max-distance|NaN|the largest distance must be finite and at least 0 but was NaN",
                "--years|ninety|--years must be like 1990-1999 but was ninety",
                "--years|1999-1990|--years: a range must not end before it begins but was 1999-1990",
                "--length|1:99|--length must be like 2:00-6:00 but was 1:99",
                "--explicit|maybe|--explicit must be yes or no but was maybe",
                "--artist-cap|0|--artist-cap must be at least 1 but was 0",
                "--vary|1.5|--vary must be in [0, 1] but was 1.5",
                "--vary|NaN|--vary must be in [0, 1] but was NaN",
                "--novelty|-0.1|--novelty must be in [0, 1] but was -0.1",
                "--by|mood|--by must be sound, genres, tastes or playlists but was mood",
                "--model|x|--model is not for --by sound: nothing is learned; it is for --by genres and --by playlists",
                "--song|' '|--song needs words of an artist or a title, but got none",
            })
    void wrong_use_is_exit_code_2_and_one_sentence(String option, String value, String sentence) {
        assertThat(segue("--song", "x", option, value)).isEqualTo(2);
        assertThat(err.strip()).isEqualTo("segue: " + sentence);
        assertThat(out).isEmpty();
    }

    @Test
    void the_dial_at_0_changes_nothing_and_above_it_something() throws IOException {
        String id = catalog.track(7).id();
        List<String> plain = json("--id", id, "--n", 10).get("results").findValuesAsText("id");
        JsonNode zero = json("--id", id, "--n", 10, "--vary", 0, "--novelty", 0);
        JsonNode varied = json("--id", id, "--n", 10, "--vary", 0.6, "--novelty", 0.2, "--artist-cap", 1);

        assertThat(zero.get("results").findValuesAsText("id")).isEqualTo(plain);
        assertThat(varied.get("results").findValuesAsText("id")).hasSize(10).isNotEqualTo(plain);
        assertThat(varied.get("results").findValues("artists").stream().map(JsonNode::toString))
                .doesNotHaveDuplicates();
        assertThat(varied.at("/lost/0/rule").asText()).isEqualTo("variety");
        assertThat(segue("--id", id, "--vary", 0.6, "--explain")).isZero();
        assertThat(err).contains("variety 0.6", "nearly: ", "which is shown", "more of the same: --page 2");
    }

    @Test
    void the_least_similar_songs_cannot_be_varied() {
        assertThat(segue("--song", "x", "--dissimilar", "--vary", 0.5)).isEqualTo(2);
        assertThat(err.strip())
                .isEqualTo("segue: --vary chooses among the most similar songs: leave it out, or --dissimilar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m3u8", "m3u", "xspf", "jspf", "csv"})
    void the_songs_are_written_as_a_playlist_that_is_read_again(String ending, @TempDir Path folder)
            throws IOException {
        Path list = folder.resolve("mine." + ending);
        List<String> ids = json("--id", catalog.track(7).id(), "--n", 8, "--export", list)
                .get("results")
                .findValuesAsText("id");
        assertThat(err).contains("wrote 8 songs to " + list);
        assertThat(json("--playlist", list).get("songs").findValuesAsText("id")).isEqualTo(ids);
    }

    @Test
    void where_no_playlist_can_be_written_nothing_is_begun(@TempDir Path folder) throws IOException {
        assertThat(segue("--song", "x", "--export", folder.resolve("mine.txt"))).isEqualTo(2);
        assertThat(err).contains("a playlist is written as M3U (.m3u8 or .m3u), XSPF (.xspf)");
        assertThat(segue("--song", "x", "--export", folder.resolve("not/there.csv")))
                .isEqualTo(1);
        assertThat(err).contains("no such folder");
        assertThat(segue("--song", "x", "--export", songs)).isEqualTo(2);
        assertThat(err).contains("is read, and writing would replace it");
        assertThat(segue("--id", catalog.track(7).id(), "--years", "1700", "--export", folder.resolve("none.m3u8")))
                .isEqualTo(1);
        assertThat(err).contains("none.m3u8 was not written: there is no song to put into it");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothing_to_start_from_is_wrong_use() {
        assertThat(segue()).isEqualTo(2);
        assertThat(err).contains("--song TEXT, --id ID, --playlist FILE|LINK");
    }

    @Test
    void hostile_text_is_refused_on_one_line() {
        for (String text : List.of("q".repeat(10_000), "\u001b[31mxqzzkw\u0007", "!!!")) {
            assertThat(segue("--song", text)).isEqualTo(1);
            assertThat(err.strip()).startsWith("segue: no song was found for '").hasSizeLessThan(400);
            assertThat(err.strip().chars()).noneMatch(Character::isISOControl);
        }
    }

    @Test
    void less_like_a_song_leaves_it_out_and_what_is_nearer_to_it() throws IOException {
        String id = catalog.track(0).id();
        assertThat(segue("--id", id, "--json")).isZero();
        JsonNode first = new ObjectMapper().readTree(out).at("/results/0");

        assertThat(segue("--id", id, "--less-like", first.get("id").asText(), "--json"))
                .isZero();
        JsonNode answer = new ObjectMapper().readTree(out);
        assertThat(answer.at("/results").findValuesAsText("id"))
                .doesNotContain(first.get("id").asText())
                .hasSize(5);
        assertThat(answer.at("/less/0/id")).isEqualTo(first.get("id"));
        assertThat(answer.at("/leftOut").findValuesAsText("rule")).contains("less_like");

        assertThat(segue("--id", id, "--less-like", first.get("name").asText())).isZero();
        assertThat(err).contains(", less like ").contains("more like what there should be less of");
    }

    @Test
    void less_like_a_song_to_start_from_is_refused() {
        String id = catalog.track(0).id();
        assertThat(segue("--id", id, "--less-like", id)).isEqualTo(2);
        assertThat(err).contains("--less-like names a song to start from");
        assertThat(segue("--id", id, "--less-like", " ")).isEqualTo(2);
        assertThat(segue("--id", id, "--less-like", id, "--by", "tastes")).isEqualTo(2);
        assertThat(err).contains("--less-like is not for --by tastes");
    }
}
