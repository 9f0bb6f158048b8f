package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the code of these tests a bar stands for the cursor. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InspectionTest {
    private static Notebook notebook;

    @BeforeAll
    static void declare() {
        notebook = new Notebook();
        notebook.run("""
                String word = "abc";
                var words = new ArrayList<String>(List.of("x", "y"));
                int[] numbers = {1, 2};
                var loud = new Object() { public String toString() { throw new IllegalStateException("asked"); } };
                /** Doubles a number. @param value any */
                int twice(int value) { return 2 * value; }
                /// A pair of *numbers*.
                record Pair(int a, int b) {}
                """).text();
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    private static String inspect(String code, int detailLevel) {
        return notebook.shell
                .inspect(code.replace("|", ""), code.indexOf('|'), detailLevel)
                .map(bundle -> bundle.data().get("text/plain"))
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            wo|rd ¦ String word = "abc"
            words| ¦ ArrayList<String> words = ["x", "y"]    // size 2
            numbers| ¦ int[] numbers = [1, 2]    // size 2
            tw|ice(1) ¦ int twice(int value)    // cell 1
            twice(1, | ¦ int twice(int value)    // cell 1
            Pa|ir ¦ record Pair(int a, int b) {}    // cell 1
            var x|s = List.of(1) ¦ List<Integer> xs
            int f(double a) { return a| + 1; } ¦ double a
            Math.ma|x(1, 2) ¦ static int Math.max(int a, int b)
            Math.max(1, | ¦ static int Math.max(int a, int b)
            "a b".split(| ¦ String[] String.split(String regex, int limit)
            System.out.println("a str|ing") ¦ void PrintStream.println(boolean x)
            words.forEach(System.out::pri|nt) ¦ void PrintStream.print(boolean b)
            new ArrayList<>(| ¦ ArrayList(int initialCapacity)
            ArrayLi|st ¦ class java.util.ArrayList<E>
            AtomicInteg|er ¦ class java.util.concurrent.atomic.AtomicInteger
            import java.util.Li|st; ¦ interface java.util.List<E>
            Integer.MAX_V|ALUE ¦ int Integer.MAX_VALUE = 2147483647
            numbers.len|gth ¦ int length
            %ti|me ¦ %time CODE
            %load fi|le ¦ %load FILE
            recor|d ¦ record NAME(T a, U b)
            disp|lay(word) ¦ display(Object value)
            """)
    void a_tooltip_says_what_stands_at_the_cursor(String code, String expected) {
        assertThat(inspect(code, 0)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothingKnown|", "", "|", "// wor|d", "\"wor|d\"", "1|2"})
    void nothing_is_said_of_what_is_not_known(String code) {
        assertThat(notebook.shell.inspect(code.replace("|", ""), Math.max(0, code.indexOf('|')), 0))
                .isEmpty();
    }

    @Test
    void own_declarations_come_with_their_comments() {
        assertThat(inspect("twi|ce", 0)).contains("Doubles a number.");
        assertThat(inspect("Pai|r", 0)).contains("A pair of *numbers*.");
        assertThat(inspect("twi|ce", 1)).contains("{ return 2 * value; }");
    }

    @Test
    void the_value_of_a_variable_is_told_without_running_code_of_cells() {
        assertThat(inspect("lou|d", 0)).contains("loud = ").doesNotContain("asked");
    }

    @Test
    void documentation_of_the_jdk_is_shown_where_its_sources_are() {
        assumeTrue(
                Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip")),
                "this JDK comes without its sources");
        assertThat(inspect("\"\".strip|()", 0)).contains("leading", "Returns: a string", "Since: 11");
        assertThat(inspect("Math.max(|", 0)).contains("Parameters:\n    a  an argument.");
        assertThat(inspect("new ArrayList<String>().rever|sed()", 0)).contains("reverse-ordered view");
        assertThat(inspect("Math.ma|x(1, 2)", 1)).contains("return (a >= b) ? a : b;");
    }

    @Test
    void the_page_has_a_markdown_form() {
        assertThat(notebook.shell.inspect("Math.abs", 7, 0).orElseThrow().data().get("text/markdown"))
                .startsWith("```java\nstatic int Math.abs(int a)");
    }
}
