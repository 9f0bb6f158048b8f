package segue.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.launcher.Launcher.Ended;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;

/** What a person at the terminal sees, good and bad. */
class LauncherIT {
    @TempDir
    Path folder;

    private static void assertOneSentence(Ended ended, int exitCode, String... parts) {
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
        assertThat(ended.err()).startsWith("segue: ").contains(parts).doesNotContain("\tat ", "Exception");
        assertThat(ended.err().lines().filter(line -> !line.matches("(Try: |Did you mean: ).*")))
                .hasSize(1);
        assertThat(ended.out()).isEmpty();
    }

    /** The launcher alone, with nothing set up beside it, and only the programs it needs on the PATH. */
    private Launcher bare(String... programs) throws IOException {
        Path script = Files.copy(Launcher.HOME.resolve("segue"), folder.resolve("segue"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String program : programs) {
            Path found = Arrays.stream(System.getenv("PATH").split(":"))
                    .map(entry -> Path.of(entry, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(bin.resolve(program), found);
        }
        return new Launcher(script)
                .with("PATH", bin.toString())
                .with("HOME", folder.toString())
                .without("CONDA_PREFIX", "SEGUE_PYTHON");
    }

    @Test
    void without_a_jdk_it_says_how_to_get_one() throws Exception {
        Launcher launcher = bare("env", "bash", "readlink", "dirname", "sed")
                .with("SEGUE_JVM_FOLDER", folder.toString())
                .without("JAVA_HOME", "SEGUE_JAVA_HOME");
        if (!Files.exists(Path.of("/Library/Java/JavaVirtualMachines"))) {
            assertOneSentence(launcher.run("doctor"), 1, "no JDK 25", "JAVA_HOME");
        }
    }

    @Test
    void a_heap_of_no_size_is_refused() throws Exception {
        assertOneSentence(new Launcher().with("SEGUE_HEAP", "much").run("doctor"), 2, "SEGUE_HEAP is 'much'", "8g");
    }

    @Test
    void without_jupyter_it_says_how_to_get_it() throws Exception {
        Launcher launcher = bare("env", "bash", "readlink", "dirname", "sed", "mkdir", "cat", "id", "find")
                .with("SEGUE_JAVA_HOME", System.getProperty("java.home"));
        assertOneSentence(launcher.run("run", "x.ipynb"), 1, "no Jupyter was found", "environment.yml");
    }

    @Test
    void a_python_without_jupyter_is_refused() throws Exception {
        assertOneSentence(
                new Launcher().with("SEGUE_PYTHON", "/bin/false").run("run", "x.ipynb"),
                1,
                "SEGUE_PYTHON is /bin/false");
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Ended ended = new Launcher().without("SEGUE_DATA").run("page", "--port", port);
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err()).contains("port " + port + " is taken").doesNotContain("\tat ");
            assertThat(ended.out()).isEmpty();
        }
    }

    @Test
    void a_file_that_is_missing_or_no_file_is_named() throws Exception {
        Launcher launcher = new Launcher();
        String out = folder.resolve("o.npy").toString();
        assertOneSentence(launcher.run("knn", "--data", "nowhere.npy", "--out", out), 1, "nowhere.npy: no such file");
        assertOneSentence(launcher.run("knn", "--data", folder.toString(), "--out", out), 1, folder.toString());
        assertOneSentence(
                launcher.run("catalog", "nowhere.csv", "--out", "o.csv"), 1, "nowhere.csv: there is no such file");
        assertOneSentence(launcher.run("recommend", "--song", "x", "--catalog", "nowhere.csv"), 1, "nowhere.csv");
        assertOneSentence(launcher.run("page", "--port", "99999"), 2, "port must be in [0, 65535] but was 99999");
    }

    @Test
    void wrong_use_is_exit_code_2_and_says_what_is_right() throws Exception {
        Launcher launcher = new Launcher();
        assertOneSentence(launcher.run("nonsense"), 2, "there is no command 'nonsense'");
        assertOneSentence(launcher.run("knn"), 2, "--data", "--out");
        assertOneSentence(
                launcher.run("knn", "--data", "x.npy", "--out", "o.npy", "--metric", "euclid"), 2, "euclidean");
        assertOneSentence(launcher.run("knn", "--data", "x.npy", "--out", "o.npy", "--k", "many"), 2, "--k");
        assertOneSentence(
                launcher.run("knn", "--data", "x.npy", "--out", "o.npy", "--queries", "q.npy", "--exclude-self"),
                2,
                "leave --queries out, or --exclude-self");
        assertOneSentence(
                launcher.run("knn", "--data", "x.npy", "--out", "o.npy", "--approximate"), 2, "--exclude-self");
        assertOneSentence(launcher.run("recommend"), 2, "--song");
        assertOneSentence(
                launcher.run("knn", "--data", "x.npy", "--out", "o.npy", "--distances", "./o.npy"), 2, "two outputs");
        assertOneSentence(
                launcher.run("recommend", "--song", "x", "--threads", "0"), 2, "--threads must be in [1, 1024]");
        assertOneSentence(launcher.run("recommend", "--song", "x", "--n", "0"), 2, "n must be in [1, 100] but was 0");
    }

    @Test
    void knn_gives_the_same_rows_on_all_back_ends_and_as_many_threads_as_asked() throws Exception {
        Path data = folder.resolve("x.npy");
        float[] values = new float[500 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i * 12.9898);
        }
        Npy.write(data, FloatMatrix.wrap(500, 4, values));
        for (String metric : new String[] {"euclidean", "manhattan", "cosine", "chebyshev", "sqeuclidean"}) {
            for (String backend : new String[] {"scalar", "simd", "tree"}) {
                Ended ended = new Launcher()
                        .run(
                                "knn",
                                "--data",
                                data.toString(),
                                "--k",
                                "3",
                                "--metric",
                                metric,
                                "--backend",
                                backend,
                                "--json",
                                "--threads",
                                "1",
                                "--out",
                                folder.resolve(backend + ".npy").toString(),
                                "--distances",
                                folder.resolve(backend + "-d.npy").toString());
                assertThat(ended.exitCode()).as(ended.err()).isZero();
                assertThat(ended.out())
                        .contains(
                                "\"backend\" : \"" + backend + "\"",
                                "\"reason\" : \"The back end " + backend,
                                "\"threads\" : 1",
                                "\"rows\" : 500");
            }
            assertThat(folder.resolve("tree.npy")).hasSameBinaryContentAs(folder.resolve("scalar.npy"));
            assertThat(folder.resolve("simd.npy")).hasSameBinaryContentAs(folder.resolve("scalar.npy"));
            assertThat(Npy.readMatrix(folder.resolve("simd-d.npy")))
                    .isEqualTo(Npy.readMatrix(folder.resolve("scalar-d.npy")));
        }
    }

    @Test
    void the_doctor_finds_nothing_wrong_here() throws Exception {
        Ended ended = new Launcher().with("SEGUE_PORT", "0").run("doctor", "--json");
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).contains("\"ok\" : true", "\"name\" : \"kernel\"", "environment SEGUE_PORT");
    }

    @Test
    void the_catalogue_comes_out_clean_with_an_account_of_every_row() throws Exception {
        Path songs = Files.writeString(folder.resolve("in.csv"), """
                id,name,artists,acousticness,danceability,energy,instrumentalness,liveness,loudness,speechiness,tempo,valence
                1,One,['A'],.1,.2,.3,.4,.5,-6,.7,120,.9
                2,Two,['B'],.1,.2,.3,.4,.5,-6,.7,,.9
                1,One,['A'],.1,.2,.3,.4,.5,-6,.7,120,.9
                """);
        for (String name : new String[] {"out.csv", "out.csv.gz", "out.parquet"}) {
            Path out = folder.resolve(name);
            Path report = folder.resolve("report.json");
            Ended ended = new Launcher()
                    .run("catalog", songs.toString(), "--out", out.toString(), "--report", report.toString(), "--json");
            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("\"read\" : 3", "\"kept\" : 1", "\"merged\" : 1", "\"rejected\" : 1");
            assertThat(report).content().contains("\"line\" : 3", "tempo");
            Ended again = new Launcher().run("recommend", "--id", "1", "--catalog", out.toString(), "--json");
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(again.out()).contains("\"rows\" : 1", "\"results\" : [ ]");
        }
    }

    @Test
    void a_table_without_one_good_song_is_refused_and_nothing_is_written() throws Exception {
        Path songs = Files.writeString(folder.resolve("in.csv"), """
                id,name,artists,acousticness,danceability,energy,instrumentalness,liveness,loudness,speechiness,tempo,valence
                1,One,['A'],.1,.2,.3,.4,.5,-6,.7,,.9
                """);
        Path out = Files.writeString(folder.resolve("out.csv"), "what was there");
        Ended ended = new Launcher().run("catalog", songs.toString(), "--out", out.toString());
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("no song was left");
        assertThat(out).hasContent("what was there");
    }

    @Test
    void a_song_is_found_by_its_text_and_recommendations_explain_themselves() throws Exception {
        Ended ended = new Launcher()
                .without("SEGUE_DATA")
                .run("recommend", "--song", "mossy train", "--n", "3", "--explain", "--metric", "cosine");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("Mossy Train", "sample data (invented songs)");
        assertThat(ended.out().lines()).hasSize(6);
        assertThat(ended.out()).contains(" sd)");
        Ended nonsense = new Launcher().without("SEGUE_DATA").run("recommend", "--song", "xqzzkw vvq");
        assertThat(nonsense.exitCode()).isEqualTo(1);
        assertThat(nonsense.err()).contains("no song was found for 'xqzzkw vvq'");
    }

    @Test
    void known_data_sets_are_listed_and_checked() throws Exception {
        assertThat(new Launcher().run("data", "list").out()).contains("licence");
        Ended check = new Launcher().run("data", "check", "--folder", folder.toString());
        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).contains("MISSING");
        assertOneSentence(new Launcher().run("data", "check", "--folder", "/nowhere"), 1, "/nowhere is no folder");
        assertOneSentence(
                new Launcher().run("data", "get", "nosuch", "--folder", folder.toString()),
                2,
                "no data set called nosuch");
        assertOneSentence(new Launcher().without("SEGUE_DATA").run("data", "check"), 2, "SEGUE_DATA");
        assertOneSentence(new Launcher().run("data"), 2, "list, check, get NAME");
    }

    @Test
    void the_page_answers_and_stops_when_told() throws Exception {
        Process page = new Launcher()
                .without("SEGUE_DATA")
                .command("page", "--port", "0")
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            String url = page.inputReader().readLine();
            assertThat(url).as(() -> folder.resolve("err").toString()).startsWith("http://127.0.0.1:");
            try (var client = java.net.http.HttpClient.newHttpClient()) {
                String status = client.send(
                                java.net.http.HttpRequest.newBuilder(java.net.URI.create(url + "api/status"))
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.ofString())
                        .body();
                assertThat(status).contains("sample data (invented songs)");
            }
            page.destroy();
            assertThat(page.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } finally {
            page.destroyForcibly();
        }
    }
}
