package segue.kernel.shell;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What Java 25 can do in a cell, but for what a cell can declare: see {@link DeclarationsTest}. */
class LanguageTest extends TablesOfCells {
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
