package segue.kernel.shell;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of declaration of Java 25 in a cell. */
class DeclarationsTest extends TablesOfCells {
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
                shows("circle 2", """
                        @SuppressWarnings("{") sealed interface Form {}
                        record Ring(int r) implements Form {}
                        record Box<T extends Form>(T inside) implements Form {}
                        String word(Form form) {
                            return switch (form) {
                                case Ring(int r) -> "circle " + r;
                                case Box<?> _ -> "box";
                            };
                        }
                        word(new Ring(2))"""),
                shows("box", "word(new Box<>(new Ring(1)))"),
                shows(
                        "ring 2",
                        "record Ring(int r) implements Form { public String toString() { return \"ring \" + r; } } new Ring(2).toString()"),
                shows("circle 3", "word(new Ring(3))"),
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
}
