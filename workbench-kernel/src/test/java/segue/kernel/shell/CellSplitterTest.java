package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JShell, which parses, is the oracle for code that is right. */
class CellSplitterTest {
    private static JShell jshell;

    @BeforeAll
    static void open() {
        jshell = JShell.create();
    }

    @AfterAll
    static void close() {
        jshell.close();
    }

    static Stream<String> cells() {
        return Stream.of(
                "1+1",
                "int x = 3; x",
                "import java.util.*;\nimport static java.lang.Math.PI;\nPI",
                "int[] a = {1, 2}; int[][] b = new int[][] {{1}, {2}}; a.length",
                "Runnable r = () -> { System.out.println(\"};\"); }; r.run();",
                "if (true) { f(); } else if (x) g(); else { h(); } 1",
                "for (int i = 0; i < 3; i++) for (int j : js) { f(); }\nx",
                "while (i < 3) i++; do { i--; } while (i > 0); do i++; while (i < 5); i",
                "try { f(); } catch (A | B e) { g(); } finally { h(); } x",
                "try (var in = open(); var out = open()) { f(); } x",
                "switch (x) { case 1: f(); break; default: g(); } y",
                "var s = switch (x) { case 1 -> { yield \"a\"; } default -> \"b\"; }; s",
                "synchronized (lock) { f(); } y",
                "outer: for (;;) { break outer; } y",
                "int f(int a) { return a + 1; }\nint y = f(2);\ny",
                "<T extends Comparable<T>> T most(List<? extends T> list) throws IOException, A { return null; } 1",
                "public static void main(String... args) { } main();",
                "static final int N = 3; N",
                "class A { int x; class B { } }\nnew A().x",
                "@Deprecated(since = \"1\") public final class A extends B<int[]> implements C { } new A()",
                "record P(int x, String... y) { P { if (x < 0) throw new A(); } } new P(1)",
                "record R<T>(T x) { } sealed interface S permits T, U { } non-sealed class T implements S { } final class U implements S { }",
                "enum E { A { int f() { return 1; } }, B; int f() { return 0; } } E.A",
                "@interface Mark { int value() default 1; } @Mark(3) class M { }",
                "interface I { default void f() { } static int g() { return 1; } } I.g()",
                "new Object() { int n = 1; }.n",
                "var o = new Object() { int n = 1; }; o.n",
                "foo(x -> { return 1; }, new A() { void b() { } }); y",
                "String text = \"\"\"\n  { ; }\n  \"\"\"; text",
                "char c = '{'; char d = '\\''; c",
                "// a; b\nint x = 1; /* c; { */ x // end",
                "assert x > 0 : \"no\"; x",
                "throw new A();",
                "{ int x = 1; f(x); } y",
                "Map<String, List<Integer>> m = new HashMap<>(); m",
                "x = y ? z : w; x",
                "list.stream()\n  .map(v -> v * 2)\n  .toList()",
                "int record = 1; record = 2; record",
                "List<int[]> pairs() { return List.of(); } pairs()",
                "int array()[] throws A, B { return null; } array()",
                "int[] numbers() { return new int[] {1}; } numbers()[0]",
                "return3(); newest(); x",
                "@SafeVarargs static <T> List<T> all(T... ts) { return List.of(ts); } all(1)",
                "if (a) if (b) c(); else d(); e",
                "a.<String>b(c); x -> y",
                "int a = 1, b = 2; a + b");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void cutsAsJShellDoes(String cell) {
        assertThat(pieces(cell)).isEqualTo(piecesOfJShell(cell));
    }

    @Test
    void cutsAnImportWithoutSemicolonAtTheEndOfItsLine() {
        assertThat(pieces("import java.util.List\nint x = 1;")).containsExactly("import java.util.List", "int x = 1;");
    }

    @Test
    void comesToAnEndWhateverTheCodeIs() {
        String parts = "{}()[];:@\"'/*if else try class record import x = -> \n";
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new java.util.Random(seed);
            StringBuilder code = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                int from = random.nextInt(parts.length());
                code.append(parts, from, Math.min(parts.length(), from + 1 + random.nextInt(6)));
            }
            List<Integer> ends = CellSplitter.ends(code.toString(), 0, code.length());
            assertThat(ends).isSorted().doesNotHaveDuplicates().allMatch(end -> end <= code.length());
        }
    }

    private static List<String> pieces(String cell) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end : CellSplitter.ends(cell, 0, cell.length())) {
            pieces.add(cell.substring(start, end).strip());
            start = end;
        }
        return pieces;
    }

    private static List<String> piecesOfJShell(String cell) {
        List<String> pieces = new ArrayList<>();
        String rest = cell;
        while (true) {
            SourceCodeAnalysis.CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                return pieces;
            }
            String remaining = info.remaining() == null ? "" : info.remaining();
            pieces.add(rest.substring(0, rest.length() - remaining.length()).strip());
            rest = remaining;
        }
    }
}
