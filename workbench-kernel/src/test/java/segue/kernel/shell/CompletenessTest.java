package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompletenessTest {
    private static final JavaShell SHELL = new JavaShell();

    @AfterAll
    static void close() {
        SHELL.close();
    }

    private static Shell.Completeness check(String code) {
        return SHELL.isComplete(code.replace("⏎", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "1 + 1",
                "int x = 5;",
                "int x = 5",
                "import java.util.List",
                "import java.util.*;",
                "import static java.lang.Math.max;",
                "if (true) f();",
                "if (a) { } else { }",
                "int f() { return 1; }",
                "class A { }⏎new A()",
                "record P(int a) { }",
                "// a comment",
                "/* a comment */",
                "for (;;) { }",
                "int[] a = {1, 2};",
                "a < b",
                "x++",
                "List<String> a = null",
                "var s = \"\"\"⏎  text⏎  \"\"\";",
                "%jars lib/*.jar",
                "%maven a:b:1",
                "%load x⏎1 + 1",
                "%%time⏎1 + 1",
                "@Override public String toString() { return \"\"; }",
                "switch (x) { case 1 -> f(); default -> g(); }",
                "words.stream().map(w -> w.length()).toList()",
                "do { } while (x);"
            })
    void what_can_run_is_complete(String code) {
        assertThat(check(code).status()).isEqualTo(Shell.Completeness.Status.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            int f() { ¦ 4
            class A {⏎    void f() { ¦ 8
            class A {⏎    int x; ¦ 4
            a ? b : ¦ 4
            1 + ¦ 4
            int x = ¦ 4
            @Override ¦ 0
            import java ¦ 4
            import java.util. ¦ 4
            foo( ¦ 4
            foo(a,⏎    b, ¦ 4
            for (int i = 0; i < 3; i++) ¦ 4
            for (int i = 0; i < 3; i++) { ¦ 4
            if (x) { ¦ 4
            if (x) ¦ 4
            if (x) f(); else ¦ 4
            try { } ¦ 0
            x -> ¦ 4
            List<String ¦ 4
            Map<String, ¦ 4
            class A ¦ 4
            int f() ¦ 4
            switch (x) { ¦ 4
            switch (x) {⏎    case 1: ¦ 8
            switch (x) {⏎    case 1:⏎        f(); ¦ 8
            switch (x) {⏎    case 1 -> f(); ¦ 4
            void f() {⏎    if (x) ¦ 8
            words.stream()⏎    .map( ¦ 8
            var s = `\"""⏎  text` ¦ 2
            /* open ¦ 1
            %time foo( ¦ 4
            """)
    void what_goes_on_is_incomplete_and_the_next_line_is_indented(String code, int indent) {
        Shell.Completeness completeness = check(code);
        assertThat(completeness.status()).isEqualTo(Shell.Completeness.Status.INCOMPLETE);
        assertThat(completeness.indent()).hasSize(indent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int ) x",
                "}",
                "int f() { } }",
                "foo(]",
                "int x = ;",
                "String s = \"open",
                "char c = 'ab",
                "int f() { return 1 }",
                "1 2 3",
                "int x = ; foo(",
                "class { }",
                "a b c"
            })
    void what_no_further_line_can_mend_is_invalid(String code) {
        assertThat(check(code).status()).isEqualTo(Shell.Completeness.Status.INVALID);
    }
}
