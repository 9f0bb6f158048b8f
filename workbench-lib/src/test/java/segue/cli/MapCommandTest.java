package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.catalog.RecordingFile;
import segue.catalog.Track;

class MapCommandTest {
    private static final String[] GENRES = {"folk", "techno", "soul"};

    @TempDir
    Path folder;

    private String songs;
    private String stdout;
    private String stderr;

    @BeforeEach
    void songs() throws IOException {
        songs = write("songs.csv", 60, 1);
    }

    /** A table of invented songs {@code s0}, {@code s1} …, without years. */
    private String write(String name, int count, long seed) throws IOException {
        Random random = new Random(seed);
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float group = i % 3 / 3f;
            AudioFeatures features = new AudioFeatures(
                    group + random.nextFloat() / 9,
                    group + random.nextFloat() / 9,
                    random.nextFloat(),
                    random.nextFloat(),
                    random.nextFloat(),
                    -30 * random.nextFloat(),
                    random.nextFloat(),
                    60 + 120 * random.nextFloat(),
                    random.nextFloat());
            tracks.add(new Track(
                    "s" + i,
                    i == 7 ? "Crimson Orchard" : "Song number " + i,
                    List.of("Northern Quay"),
                    features,
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    List.of(GENRES[i % 3]),
                    Optional.empty()));
        }
        Path file = folder.resolve(name);
        CatalogWriter.write(new Catalog("invented", tracks), file);
        return file.toString();
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private int map(String... options) {
        return mapOf(songs, options);
    }

    private int mapOf(String catalog, String... options) {
        List<String> args = new ArrayList<>(List.of("map", "--catalog", catalog));
        args.addAll(List.of(options));
        Ended ended = Ended.of(args.toArray());
        stdout = ended.out();
        stderr = ended.err();
        return ended.exitCode();
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(stdout);
    }

    @ParameterizedTest
    @CsvSource({"map.html,<!doctype html", "map.svg,<svg", "map.png,PNG"})
    void one_command_draws_the_catalogue(String name, String begins) throws IOException {
        assertThat(map("--out", in(name), "--iterations", "50")).isZero();

        String file = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
        assertThat(file.substring(0, 200)).contains(begins);
        assertThat(stderr).contains(name + " is a map of 60 songs, coloured by genre", "Kullback-Leibler divergence");
        assertThat(stdout).isEmpty();
    }

    @Test
    void a_map_can_link_its_songs_to_the_page() throws IOException {
        String[] pca = {"--method", "pca", "--out", in("map.html"), "--page", "http://127.0.0.1:7071/"};
        assertThat(map(pca)).isZero();
        long linking = Files.size(folder.resolve("map.html"));

        assertThat(map("--method", "pca", "--out", in("map.html"))).isZero();
        assertThat(linking).isGreaterThan(Files.size(folder.resolve("map.html")));
    }

    @Test
    void what_was_done_is_told_as_json() throws IOException {
        assertThat(map("--out", in("map.html"), "--iterations", "50", "--save", in("map.segue"), "--json"))
                .isZero();

        assertThat(json().get("command").asText()).isEqualTo("map");
        assertThat(json().get("method").asText()).isEqualTo("tsne");
        assertThat(json().get("rows").asInt()).isEqualTo(60);
        assertThat(json().get("dims").asInt()).isEqualTo(9);
        assertThat(json().get("klDivergence").asDouble()).isPositive();
        assertThat(json().get("perplexity").asInt())
                .as("30 is too much for 60 songs")
                .isEqualTo(19);
        assertThat(json().get("colours").toString()).isEqualTo("[\"genre\",\"cluster\"]");
        assertThat(json().get("files").toString())
                .isEqualTo("[\"%s\",\"%s\"]".formatted(in("map.html"), in("map.segue")));
        for (String phase : List.of("load", "neighbor", "affinity", "optimisation", "colour", "write")) {
            assertThat(json().get(phase + "Seconds").asDouble()).as(phase).isNotNegative();
        }
        assertThat(json().get("seconds").asDouble()).isPositive();
    }

    @Test
    void the_number_of_clusters_may_be_left_to_the_songs() {
        assertThat(map("--method", "pca", "--colour", "cluster", "--k", "auto", "--out", in("map.png")))
                .isZero();
        assertThat(stderr).containsPattern("segue: k = \\d+: ");
    }

    @Test
    void songs_without_genres_are_coloured_by_cluster() throws IOException {
        Catalog with = Catalog.load(Path.of(songs));
        Path without = folder.resolve("without.csv");
        List<String> lines = Files.readAllLines(Path.of(songs));
        Files.write(
                without,
                lines.stream()
                        .map(line -> line.replaceAll("folk|techno|soul", ""))
                        .toList());
        assertThat(with.track(0).genres()).isNotEmpty();

        assertThat(mapOf(without.toString(), "--out", in("map.svg"), "--iterations", "10", "--json"))
                .isZero();

        assertThat(json().get("colours").toString()).isEqualTo("[\"cluster\"]");
        assertThat(mapOf(without.toString(), "--out", in("map.svg"), "--colour", "genre"))
                .isEqualTo(2);
        assertThat(stderr).contains("no song here has a genre: choose one of cluster, ");
    }

    @Test
    void a_saved_map_gives_the_same_picture_without_another_tsne() throws IOException {
        assertThat(map("--out", in("first.svg"), "--iterations", "50", "--save", in("map.segue")))
                .isZero();
        assertThat(map("--out", in("second.svg"), "--map", in("map.segue"), "--json"))
                .isZero();

        assertThat(folder.resolve("second.svg")).hasSameTextualContentAs(folder.resolve("first.svg"));
        assertThat(json().has("optimisationSeconds")).isFalse();
        assertThat(json().get("iterations").asInt()).isEqualTo(50);

        assertThat(map("--out", in("energy.svg"), "--map", in("map.segue"), "--colour", "energy"))
                .isZero();
        assertThat(Files.readString(folder.resolve("energy.svg")))
                .isNotEqualTo(Files.readString(folder.resolve("first.svg")));
    }

    @Test
    void a_map_of_another_catalogue_is_refused_with_the_reason() throws IOException {
        assertThat(map("--out", in("map.svg"), "--iterations", "10", "--save", in("map.segue")))
                .isZero();
        String longer = write("longer.csv", 61, 1);
        String other = write("other.csv", 60, 2);
        String recordings = RecordingFile.invented(10, 6).write(folder).toString();

        for (String catalog : List.of(longer, other, recordings)) {
            assertThat(mapOf(catalog, "--out", in("no.svg"), "--map", in("map.segue")))
                    .isEqualTo(1);
            assertThat(stderr)
                    .contains("map.segue is no map of ", "leave --map out")
                    .containsAnyOf(
                            "it is of 60 songs, the catalogue has 61",
                            "the features of song 1 differ",
                            "it is of songs with 9 features, those of the catalogue have");
        }
        assertThat(map("--out", in("no.svg"), "--map", songs)).isEqualTo(1);
        assertThat(stderr).contains("not a saved map");
        assertThat(folder.resolve("no.svg")).doesNotExist();
    }

    @Test
    void a_star_is_found_although_the_name_is_mistyped_and_what_was_taken_is_told() throws IOException {
        assertThat(map("--out", in("map.svg"), "--method", "pca", "--star", "crimsn orchrd", "--star-id", "s3"))
                .isZero();

        assertThat(stderr)
                .contains("a star on Northern Quay – Crimson Orchard", "a star on Northern Quay – Song number 3");
        assertThat(Files.readString(folder.resolve("map.svg"))).contains("Crimson Orchard", "Song number 3");

        assertThat(map("--out", in("no.svg"), "--star", "qqqqxxxxzzzz")).isEqualTo(1);
        assertThat(stderr).contains("no song was found for 'qqqqxxxxzzzz'");
        assertThat(map("--out", in("no.svg"), "--star-id", "nobody")).isEqualTo(1);
        assertThat(stderr).contains("no song has the id nobody", "--star TEXT finds one by name");
        assertThat(folder.resolve("no.svg")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsne", "pca"})
    void other_songs_are_placed_and_starred(String method) throws IOException {
        String two = write("two.csv", 2, 1);

        assertThat(map("--out", in("map.svg"), "--method", method, "--place", two))
                .isZero();

        assertThat(stderr).contains("2 songs were placed on it");
        assertThat(Files.readString(folder.resolve("map.svg"))).contains("Song number 0", "Song number 1");
    }

    @Test
    void songs_that_cannot_be_placed_are_refused() throws IOException {
        String recordings = RecordingFile.invented(2, 3).write(folder).toString();
        assertThat(map("--out", in("map.svg"), "--place", recordings)).isEqualTo(2);
        assertThat(stderr).contains("they cannot be compared");

        assertThat(map("--out", in("map.svg"), "--place", write("many.csv", 51, 3)))
                .isEqualTo(2);
        assertThat(stderr).contains("at most 50, but", "has 51");
        assertThat(map("--out", in("map.svg"), "--place", in("missing.csv"))).isEqualTo(1);
        assertThat(folder.resolve("map.svg")).doesNotExist();
    }

    @Test
    void recordings_are_drawn_and_placed_as_well() throws IOException {
        Path table = RecordingFile.invented(4, 6).write(folder);
        Path other = Files.createDirectory(folder.resolve("other"));
        RecordingFile.invented(1, 2).write(other);

        assertThat(mapOf(
                        table.toString(),
                        "--out",
                        in("map.svg"),
                        "--colour",
                        "tempo",
                        "--place",
                        other.resolve("features.csv").toString()))
                .isZero();

        assertThat(stderr).contains("2 songs were placed on it", "a map of 24 songs, coloured by tempo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --out map.gif                                       | --out must end in .html, .png or .svg but was
            --out map.png --method umap                         | --method must be tsne or pca but was 'umap'
            --out map.png --perplexity 1                        | perplexity must be in [2, 10,000] but was 1
            --out map.png --perplexity 30                       | choose a perplexity of at most 19
            --out map.png --iterations -1                       | iterations must be in [0, 100,000] but was -1
            --out map.png --threads 0                           | --threads must be in [1, 1024] but was 0
            --out map.png --method pca --perplexity 5           | --method pca has no use for it: leave --perplexity out
            --out map.png --method pca --iterations 5           | --method pca has no use for it: leave --iterations out
            --out map.png --method pca --save m.segue           | --method pca has no use for it: leave --save out
            --out map.png --method pca --seed 1                 | nothing is random here: leave --seed out
            --out map.png --map m.segue --method tsne           | --map takes this from the saved map: leave --method out
            --out map.png --map m.segue --perplexity 5          | --map takes this from the saved map: leave --perplexity out
            --out map.png --map m.segue --iterations 5          | --map takes this from the saved map: leave --iterations out
            --out map.png --map m.segue --save n.segue          | the map of --map is saved already: leave --save out
            --out map.png --map m.segue --seed 1                | nothing is random here: leave --seed out
            --out map.png --outline --labels                    | --outline has the names of --labels too
            --out map.png --colour energy --outline             | --outline points out groups: add --colour genre or --colour cluster
            --out map.png --colour energy --labels              | --labels points out groups
            --out map.png --colour genre,energy                 | a picture has one colouring
            --out map.png --colour genre --colour energy        | a picture has one colouring
            --out map.png --colour mood                         | there is no colour 'mood': choose one of genre, cluster, acousticness
            --out map.png --colour year                         | no song here has a year: choose one of
            --out map.png --k 5                                 | --k counts clusters: add --colour cluster
            --out map.png --colour cluster --k 0                | --k must be auto or in [1, 65,536] but was '0'
            --out map.png --colour cluster --k many             | --k must be auto or in [1, 65,536] but was 'many'
            --out map.png --colour cluster --k 61               | 61 clusters need as many rows but there are 60
            --out songs.csv                                     | --out must end in
            --out map.png --save map.png                        | is named for two outputs
            --out map.png --page http://127.0.0.1:7070/         | a picture has no links: leave --page out
            --out map.html --page 7070                          | --page must be an address like http://127.0.0.1:7070/ but was '7070'
            --out map.png --frobnicate                          | Unknown option: '--frobnicate'
            --colour genre                                      | Missing required option: '--out=FILE'
            """)
    void wrong_use_is_told_in_a_sentence(String options, String sentence) {
        String[] words = options.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].matches("[a-z]+\\.[a-z]+") ? in(words[i]) : words[i];
        }

        assertThat(map(words)).as(stderr).isEqualTo(2);

        assertThat(stderr).contains(sentence).doesNotContain("at segue", "Exception");
        assertThat(folder.resolve("map.png")).doesNotExist();
    }

    @Test
    void what_is_read_is_not_written_over() throws IOException {
        Path html = folder.resolve("songs.html");
        Files.copy(Path.of(songs), html);

        assertThat(mapOf(html.toString(), "--out", html.toString())).isEqualTo(2);
        assertThat(stderr).contains("writing would replace it");
        assertThat(map("--out", in("missing/map.png"))).isEqualTo(1);
        assertThat(stderr).contains("no such folder");
    }

    @Test
    void a_table_of_few_songs_is_drawn_and_of_fewer_the_reason_is_told() throws IOException {
        String eight = write("eight.csv", 8, 1);
        assertThat(mapOf(eight, "--out", in("map.png"), "--json")).isZero();
        assertThat(json().get("perplexity").asInt()).isEqualTo(2);

        String one = write("one.csv", 1, 1);
        assertThat(mapOf(one, "--out", in("no.png"))).isEqualTo(1);
        assertThat(stderr).contains("a map by t-SNE needs at least 7 songs but there are 1");
        String two = write("two.csv", 2, 1);
        assertThat(mapOf(two, "--out", in("two.png"), "--method", "pca")).isZero();
        assertThat(mapOf(two, "--out", in("two.html"), "--method", "pca")).isZero();
        assertThat(mapOf(one, "--out", in("no.png"), "--method", "pca")).isEqualTo(1);
        assertThat(stderr).contains("a map needs at least 2 songs but there are 1");
        assertThat(folder.resolve("no.png")).doesNotExist();
    }

    @Test
    void an_interrupt_leaves_the_map_so_far() throws Exception {
        String many = write("many.csv", 600, 1);
        AtomicInteger code = new AtomicInteger(-1);
        Thread person = new Thread(() -> code.set(
                mapOf(many, "--out", in("map.svg"), "--iterations", "100000", "--save", in("map.segue"), "--json")));
        person.start();
        while (Arrays.stream(person.getStackTrace())
                .noneMatch(frame -> frame.getClassName().endsWith(".Optimisation"))) {
            assertThat(person.isAlive()).isTrue();
            Thread.sleep(2);
        }
        person.interrupt();
        person.join();

        assertThat(code).as(stderr).hasValue(1);
        assertThat(json().get("finished").asBoolean()).isFalse();
        assertThat(json().get("iterations").asInt()).isBetween(0, 99_999);
        assertThat(folder.resolve("map.svg")).exists();

        assertThat(mapOf(many, "--out", in("again.svg"), "--map", in("map.segue")))
                .isZero();
        assertThat(stderr).contains("the map so far, after ", " of 100,000 iterations");
    }
}
