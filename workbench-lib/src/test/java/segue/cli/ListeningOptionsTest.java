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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.catalog.Track;

/** {@code ./segue recommend} from a library and from the song played last, on 1,500 of the sample's invented songs. */
class ListeningOptionsTest {
    private static Catalog catalog;
    private static Path songs;
    private static Path library;
    private static Path history;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        catalog = new Catalog("test", Catalog.sample().tracks().subList(0, 1_500));
        songs = folder.resolve("songs.csv");
        CatalogWriter.write(catalog, songs);
        library = Files.writeString(folder.resolve("library.json"), library(0, 40));
        history = Files.writeString(folder.resolve("history.json"), """
                [{"ts": "2024-05-01T13:22:00Z", "ms_played": 120000, "spotify_track_uri": "spotify:track:%s"},
                 {"ts": "2024-04-30T13:22:00Z", "ms_played": 120000, "spotify_track_uri": "spotify:track:%s"},
                 {"ts": "2024-05-01T13:22:02Z", "ms_played": 2000, "spotify_track_uri": "spotify:track:%s",
                  "skipped": true},
                 {"ts": "late", "ms_played": 2000, "spotify_track_uri": "spotify:track:%s"}]
                """.formatted(id(50), id(51), id(52), id(53)));
    }

    private static String id(int row) {
        return catalog.track(row).id();
    }

    private static String library(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(row -> "{\"uri\": \"spotify:track:%s\"}".formatted(id(row)))
                .collect(Collectors.joining(",", "{\"tracks\": [", "], \"bannedTracks\": []}"));
    }

    private static Ended recommend(Object... args) {
        List<Object> all = new ArrayList<>(List.of("recommend", "--catalog", songs));
        all.addAll(Arrays.asList(args));
        return Ended.of(all.toArray());
    }

    private static JsonNode json(Object... args) throws IOException {
        Object[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        Ended ended = recommend(all);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return new ObjectMapper().readTree(ended.out());
    }

    private static Set<String> libraryIds() {
        return IntStream.range(0, 40).mapToObj(ListeningOptionsTest::id).collect(Collectors.toSet());
    }

    @Test
    void a_library_is_started_from_and_none_of_its_songs_is_recommended() throws IOException {
        JsonNode answer = json("--library", library, "--n", 50);
        assertThat(answer.get("songs")).hasSize(40);
        assertThat(answer.get("results").findValuesAsText("id")).isNotEmpty().doesNotContainAnyElementsOf(libraryIds());
        assertThat(answer.at("/leftOut/0/rule").asText()).isEqualTo("known");
        assertThat(answer.at("/library/saved").asInt()).isEqualTo(40);
        assertThat(answer.at("/library/report/byId").asInt()).isEqualTo(40);
    }

    @Test
    void a_song_beside_the_library_is_what_is_started_from() throws IOException {
        String seed = id(60);
        String nearest = json("--id", seed, "--n", 1).at("/results/0/id").asText();
        Path mine = Files.writeString(
                library.resolveSibling("mine.json"),
                "{\"tracks\": [{\"uri\": \"spotify:track:%s\"}]}".formatted(nearest));
        JsonNode answer = json("--id", seed, "--library", mine);
        assertThat(answer.get("songs")).hasSize(1);
        assertThat(answer.get("results").findValuesAsText("id")).doesNotContain(nearest);
    }

    @Test
    void the_song_played_last_is_named_with_its_time_and_what_was_refused_is_said() throws IOException {
        Ended ended = recommend("--last-played", history);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains(
                        "last played: " + catalog.track(50) + ", 1 May 2024, 13:20 UTC",
                        "was skipped or shorter than 30 s (1)",
                        "most like " + catalog.track(50),
                        "entry 4 (line 5) was refused: the time must be like 2024-05-01T13:22:00Z");
        assertThat(json("--last-played", history).at("/lastPlayed/began").asText())
                .isEqualTo("2024-05-01T13:20:00Z");
    }

    @Test
    void artists_of_the_library_are_known_to_the_user() throws IOException {
        Set<String> mine = IntStream.range(0, 40)
                .mapToObj(catalog::track)
                .map(Track::artists)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<String> with = new ArrayList<>();
        json("--library", library, "--n", 50)
                .get("results")
                .forEach(one -> with.add(one.at("/artists/0").asText()));
        assertThat(with).as("there is something to leave out").containsAnyElementsOf(mine);

        JsonNode answer = json("--library", library, "--n", 50, "--new-to-me");
        assertThat(answer.get("results")).isNotEmpty();
        answer.get("results")
                .forEach(one ->
                        assertThat(mine).doesNotContain(one.at("/artists/0").asText()));
    }

    @Test
    void a_library_of_more_songs_than_may_be_is_started_from_in_part_and_that_is_said() throws IOException {
        Path large = Files.writeString(library.resolveSibling("large.json"), library(0, 1_400));
        Ended ended = recommend("--library", large);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        // One song stands in the catalogue under another id too.
        assertThat(ended.err())
                .contains("starting from 1,000 of your 1,400 songs: as many as may be, from all over your library")
                .contains("left out: 1,401 known already");
    }

    @Test
    void wrong_use_and_files_without_songs_are_told_in_a_sentence() throws IOException {
        assertThat(recommend("--new-to-me", "--id", id(1)))
                .satisfies(ended -> assertThat(ended.exitCode()).isEqualTo(2))
                .satisfies(ended -> assertThat(ended.err()).contains("--new-to-me needs --library FILE"));
        assertThat(recommend("--library", "nowhere.zip"))
                .satisfies(ended -> assertThat(ended.exitCode()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.err()).contains("nowhere.zip: there is no such file"));
        Path others = Files.writeString(
                library.resolveSibling("others.json"),
                "{\"tracks\": [{\"artist\": \"Nobody\", \"track\": \"Nothing\"}]}");
        assertThat(recommend("--library", others))
                .satisfies(ended -> assertThat(ended.exitCode()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.err()).contains("it names Nobody – Nothing"));
        assertThat(recommend("--last-played", library).err()).contains("was played in " + library);
    }
}
