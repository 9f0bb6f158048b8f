package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What a person reads who has made a mistake: each row is a cell and what its error says. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErrorMessagesTest {
    private final Notebook notebook = new Notebook();

    @AfterEach
    void close() {
        notebook.close();
    }

    private DynamicTest says(String code, String... parts) {
        return DynamicTest.dynamicTest(code.strip().lines().findFirst().orElse(code), () -> {
            String text = notebook.run(code).traceback();
            assertThat(text).contains(parts).doesNotContain("REPL").doesNotContain("segue.kernel");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_mistyped_name_is_followed_by_the_one_that_was_meant() {
        notebook.run("record Song(String name, int plays) {} Song song = new Song(\"a\", 1); int counter = 3;"
                        + " int cube(int n) { return n * n * n; }")
                .text();
        return Stream.of(
                says("\"a\".lenght()", "    \"a\".lenght()\n        ^^^^^^\n", "did you mean length()?"),
                says("\"a\".length", "did you mean length()?"),
                says("song.nmae()", "did you mean name()?"),
                says("song.plais", "did you mean plays?"),
                says("List.of(song).foreach(s -> {})", "did you mean forEach()?"),
                says("new int[3].length()", "the length of an array is .length"),
                says("conter + 1", "did you mean counter?"),
                says("cub(3)", "did you mean cube?"),
                says("Math.sqr(3)", "did you mean sqrt()?"),
                says("Sytem.out.println(1);", "did you mean System?"),
                says("ArrayListt<String> l;", "did you mean ArrayList?"),
                says("Colector<String, ?, ?> c;", "did you mean Collector?"),
                says("import java.utill.List;", "did you mean java.util?"),
                says("import java.util.Lisst;", "did you mean List?"),
                says("println(3)", "did you mean System.out.println()?"));
    }

    @TestFactory
    Stream<DynamicTest> a_name_of_several_classes_comes_with_their_imports() {
        return Stream.of(
                says("Document d = null;", "import javax.swing.text.Document;", "import org.w3c.dom.Document;"),
                says("Element.class.getName()", "import javax.lang.model.element.Element;"));
    }

    @TestFactory
    Stream<DynamicTest> what_is_missing_or_too_much_is_pointed_at() {
        return Stream.of(
                says("int a = 1\nint b = 2", "line 1: ';' expected", "    int a = 1\n             ^"),
                says("for (int i = 0; i < 3; i++) {\n  foo(i);", "line 1: this { is never closed"),
                says("foo(1, (2)", "line 1: this ( is never closed", "       ^"),
                says("int x = 3;\n}", "line 2: this } closes nothing"),
                says("if (true) { ) }", "this ) does not fit the { of line 1"),
                says("1 +", "the code ends where a value should follow"),
                says("String s = \"abc\nint z = 3;", "line 1: unclosed string literal"),
                says("char c = 'ab';", "unclosed character literal"),
                says("/* never closed", "unclosed comment"),
                says("#!/usr/bin/env java\n1", "illegal character: '#'", "a comment begins with //"),
                says("String e = \"\\u{1F600}\";", "illegal unicode escape"));
    }

    @TestFactory
    Stream<DynamicTest> rules_of_the_language_are_told_in_its_words() {
        return Stream.of(
                says(
                        "final int fixed = 1; fixed = 2;",
                        "cannot assign a value to final variable fixed",
                        "declare it anew"),
                says("int whole = 3.5;", "possible lossy conversion from double to int", "(int) before it"),
                says("int number = \"text\";", "String cannot be converted to int"),
                says("List<int> li = null;", "unexpected type", "found:    int"),
                says("var nothing = null;", "cannot infer type for local variable nothing"),
                says("var p = 1, q = 2;", "'var' is not allowed in a compound declaration"),
                says("let x = 3;", "by its type or by var"),
                says("fresh = 3", "a new variable needs its type or var: var fresh = …"),
                says("return 3;", "return outside a method", "a cell runs to its end"),
                says("if (true) return;", "return outside a method"),
                says("break", "break outside switch or loop"),
                says("this", "this cannot be referenced from a static context"),
                says("int noBody();", "the method noBody has no body"),
                says("String toString() { return \"\"; }", "every object has a method toString()", "another name"),
                says("boolean equals(Object o) { return true; }", "every object has a method equals(Object)"),
                says("int f() { while (true) { } return 1; }", "unreachable statement"),
                says("int g() { }", "missing return statement"),
                says("void h() { throw new Exception(); }", "unreported exception Exception"),
                says(
                        "int k = switch ((Object) 1) { case String s -> 1; };",
                        "does not cover all possible input values"),
                says(
                        "class Im implements Runnable {}",
                        "Im is not abstract and does not override abstract method run()"),
                says(
                        "sealed interface S permits A {} record A() implements S {} record B() implements S {}",
                        "permits"),
                says("final class Fi {} class Su extends Fi {}", "cannot inherit from final Fi"),
                says("if (1 instanceof byte) { }", "preview feature", "--enable-preview"),
                says("class Dup { int a; int a; }", "variable a is already defined in class Dup"),
                says("int enum = 3;", "'enum' is a keyword"));
    }

    @TestFactory
    Stream<DynamicTest> errors_while_running_show_the_cells_own_lines() {
        return Stream.of(
                says("assert 1 == 2 : \"one is not two\";", "AssertionError: one is not two", "at cell 1, line 1"),
                says("\nassert 1 == 2;", "AssertionError: assert 1 == 2;", "at cell 2, line 2"),
                says(
                        "class G {} Object g = new G(); Integer i = (Integer) g;",
                        "class G cannot be cast to class java.lang.Integer\n"),
                says("class G { int a; }\nG again = (G) g;", "G was declared again after this object was made"),
                says(
                        "class L { static int n = 1 / 0; } L.n",
                        "Caused by: java.lang.ArithmeticException",
                        "the static initialiser of L (cell 5, line 1)"),
                says(
                        "class C { C() { throw new IllegalStateException(\"no\"); } } new C()",
                        "at new C (cell 6, line 1)"),
                says(
                        "Runnable r = () -> { throw new RuntimeException(\"in\"); };\nr.run();",
                        "a lambda in cell 7, line 1",
                        "at cell 7, line 2"),
                says(
                        "var m = new RuntimeException(\"main\"); m.addSuppressed(new IllegalStateException(\"sup\")); throw m;",
                        "Suppressed: java.lang.IllegalStateException: sup"),
                says(
                        "var a = new RuntimeException(\"a\"); var b = new RuntimeException(\"b\", a); a.initCause(b); throw a;",
                        "Caused by: java.lang.RuntimeException: b",
                        "the causes go in a circle"),
                says(
                        "throw new RuntimeException() { public String getMessage() { throw new IllegalStateException(); } };",
                        "its message failed with java.lang.IllegalStateException"),
                says(
                        "IntStream.range(0, 9).parallel().map(q -> 10 / (q - 5)).sum()",
                        "/ by zero",
                        "more frames of library code"),
                says(
                        "boolean even(int n) { return n == 0 || odd(n - 1); }\nboolean odd(int n) { return n != 0 && even(n - 1); }\neven(1_000_000)",
                        "StackOverflowError",
                        "… these 2 frames",
                        "nested too deep"),
                says("new long[Integer.MAX_VALUE]", "OutOfMemoryError", "An array has at most 2,147,483,645 elements"),
                says("int e = 1;\nint d = e / 0;", "ArithmeticException: / by zero", "line 2", "int d = e / 0;"),
                says("int[] few = {1};\n\nvar none =\n    few[3];", "ArrayIndexOutOfBoundsException", "line 3"));
    }

    @Test
    void no_made_up_name_shows_in_what_a_cell_prints_and_returns() {
        assertThat(notebook.text("class G {} new G()")).matches("G@[0-9a-f]+");
        assertThat(notebook.text("new G().getClass()")).isEqualTo("class G");
        assertThat(notebook.text("Runnable r = () -> {}; r")).matches("lambda@[0-9a-f]+");
        assertThat(notebook.text("new Object() { int a; }")).matches("anonymous class@[0-9a-f]+");
        assertThat(notebook.text(
                        "class F { public String toString() { throw new IllegalStateException(\"no\"); } } new F()"))
                .isEqualTo("F (its toString failed: IllegalStateException: no)");
        assertThat(notebook.run("System.out.print(List.of(new G()))").out()).matches("\\[G@[0-9a-f]+]");
        assertThat(notebook.run("class Ex extends Exception {}\nnew Ex().printStackTrace();")
                        .err())
                .isEqualTo("Ex\n\tat cell 7, line 2\n");
        Notebook.Cell virtual =
                notebook.run("Thread.ofVirtual().start(() -> { throw new RuntimeException(\"v\"); }).join();");
        assertThat(virtual.err()).startsWith("Uncaught in a virtual thread:").doesNotContain("REPL");
    }
}
