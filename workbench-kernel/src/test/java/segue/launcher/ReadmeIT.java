package segue.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.kernel.wire.Json;

/** What the README shows must run as it stands there. */
class ReadmeIT {
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    @TempDir
    Path folder;

    private static String readme() throws IOException {
        return Files.readString(Launcher.HOME.resolve("README.md"));
    }

    @Test
    void the_plain_java_program_runs_with_the_library_on_its_class_path() throws Exception {
        Matcher block = BLOCK.matcher(readme());
        String program = block.results()
                .map(match -> match.group(2))
                .filter(code -> code.contains("void main()"))
                .findFirst()
                .orElseThrow();
        Path source = Files.writeString(folder.resolve("Example.java"), program);
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                Launcher.HOME.resolve("workbench-kernel/target/lib") + "/*",
                source.toString());
        java.environment().remove("SEGUE_DATA");
        Process process = java.redirectError(folder.resolve("err").toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(() -> read(folder.resolve("err"))).isZero();
        assertThat(out.lines()).hasSize(5).allMatch(line -> line.contains("–"));
    }

    @Test
    void the_cells_of_the_readme_and_the_docs_run_as_they_stand() throws Exception {
        for (String page : List.of("README.md", "docs/kernel.md", "docs/maps.md", "docs/recommendations.md")) {
            List<Map<String, Object>> cells = BLOCK.matcher(Files.readString(Launcher.HOME.resolve(page)))
                    .results()
                    .filter(match -> match.group(1).equals("java"))
                    .map(match -> match.group(2))
                    .filter(code -> !code.contains("void main()"))
                    .map(code -> Map.<String, Object>of(
                            "cell_type", "code", "source", code, "metadata", Map.of(), "outputs", List.of()))
                    .toList();
            assertThat(cells).isNotEmpty();
            Path notebook = folder.resolve(page.replaceAll(".*/", "") + ".ipynb");
            Files.write(
                    notebook,
                    Json.write(Map.of("cells", cells, "metadata", Map.of(), "nbformat", 4, "nbformat_minor", 5)));
            Launcher.Ended ended =
                    new Launcher().without("SEGUE_DATA").run("run", notebook.toString(), "--out", folder.toString());
            assertThat(ended.exitCode()).as(page + ": " + ended.err()).isZero();
        }
    }

    @Test
    void every_command_it_shows_is_one_that_there_is() throws Exception {
        String help = new Launcher().run("--help").out();
        List<String> commands = new ArrayList<>();
        BLOCK.matcher(readme())
                .results()
                .map(match -> match.group(2))
                .flatMap(String::lines)
                .forEach(line -> {
                    Matcher command =
                            Pattern.compile("^(?:\\w+=\\S+ )?\\./segue (\\w+)").matcher(line);
                    if (command.find()) {
                        commands.add(command.group(1));
                    }
                });
        assertThat(commands).isNotEmpty().allSatisfy(command -> assertThat(help).contains("  " + command + " "));
    }

    @Test
    void every_file_that_it_or_the_docs_link_to_is_there() throws Exception {
        try (Stream<Path> docs = Files.list(Launcher.HOME.resolve("docs"))) {
            List<Path> texts = new ArrayList<>(
                    docs.filter(file -> file.toString().endsWith(".md")).toList());
            texts.add(Launcher.HOME.resolve("README.md"));
            texts.add(Launcher.HOME.resolve("data/README.md"));
            for (Path text : texts) {
                LINK.matcher(Files.readString(text))
                        .results()
                        .forEach(link -> assertThat(text.resolveSibling(link.group(1)))
                                .as(text + " links to it")
                                .exists());
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
