package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import segue.kernel.maven.FileRepository;
import segue.kernel.maven.MavenHome;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MagicsTest {
    private static final String READ =
            "new String(Thread.currentThread().getContextClassLoader().getResourceAsStream(\"%s.txt\").readAllBytes())";

    @TempDir
    private Path folder;

    private FileRepository central;
    private MavenHome home;
    private Notebook notebook;

    @BeforeEach
    void open() throws IOException {
        central = new FileRepository(folder.resolve("central")).add("g:leaf:1").add("g:top:1", "g:leaf:1");
        home = new MavenHome(folder.resolve("home")).mirroring(central.url());
        notebook = new Notebook();
    }

    @AfterEach
    void close() {
        notebook.close();
        home.close();
    }

    private Path jar(String coordinate) throws IOException {
        central.add(coordinate);
        String[] parts = coordinate.split(":");
        return folder.resolve("central/g")
                .resolve(parts[1])
                .resolve(parts[2])
                .resolve(parts[1] + "-" + parts[2] + ".jar");
    }

    private String failure(String code) {
        return notebook.run(code).failure().message();
    }

    @Test
    void maven_adds_a_library_and_what_it_needs_for_the_lines_that_follow() {
        assertThat(notebook.text("%maven g:top:1\n" + READ.formatted("top") + " + " + READ.formatted("leaf")))
                .isEqualTo("11");
        Notebook.Cell again = notebook.run("%addMavenDependency g:top:1\n%addMavenDependencies g:leaf:1 g:top:1");
        assertThat(again.text()).isEmpty();
        assertThat(again.displays).isEmpty();
        assertThat(again.err()).isEmpty();
    }

    @Test
    void fetching_shows_one_line_that_changes() {
        Notebook.Cell cell = notebook.run("%maven g:top:1");
        assertThat(cell.displays).hasSize(1);
        assertThat(cell.out() + cell.err()).isEmpty();
    }

    @Test
    void a_second_version_of_a_library_is_not_added_and_that_is_said() throws IOException {
        central.add("g:leaf:2");
        notebook.run("%maven g:leaf:1").text();
        assertThat(notebook.run("%maven g:leaf:2").err())
                .isEqualTo(
                        "Not added, since the notebook already runs with another version, and one library can be there"
                                + " only once: g:leaf:2 (here: 1)\n");
        assertThat(notebook.text(READ.formatted("leaf"))).isEqualTo("1");
    }

    @Test
    void a_library_that_the_kernel_itself_runs_with_stays_as_it_is() throws IOException {
        central.add("tech.tablesaw:tablesaw-core:0.1");
        assertThat(notebook.run("%maven tech.tablesaw:tablesaw-core:0.1").err())
                .contains("tech.tablesaw:tablesaw-core:0.1 (here: 0.44");
    }

    @Test
    void repositories_are_added_by_address_or_folder_and_looked_into_after_the_others() throws IOException {
        FileRepository other =
                new FileRepository(folder.resolve("other")).add("g:other:7").add("g:more:8");
        assertThat(failure("%maven g:other:7")).startsWith("%maven: g:other:7 could not be found");
        notebook.run("%mavenRepo other " + other.url()).text();
        assertThat(notebook.text("%maven g:other:7\n" + READ.formatted("other")))
                .isEqualTo("7");
        notebook.run("%addMavenRepo again " + folder.resolve("other")).text();
        assertThat(notebook.text("%maven --from=other g:more:8\n" + READ.formatted("more")))
                .isEqualTo("8");
        assertThat(failure("%mavenRepo x")).contains("needs an id and an address");
        assertThat(failure("%mavenRepo x gopher://x")).contains("must begin with https://");
    }

    @Test
    void a_value_of_a_magic_goes_into_a_variable_at_once() {
        assertThat(notebook.text("List<String> jars = %maven g:top:1\n" + READ.formatted("leaf")
                        + " + jars.size() + jars.get(0).endsWith(\"top-1.jar\")"))
                .isEqualTo("12true");
        assertThat(notebook.text("var more = %maven g:leaf:1;\nmore")).contains("leaf-1.jar");
    }

    @Test
    void a_magic_may_stand_in_a_block_and_is_called_only_there() {
        assertThat(notebook.run("if (false) {\n  %maven no:such:1\n}\nSystem.out.print(\"after\");")
                        .out())
                .isEqualTo("after");
        notebook.run("for (int i = 0; i < 1; i++) {\n  %maven g:leaf:1\n}").text();
        assertThat(notebook.text(READ.formatted("leaf"))).isEqualTo("1");
    }

    @Test
    void time_runs_magics_too_and_tells_of_values_in_the_midst_of_java() {
        assertThat(notebook.run("%%time\n%maven g:top:1\n" + READ.formatted("top"))
                        .out())
                .startsWith("Took ");
        assertThat(notebook.run("%time %who").out()).contains("There are no variables yet.", "Took ");
        Notebook.Cell loop = notebook.run(
                "int sum = 0;\nfor (int i = 0; i < 2; i++) {\n  %time Thread.sleep(1)\n  sum += i;\n}\nsum");
        assertThat(loop.text()).isEqualTo("1");
        assertThat(loop.out().lines()).hasSize(2).allMatch(line -> line.startsWith("Took "));
    }

    @Test
    void whos_shows_its_table_wherever_it_stands_and_semicolons_do_no_harm() {
        Notebook.Cell cell = notebook.run("int a = 1;\n%whos\na = 2;\n%whos;\n%list;");
        assertThat(cell.displays).hasSize(2);
        assertThat(cell.displays.getFirst().data().get("text/plain")).contains("1 row");
        assertThat(cell.displays.getLast().data().get("text/plain")).contains("1 row", "2");
        assertThat(cell.out()).contains("%maven");
    }

    @Test
    void a_percent_sign_in_java_stays_java() {
        assertThat(notebook.text(
                        "int a = 17;\nint b = a\n  % 5;\nString s = \"\"\"\n%maven x\n\"\"\";\n/*\n%maven y\n*/"
                                + "\n// = %maven z\nb + s.length() + \"= %jars\".length()"))
                .isEqualTo("18");
        assertThat(notebook.text("17 %\n 5")).isEqualTo("2");
    }

    @Test
    void magics_are_functions_too() throws IOException {
        notebook.run("lineMagic(\"maven\", List.of(\"g:leaf:1\"));").text();
        assertThat(notebook.text("List<String> found = lineMagic(\"jars\", List.of(\"" + jar("g:x:3")
                        + "\"));\nfound.size() + " + READ.formatted("x")))
                .isEqualTo("13");
        notebook.run("cellMagic(\"loadFromPOM\", List.of(), \"<dependency><groupId>g</groupId>"
                        + "<artifactId>top</artifactId><version>1</version></dependency>\");")
                .text();
        assertThat(notebook.text(READ.formatted("top"))).isEqualTo("1");
        assertThat(failure("lineMagic(\"mavn\", List.of());")).contains("did you mean %maven?");
    }

    @Test
    void eval_runs_code_in_the_notebook_with_magics() {
        assertThat(notebook.text("int x = 2;\n(int) eval(\"1 + x\") + 3")).isEqualTo("6");
        assertThat(notebook.text("eval(\"%maven g:leaf:1\\nint y = 5;\");\neval(\"y\")"))
                .isEqualTo("5");
        assertThat(notebook.text("y + 1")).isEqualTo("6");
        assertThat(notebook.run("eval(\"1 +\")").failure().name()).isEqualTo("CompileError");
        assertThat(notebook.run("try { eval(\"throw new java.io.IOException(\\\"no\\\");\"); }"
                                + " catch (java.io.IOException e) { printf(\"%s!\", e.getMessage()); }")
                        .out())
                .isEqualTo("no!");
    }

    @Test
    void a_pom_is_loaded_from_a_file_or_from_the_cell() throws IOException {
        String dependency =
                "<dependency><groupId>g</groupId><artifactId>%s</artifactId><version>1</version></dependency>";
        Path pom = Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>o</groupId><artifactId>o</artifactId><version>1</version>"
                        + "<dependencies>" + dependency.formatted("leaf") + "</dependencies></project>");
        notebook.run("%loadFromPOM " + pom).text();
        assertThat(notebook.text(READ.formatted("leaf"))).isEqualTo("1");
        FileRepository other = new FileRepository(folder.resolve("other")).add("g:other:1");
        notebook.run("%%loadFromPOM\n<repository><id>other</id><url>" + other.url() + "</url></repository>\n"
                        + dependency.formatted("other") + "\n" + dependency.formatted("top"))
                .text();
        assertThat(notebook.text(READ.formatted("other") + " + " + READ.formatted("top")))
                .isEqualTo("11");
        assertThat(failure("%%loadFromPOM\n<dependency>")).contains("is not XML");
        assertThat(failure("%%loadFromPOM everything\n" + dependency.formatted("top")))
                .contains("a scope must be one of compile,");
        assertThat(notebook.run(
                                "%%loadFromPOM\n<dependency><groupId>g</groupId><artifactId>top</artifactId></dependency>")
                        .traceback())
                .contains("'dependencies.dependency.version' for g:top:jar is missing");
        assertThat(failure("%loadFromPOM no.xml")).contains("there is no file").contains("no.xml");
        assertThat(failure("%loadFromPOM")).contains("as in %loadFromPOM pom.xml");
    }

    @Test
    void jars_and_folders_of_classes_are_added_by_glob() throws IOException {
        Path one = jar("g:one:1");
        Path two = jar("g:two:2");
        notebook.run("%jars " + folder.resolve("central/g") + "/o*/1/*.jar\n%jars " + two.getParent() + "/*.jar")
                .text();
        assertThat(notebook.text(READ.formatted("one") + " + " + READ.formatted("two")))
                .isEqualTo("12");
        assertThat(notebook.run("%classpath").out()).contains(one.toString(), two.toString());
        Path spaced = Files.createDirectories(folder.resolve("two words"));
        Files.writeString(spaced.resolve("note.txt"), "n");
        notebook.run("%classpath \"" + spaced + "\"").text();
        assertThat(notebook.text(READ.formatted("note"))).isEqualTo("n");
        assertThat(failure("%jars nowhere/*.jar")).startsWith("%jars: ");
        Files.writeString(spaced.resolve("broken.jar"), "no zip");
        assertThat(failure("%jars \"" + spaced + "/*\"")).contains("broken.jar is neither a folder nor a jar");
        assertThat(notebook.text("1 + 1")).isEqualTo("2");
    }

    @Test
    void load_runs_scripts_with_or_without_their_ending_and_notebooks() throws IOException {
        Files.writeString(folder.resolve("setup.jshell"), "int fromScript = 1;\n%maven g:leaf:1\n");
        Files.writeString(folder.resolve("other.ipynb"), """
                {"cells": [{"cell_type": "markdown", "source": ["# x"]},
                 {"cell_type": "code", "source": ["int fromBook =\\n", " 2;"]},
                 {"cell_type": "code", "source": "fromBook + 1"}]}""");
        assertThat(notebook.text("%load " + folder.resolve("setup") + "\nfromScript"))
                .isEqualTo("1");
        assertThat(notebook.text(READ.formatted("leaf"))).isEqualTo("1");
        assertThat(notebook.text("%load " + folder.resolve("other.ipynb"))).isEqualTo("3");
        assertThat(failure("%load nothing-here"))
                .contains("nothing-here, nor one with an ending of .jsh .jshell .java");
        Files.write(folder.resolve("bad.jsh"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(failure("%load " + folder.resolve("bad.jsh"))).contains("UTF-8");
        Files.writeString(folder.resolve("bad.ipynb"), "{");
        assertThat(failure("%load " + folder.resolve("bad.ipynb"))).contains("not JSON");
    }

    @Test
    void every_magic_says_what_it_does() {
        String all = "\n" + notebook.run("%list").out();
        for (String name : List.of(
                "%time",
                "%%time",
                "%classpath",
                "%jars",
                "%load",
                "%maven",
                "%addMavenDependencies",
                "%addMavenDependency",
                "%mavenRepo",
                "%addMavenRepo",
                "%loadFromPOM",
                "%%loadFromPOM",
                "%list",
                "%lsmagic")) {
            assertThat(all).contains("\n" + name).as(name);
            String bare = name.substring(1);
            assertThat(notebook.run("%list " + name).out()).startsWith(name).contains("\n    ");
            if (!name.startsWith("%%")) {
                assertThat(notebook.run(name + "?").out()).startsWith(name);
                assertThat(notebook.run(name + " --help").out()).startsWith(name);
                assertThat(notebook.run("%list " + bare).out()).startsWith(name);
            }
        }
    }

    @Test
    void a_cell_of_magics_alone_is_complete() {
        for (String code : List.of(
                "%maven g:a:1",
                "List<String> a = %jars x.jar", "%%loadFromPOM\n<dependency>\n</dependency>", "%maven x\nint a = 1;")) {
            assertThat(notebook.shell.isComplete(code).status()).as(code).isEqualTo(Shell.Completeness.Status.COMPLETE);
        }
        assertThat(notebook.shell.isComplete("%maven x\nfor (;;) {").status())
                .isEqualTo(Shell.Completeness.Status.INCOMPLETE);
    }
}
