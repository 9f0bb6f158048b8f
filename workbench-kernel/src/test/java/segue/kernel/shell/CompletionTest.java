package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the code of these tests a bar stands for the cursor. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompletionTest {
    private static final String DECLARED = """
            String word = "abc";
            int total = 3;
            var words = new ArrayList<String>(List.of("x", "y"));
            int[] numbers = {1, 2};
            enum Colour { RED, GREEN }
            Colour colour = Colour.RED;
            sealed interface Shape permits Circle, Square {}
            record Circle(double radius) implements Shape {}
            record Square(double side) implements Shape {}
            Shape shape = new Circle(2);
            int twice(int value) { return 2 * value; }
            """;

    private static Notebook notebook;

    @BeforeAll
    static void declare() {
        notebook = new Notebook();
        notebook.run(DECLARED).text();
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    private static Shell.Completion complete(String code) {
        return notebook.shell.complete(code.replace("|", ""), code.indexOf('|'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            wor| ¦ word
            | ¦ words
            int a = 1; tw| ¦ twice(
            var lo = 1; Runnable r = () -> { int q = l| ¦ lo
            for (String w : wor| ¦ words
            for (String w : words) { w.le| ¦ length()
            int f(String text) { for (int i = 0; i < text.le| ¦ length()
            class A { int field; void m() { fie| ¦ field
            enum E { ONE, TWO; E f() { return O| } } ¦ ONE
            words.stream().map(w -> w.sub|).toList(); ¦ substring(
            words.stream().sorted(Comparator.comparing(w -> w.len| ¦ length()
            var first = words.get(0); first.toUp| ¦ toUpperCase(
            new Circle(to| ¦ total
            foo(new Circle(2), new Square(to|)) ¦ total
            throw new IllegalStateException(wo| ¦ word
            Math.ma| ¦ max(
            Math::ma| ¦ max
            words.stream().map(String::toUp| ¦ toUpperCase
            words.stream().map(String::| ¦ new
            new Arr| ¦ ArrayList
            List<String> list = new | ¦ ArrayList
            switch (colour) { case | ¦ RED
            switch (shape) { case | ¦ Circle
            var n = switch (colour) { case RED -> 1; case | ¦ GREEN
            import java.util.conc| ¦ concurrent
            import java.util.concurrent.atomic.AtomicI| ¦ AtomicInteger
            import static java.lang.Math.ab| ¦ abs
            @Over| ¦ Override
            @SuppressWarnings(| ¦ value =
            record P(int first) {} var p = new P(1); p.fi| ¦ first()
            Map<Str| ¦ String
            Map<String, Lis| ¦ List
            if (shape instanceof Cir| ¦ Circle
            if (shape instanceof Circle c && c.ra| ¦ radius()
            throw new IllegalA| ¦ IllegalArgumentException
            try { } catch (IOEx| ¦ IOException
            void f() throws IOEx| ¦ IOException
            class B extends ArrayL| ¦ ArrayList
            class B implements Compara| ¦ Comparable
            numbers.len| ¦ length
            java.util.concurrent.ThreadLo| ¦ ThreadLocalRandom
            new java.util.ArrayL| ¦ ArrayList
            System.out.printl| ¦ println(
            Catalog.sam| ¦ sample()
            disp| ¦ display(
            public sta| ¦ static
            String t = "a" + word.le| ¦ length()
            AtomicInteger n = new AtomicInteger(); n.incr| ¦ incrementAndGet()
            CompletableFut| ¦ CompletableFuture
            AtomicInteg| ¦ AtomicInteger
            AtInt| ¦ AtomicInteger
            WOR| ¦ word
            %lo| ¦ %load
            %time wor| ¦ word
            %list ti| ¦ %time
            """)
    void a_name_is_completed_where_it_stands(String code, String expected) {
        assertThat(complete(code).matches().stream().map(String::strip)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String s = \"wor|",
                "var s = \"\"\"\n  wor|",
                "// wor|",
                "/* wor|",
                "char c = 'w|",
                "12|",
                "1.|",
                "0x1|",
                "total.|",
                "%maven wor|",
                "nothing.known.|"
            })
    void nothing_is_offered_where_no_name_can_stand(String code) {
        assertThat(complete(code).matches()).isEmpty();
    }

    @Test
    void what_fits_comes_first_and_what_every_object_has_last() {
        assertThat(complete("int n = |").matches().getFirst()).isEqualTo("total");
        assertThat(complete("boolean b = words.is|").matches()).containsExactly("isEmpty()");
        List<String> members = complete("words.|").matches();
        assertThat(members.indexOf("notify()")).isGreaterThan(members.indexOf("removeFirst()"));
        assertThat(complete("wor|").matches()).startsWith("word", "words");
    }

    @Test
    void a_chain_over_several_lines_is_followed() {
        assertThat(complete("words.stream()\n  .map(String::length)\n  .fil|").matches())
                .containsExactly("filter(");
        assertThat(complete("words.stream()\n  .fil|\n  .toList();").matches()).containsExactly("filter(");
        assertThat(complete("var z = words.get(0).le|\nSystem.out.println(z);").matches())
                .containsExactly("length()");
    }

    @Test
    void only_the_name_is_replaced_and_parentheses_that_stand_are_kept() {
        Shell.Completion completion = complete("int y = words.si|(); total");
        assertThat(completion.matches()).containsExactly("size");
        assertThat(completion.start()).isEqualTo("int y = words.".length());
        assertThat(completion.end()).isEqualTo("int y = words.si".length());
    }

    @Test
    void every_match_has_its_kind_and_signature() {
        Shell.Completion words = complete("words.|");
        assertThat(words.types().keySet()).containsAll(words.matches());
        assertThat(complete("Math.atan2|").signatures()).containsEntry("atan2(", "(double y, double x) → double");
        assertThat(complete("Math.atan2|").types()).containsEntry("atan2(", "function");
        assertThat(complete("tw|").signatures()).containsEntry("twice(", "(int value) → int");
        assertThat(complete("words|").signatures()).containsEntry("words", "ArrayList<String>");
        assertThat(complete("words|").types()).containsEntry("words", "instance");
        assertThat(complete("ArrayL|").types()).containsEntry("ArrayList", "class");
        assertThat(complete("import java.ut|").types()).containsEntry("util", "module");
        assertThat(complete("whi|").types()).containsEntry("while", "keyword");
        assertThat(complete("%lo|").types()).containsEntry("%load", "magic");
        assertThat(complete("AtomicInteger|").signatures().get("AtomicInteger"))
                .isEqualTo("java.util.concurrent.atomic.AtomicInteger  (the import is added)");
    }

    @Test
    void magics_complete_files(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("library"));
        Files.writeString(folder.resolve("lib.jar"), "");
        Files.writeString(folder.resolve("lib.txt"), "");
        assertThat(complete("%load " + folder + "/li|").matches())
                .containsExactly(folder + "/lib.jar", folder + "/lib.txt", folder + "/library/");
        assertThat(complete("%jars " + folder + "/li|").matches())
                .containsExactly(folder + "/lib.jar", folder + "/library/");
        assertThat(complete("%load /no/such/folder/|").matches()).isEmpty();
    }

    @Test
    void a_completed_class_gets_its_import_when_the_cell_runs() {
        try (Notebook fresh = new Notebook()) {
            Notebook.Cell cell = fresh.run("var counter = new AtomicInteger(41); counter.incrementAndGet()");
            assertThat(cell.text()).isEqualTo("42");
            assertThat(cell.err()).isEqualTo("import java.util.concurrent.atomic.AtomicInteger;\n");
            assertThat(fresh.run("new AtomicInteger(7)").err()).isEmpty();
            assertThat(fresh.run("SwingUtilities.isEventDispatchThread()").err())
                    .isEqualTo("import javax.swing.SwingUtilities;\n");
            assertThat(fresh.run("@Retention(RetentionPolicy.RUNTIME) @interface Keep {}")
                            .err())
                    .contains("import java.lang.annotation.Retention;");
            assertThat(fresh.run("NoSuchClassAtAll x = null;").traceback()).contains("cannot find symbol");
        }
    }

    @Test
    void an_import_is_only_kept_when_the_cell_compiles_with_it() {
        try (Notebook fresh = new Notebook()) {
            assertThat(fresh.run("new AtomicLong(1).noSuch()").traceback()).contains("noSuch");
            assertThat(fresh.run("class AtomicLong {} new AtomicLong() != null").text())
                    .isEqualTo("true");
        }
    }

    @Test
    void answers_come_while_a_cell_runs_and_declares() throws Exception {
        try (Notebook busy = new Notebook()) {
            busy.run("String sentence = \"a b\";").text();
            Thread cell = Thread.ofPlatform().start(() -> busy.run("while (true) { }"));
            Thread.sleep(200);
            for (int i = 0; i < 100; i++) {
                assertThat(busy.shell.complete("sentence.spl", 12).matches()).contains("split(");
            }
            busy.shell.interrupt();
            cell.join();
            Thread declaring = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 15; i++) {
                    busy.run("int v" + i + " = " + i + "; int f" + i + "(int a) { return a; } class C" + i + " {}");
                }
            });
            while (declaring.isAlive()) {
                assertThat(busy.shell.complete("sente", 5).matches()).containsExactly("sentence");
                assertThat(busy.shell.inspect("sentence", 3, 0)).isPresent();
            }
            assertThat(busy.shell.complete("v14", 3).matches()).containsExactly("v14");
        }
    }

    @Test
    void nonsense_gets_an_answer_too() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "wor", ".", "(", ")", "{", "}", "\"", "\"\"\"", "'", ";", " ", "\n", "😀", "\u0000", "\ud83d", "é", "%",
                "%%time", "@", "class ", "new ", "switch ", "case ", "->", "::", "<", ">", "import ", "/*", "//", "1e",
                "=", "?", ":");
        for (int i = 0; i < 120; i++) {
            StringBuilder code = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                code.append(pieces.get(random.nextInt(pieces.size())));
            }
            String text = code.toString();
            int cursor = random.nextInt(-2, text.length() + 3);
            Shell.Completion completion = notebook.shell.complete(text, cursor);
            assertThat(completion.start()).isBetween(0, completion.end());
            assertThat(completion.end()).isBetween(0, text.length());
            assertThat(notebook.shell.inspect(text, cursor, 1)).isNotNull();
            assertThat(notebook.shell.isComplete(text)).isNotNull();
        }
    }

    @Test
    void a_megabyte_does_not_hold_up_the_next_question() {
        String big = "var x = List.of(" + "1, ".repeat(400_000);
        long start = System.nanoTime();
        assertThat(notebook.shell.complete(big, big.length()).matches()).isEmpty();
        assertThat(notebook.shell.inspect(big, big.length(), 0)).isEmpty();
        assertThat(notebook.shell.isComplete(big).status()).isEqualTo(Shell.Completeness.Status.UNKNOWN);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(10);
    }
}
