package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Every construct of Java 25 in a cell: each row is a cell and what it shows. The rows of a table share a notebook. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanguageTest {
    private final Notebook notebook = new Notebook();

    @AfterEach
    void close() {
        notebook.close();
    }

    private DynamicTest shows(String value, String code) {
        return DynamicTest.dynamicTest(
                title(code), () -> assertThat(notebook.text(code)).isEqualTo(value));
    }

    private DynamicTest prints(String out, String code) {
        return DynamicTest.dynamicTest(title(code), () -> {
            Notebook.Cell cell = notebook.run(code);
            assertThat(cell.text()).isEmpty();
            assertThat(cell.out()).isEqualTo(out);
        });
    }

    private DynamicTest runs(String code) {
        return prints("", code);
    }

    private static String title(String code) {
        return code.strip().lines().findFirst().orElse("(blank)");
    }

    @TestFactory
    Stream<DynamicTest> literals_and_operators() {
        return Stream.of(
                shows("-2147483648", "int most = Integer.MAX_VALUE; most + 1"),
                shows("255", "0xFF"),
                shows("10", "0b1010"),
                shows("1000000", "1_000_000"),
                shows("8.0", "0x1p3"),
                shows("98", "'a' + 1"),
                shows("b", "(char) ('a' + 1)"),
                shows("-1", "(byte) 255"),
                shows("2147483647", "-1 >>> 1"),
                shows("5", "-7 / 3 * -7 % 3 + 3"),
                shows("Infinity", "1.0 / 0"),
                shows("true", "Double.NaN != Double.NaN"),
                shows("9", "int n = 3; n *= n"),
                shows("3 4", "int i = 3; i++ + \" \" + i"),
                shows("AB", "\"\\u0041\" + '\\u0042'"),
                shows("3😀", "int ä = 3; String 名 = \"😀\"; ä + 名"),
                shows("2", "\"😀\".length()"),
                shows("a\tb", "\"a\\tb\""),
                shows("one\n  two \"three\" four", """
                        var text = \"""
                          one
                            two "three" \\
                          four\""";
                        text"""),
                shows("4", "int $dollar = 4; $dollar"),
                shows("spw", "String sealed = \"s\", permits = \"p\", when = \"w\"; sealed + permits + when"),
                shows("3", "var var = 3; var"),
                shows("r", "String record = \"r\"; record"));
    }

    @TestFactory
    Stream<DynamicTest> variables() {
        return Stream.of(
                shows("5", "int[] a = {1, 2, 3}, b[] = {{1}, {2}}; b[1][0] + a[2]"),
                shows("3", "int p = 1, q = 2, r; r = p + q; r"),
                shows("[5, 0, 0]", "int old[] = new int[3]; old[0] = 5; old"),
                shows("2", "List<String>[] lists = new List[2]; lists.length"),
                shows("1", "List<int[]> inside = List.of(new int[] {1}); inside.get(0)[0]"),
                shows("a132[]cfalse[1]1", """
                        var v1 = "a" + 1; var v2 = (long) 3; var v3 = new int[2][3]; var v4 = new ArrayList<String>();
                        var v5 = 'c'; var v6 = 1 == 2; var v7 = new ArrayList<>(List.of(1)); var v8 = new int[] {1};
                        v1 + v2 + v3.length + v4 + v5 + v6 + v7 + v8[0]"""),
                shows(
                        "11p",
                        "static int s1 = 5; public int s2 = 6; private static final String S3 = \"p\"; s1 + s2 + S3"),
                shows("3", "int _ = 5; int _ = 6; 3"),
                shows("2", "int twice = 1; int twice = 2; twice"),
                shows("big", "final String word; if (twice > 1) word = \"big\"; else word = \"small\"; word"),
                shows("4", "final var three = 3; three + 1"),
                prints("stopped\n", """
                        volatile boolean stop = false;
                        Thread waiting = new Thread(() -> { while (!stop) { } System.out.println("stopped"); });
                        waiting.start(); Thread.sleep(20); stop = true; waiting.join();"""));
    }

    @TestFactory
    Stream<DynamicTest> anonymous_classes_keep_their_members_through_var() {
        return Stream.of(
                shows("2", "var o = new Object() { int n = 1; int twice() { return 2 * n; } }; o.twice()"),
                shows("10", "o.n = 5; o.twice()"),
                shows("104", """
                        var sum = new ArrayList<Integer>(List.of(3, 1)) {
                            int sum() {
                                int s = 0;
                                for (int i : this) s += i;
                                return s;
                            }
                        };
                        sum.add(100);
                        sum.sum()"""),
                shows("2", """
                        var counting = new Function<Integer, Integer>() {
                            int calls;
                            public Integer apply(Integer i) { calls++; return i + 1; }
                        };
                        counting.apply(3); counting.apply(4); counting.calls"""),
                shows("-1", """
                        var shorter = new Comparator<String>() {
                            public int compare(String a, String b) { return a.length() - b.length(); }
                        };
                        shorter.compare("a", "bb")"""),
                shows("new", "var o = new Object() { String s = \"new\"; }; o.s"));
    }

    @TestFactory
    Stream<DynamicTest> statements() {
        return Stream.of(
                prints("0112", """
                        outer: for (int i = 0; i < 3; i++) {
                            for (int j = 0; j < 3; j++) {
                                if (j == 2) continue outer;
                                if (i == 2) break outer;
                                System.out.print(i + j);
                            }
                        }"""),
                prints(
                        "many\n",
                        "switch (5) { case 1 -> System.out.println(\"one\"); default -> System.out.println(\"many\"); }"),
                prints(
                        "ab",
                        "switch (\"x\") { case \"x\": System.out.print(\"a\"); case \"y\": System.out.print(\"b\"); break; default: System.out.print(\"c\"); }"),
                shows("2", "int v = switch (5) { case 1: yield 1; default: yield 2; }; v"),
                shows(
                        "three",
                        "switch (3) { case 1, 2 -> \"few\"; case 3 -> { yield \"three\"; } default -> \"other\"; }"),
                prints("1\nend\n", """
                        try (var numbers = new Scanner("1 2")) {
                            System.out.println(numbers.nextInt());
                        } catch (IllegalStateException | NoSuchElementException e) {
                            System.out.println(e);
                        } finally {
                            System.out.println("end");
                        }"""),
                prints("u\nu\n", "for (var _ : List.of(1, 2)) System.out.println(\"u\");"),
                shows("3", "int up = 0; while (up < 3) up++; up"),
                shows("0", "do up--; while (up > 0); up"),
                prints("5\n", "{ int local = 5; System.out.println(local); }"),
                prints("static\n", "static { System.out.println(\"static\"); }"),
                shows("7", "synchronized (List.class) { up = 7; } up"),
                runs(";"),
                runs(""),
                runs("// only a comment"),
                runs("/* one */ /* two\n */"),
                shows("3", "/* before */ 1 /* between */ + // behind\n 2 // after"),
                shows("6", "int a = 1;\r\nint b = 2;\r\n\ta + b + 3\r\n"),
                prints("q\n", "if (up > 1) System.out.println(\"q\") // no semicolon"),
                prints("0\n1\n", "for (int i = 0; i < 2; i++) System.out.println(i)"),
                runs("do { } while (false)"),
                runs("while (true) break"));
    }

    @TestFactory
    Stream<DynamicTest> methods() {
        return Stream.of(
                shows("9", """
                        <T extends Comparable<T>> T most(List<? extends T> all) {
                            T best = null;
                            for (T each : all) if (best == null || each.compareTo(best) > 0) best = each;
                            return best;
                        }
                        most(List.of(3, 9, 2))"""),
                shows("7", "int count(int... all) { return all.length; } count() + count(1, 2) + count(new int[5])"),
                shows("1", "synchronized int locked() { return 1; } locked()"),
                shows("6", "public static final strictfp int all() { return 6; } all()"),
                shows(
                        "3",
                        "<A, B> B apply(A a, Function<? super A, ? extends B> f) { return f.apply(a); } apply(\"abc\", String::length)"),
                shows(
                        "true",
                        "boolean even(int n) { return n == 0 || odd(n - 1); } boolean odd(int n) { return n != 0 && even(n - 1); } even(10)"),
                shows(
                        "true",
                        "boolean equals(int[] a, int[] b) { return Arrays.equals(a, b); } equals(new int[1], new int[1])"),
                shows("false", "equals(new int[1], new int[2])"),
                shows("n4", "String toString(int n) { return \"n\" + n; } toString(4)"),
                prints("hi\n", "void main() { IO.println(\"hi\"); }\nmain();"),
                prints(
                        "2\n",
                        "public static void main(String[] args) { System.out.println(args.length); }\nmain(new String[] {\"a\", \"b\"});"),
                shows("[int] 5", "@Deprecated int[] array()[] { return new int[5][]; } \"[int] \" + array().length"),
                shows(
                        "8",
                        "int total(final int a, @SuppressWarnings(\"x\") int b) throws Exception { return a + b; } total(3, 5)"));
    }

    @TestFactory
    Stream<DynamicTest> types() {
        return Stream.of(
                shows(
                        "1",
                        "record Gen<T>(T a) { Gen { Objects.requireNonNull(a); } static <T> Gen<T> of(T a) { return new Gen<>(a); } } Gen.of(\"q\").a().length()"),
                shows(
                        "Nested[inner=In[n=3]]",
                        "record Nested(In inner) { record In(int n) {} } new Nested(new Nested.In(3))"),
                shows(
                        "4.0",
                        "abstract class Shape { abstract double area(); } class Square extends Shape { double area() { return 4; } } new Square().area()"),
                shows(
                        "hi",
                        "interface Greets { private String hi() { return \"hi\"; } default String greet() { return hi(); } static Greets of() { return new Greets() {}; } } Greets.of().greet()"),
                shows(
                        "3",
                        "enum Op { ADD(\"+\") { int apply(int a, int b) { return a + b; } }; final String s; Op(String s) { this.s = s; } abstract int apply(int a, int b); } Op.ADD.apply(1, 2)"),
                shows("ADD", "Op.valueOf(\"ADD\")"),
                shows(
                        "1",
                        "import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.TYPE) @interface Mark { int n() default 1; } @Mark class Marked {} Marked.class.getAnnotation(Mark.class).n()"),
                shows(
                        "7",
                        "class Outer { int o = 4; class Inner { int n = 3 + o; } Inner make() { return new Inner(); } } Outer.Inner in = new Outer().new Inner(); in.n"),
                shows("7", "var made = new Outer().make(); made.n"),
                shows(
                        "ab",
                        "class Inits { static String s = \"\"; static { s += \"a\"; } { s += \"b\"; } } new Inits(); Inits.s"),
                shows(
                        "true",
                        "class Sup { Sup(int n) {} } class Sub extends Sup { final int m; Sub(int n) { if (n < 0) throw new IllegalArgumentException(); m = n; super(n); } } new Sub(3).m == 3"),
                shows("area 12", """
                        String tell(Figure f) {
                            return switch (f) {
                                case Rect(int w, int h) when w == h -> "square " + w;
                                case Rect(var w, var h) -> "area " + w * h;
                                case Dot _ -> "dot";
                            };
                        }
                        record Rect(int w, int h) implements Figure {}
                        sealed interface Figure permits Rect, Dot {}
                        enum Dot implements Figure { ONE }
                        tell(new Rect(3, 4))"""),
                shows("square 2 dot", "tell(new Rect(2, 2)) + \" \" + tell(Dot.ONE)"),
                shows(
                        "5",
                        "sealed class Base {} non-sealed class Open extends Base {} final class More extends Open { int n = 5; } new More().n"),
                shows(
                        "6",
                        "int localTypes() { record R(int a) {} enum E { X } interface I { int f(); } class C implements I { public int f() { return new R(6).a(); } } return new C().f() + E.X.ordinal(); } localTypes()"),
                shows(
                        "2",
                        "class Node<T extends Comparable<T>> { T v; Node<T> next; Node(T v, Node<T> n) { this.v = v; next = n; } int size() { return next == null ? 1 : 1 + next.size(); } } new Node<>(1, new Node<>(2, null)).size()"),
                shows(
                        "mine",
                        "class Mine extends Exception { Mine(String m) { super(m); } } String word; try { throw new Mine(\"mine\"); } catch (Mine e) { word = e.getMessage(); } word"));
    }

    @TestFactory
    Stream<DynamicTest> patterns() {
        return Stream.of(
                shows(
                        "big 42",
                        "Object o = 42; switch (o) { case Integer n when n > 40 -> \"big \" + n; case Integer n -> \"int\"; case String t -> t; default -> \"?\"; }"),
                shows(
                        "none",
                        "String none = null; switch (none) { case null -> \"none\"; case \"a\" -> \"A\"; default -> \"?\"; }"),
                prints(
                        "3\n",
                        "record Pt(int x, int y) {} Object pt = new Pt(1, 2); if (pt instanceof Pt(int x, int y) && x < y) { System.out.println(x + y); }"),
                shows("1", "pt instanceof Pt(var x, _) ? x : -1"),
                shows(
                        "3",
                        "record Line(Pt a, Pt b) {} new Line(new Pt(1, 2), new Pt(3, 4)) instanceof Line(Pt(_, _), Pt(int x, _)) ? x : 0"),
                shows(
                        "TWO",
                        "enum Num { ONE, TWO } Num num = Num.TWO; switch (num) { case ONE -> \"one\"; case TWO -> num.name(); }"),
                shows(
                        "yes",
                        "CharSequence cs = \"text\"; cs instanceof String s && s.length() == 4 ? \"yes\" : \"no\""));
    }

    @TestFactory
    Stream<DynamicTest> lambdas_and_streams() {
        return Stream.of(
                shows(
                        "3",
                        "Function<Integer, Function<Integer, Integer>> add = a -> b -> a + b; add.apply(1).apply(2)"),
                shows("[[1, 2], [3, 4]]", "Stream.of(1, 2, 3, 4).gather(Gatherers.windowFixed(2)).toList()"),
                shows("499500", "IntStream.range(0, 1000).parallel().sum()"),
                shows(
                        "5",
                        "Supplier<ArrayList<Integer>> make = ArrayList::new; var made = make.get(); made.add(5); made.get(0)"),
                shows("inter", "var both = (Supplier<String> & Serializable) () -> \"inter\"; both.get()"),
                shows("6", "int k = 2; IntUnaryOperator times = n -> n * k; k = 3; times.applyAsInt(2)"),
                shows(
                        "2",
                        "BiFunction<String, Integer, Character> at = (var s, var i) -> s.charAt(i); at.apply(\"a2\", 1)"),
                shows("{a=1, b=2}", "new TreeMap<>(Map.of(\"b\", 2, \"a\", 1)).toString()"));
    }

    @TestFactory
    Stream<DynamicTest> imports_and_whole_files() {
        return Stream.of(
                shows("5.141592653589793", "import static java.lang.Math.*; max(1, 2) + PI"),
                runs("import module java.base;"),
                shows("0", "import module java.sql; Connection none = null; new Date(0).getTime()"),
                shows("[1]", "List.of(1).toString()"),
                shows("1", "import java.awt.Point; new Point(1, 2).x"),
                shows("3", "import java.util.concurrent.atomic.*;\nnew AtomicInteger(3).get()"),
                runs("""
                        package music.app;

                        import java.util.List;

                        /** A file pasted whole. */
                        public class Player {
                            private final List<String> songs = List.of("a", "b");

                            public static void main(String[] args) {
                                System.out.println(new Player().songs.size());
                            }
                        }
                        """),
                prints("2\n", "Player.main(new String[0]);"),
                prints("greeting\n", """
                        final String GREETING = "greeting";

                        void greet() {
                            IO.println(GREETING);
                        }

                        greet();
                        """));
    }

    @TestFactory
    Stream<DynamicTest> what_the_platform_offers() {
        return Stream.of(
                prints(
                        "5\n",
                        "try (var each = Executors.newVirtualThreadPerTaskExecutor()) { System.out.println(each.submit(() -> 5).get()); }"),
                shows(
                        "v",
                        "ScopedValue<String> SCOPED = ScopedValue.newInstance(); ScopedValue.where(SCOPED, \"v\").call(() -> SCOPED.get())"),
                shows(
                        "16.0",
                        "import jdk.incubator.vector.*; FloatVector.broadcast(FloatVector.SPECIES_256, 2f).reduceLanes(VectorOperators.ADD)"),
                shows("5", """
                        import java.lang.foreign.*;
                        Linker linker = Linker.nativeLinker();
                        var strlen = linker.downcallHandle(
                                linker.defaultLookup().find("strlen").orElseThrow(),
                                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
                        long length;
                        try (Arena arena = Arena.ofConfined()) { length = (long) strlen.invokeExact(arena.allocateFrom("hello")); }
                        length"""),
                shows("6", "CompletableFuture.supplyAsync(() -> 2).thenApply(n -> n * 3).get()"),
                shows("Song", "class Song { } new Song().getClass().getSimpleName()"),
                shows("2", "record Pair(int a, int b) {} Pair.class.getRecordComponents().length"),
                shows(
                        "n",
                        "int named(int n) { return n; } interface Holds { int f(int n); } Holds.class.getMethods()[0].getParameters()[0].getName()"));
    }

    @TestFactory
    Stream<DynamicTest> long_cells() {
        StringBuilder statements = new StringBuilder("int total = 0;\n");
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            statements.append("total += ").append(i).append(";\n");
        }
        for (int i = 0; i < 300; i++) {
            methods.append("int f")
                    .append(i)
                    .append("() { return ")
                    .append(i == 0 ? "1" : "f" + (i - 1) + "() + 1")
                    .append("; }\n");
        }
        String table = "int[] table = {" + "1, ".repeat(5_000) + "2}; table.length";
        return Stream.of(
                shows("4498500", statements + "total"),
                shows("300", methods + "f299()"),
                shows("5001", table),
                shows("20000", "\"" + "x".repeat(20_000) + "\".length()"));
    }
}
