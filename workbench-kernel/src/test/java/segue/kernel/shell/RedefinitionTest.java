package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of objects when the class that they were made from is written anew. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedefinitionTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook();
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private void quietly(String code) {
        Notebook.Cell cell = notebook.run(code);
        cell.text();
        assertThat(cell.err()).isEmpty();
    }

    @Test
    void an_object_is_kept_with_its_fields_when_its_class_gets_a_new_method_body() {
        quietly("class Y { int a = 1; int f() { return 1; } }\nvar y = new Y(); y.a = 7; var same = List.of(y);");
        quietly("class Y { int a = 1; int f() { return 2; } }");
        assertThat(notebook.text("y.f() + y.a")).isEqualTo("9");
        assertThat(notebook.text("same.get(0) == y && y instanceof Y && new Y().a == 1"))
                .isEqualTo("true");
        quietly("class Y {\n  int a = 100;\n  int f() { return 3 * a; }\n}");
        assertThat(notebook.text("y.f() + new Y().f()")).isEqualTo("321");
    }

    @Test
    void what_uses_a_variable_of_a_class_that_changed_uses_the_variable_that_there_is_now() {
        quietly("record Item(int p) {} List<Item> cart = new ArrayList<>();");
        quietly("int total() { return cart.stream().mapToInt(i -> i.p()).sum(); } int twice() { return 2 * total(); }");
        quietly("cart.add(new Item(3)); class Till { int sum() { return total(); } }");
        assertThat(notebook.run("record Item(int p) { int q() { return p; } }").err())
                .contains("cart was set to null, since its class has changed: Item has a new method q()");
        quietly("cart = new ArrayList<>(List.of(new Item(5), new Item(6)));");
        assertThat(notebook.text("total() + twice() + new Till().sum()")).isEqualTo("44");
    }

    @Test
    void an_object_of_a_library_is_kept_when_a_class_of_its_name_is_declared() {
        quietly("Date when = new Date(0); List<Date> all = new ArrayList<>(List.of(when)); var also = when;");
        quietly("java.time.Duration span = java.time.Duration.ofSeconds(3);");
        quietly("class Date { int own = 4; } record Duration(int s) {}");
        assertThat(notebook.text("when.getTime() + all.size() + also.getTime() + new Date().own + span.getSeconds()"))
                .isEqualTo("8");
        quietly("Date mine = new Date();");
        assertThat(notebook.run("class Date { int own = 4; int more = 5; }").err())
                .contains("mine was set to null");
        assertThat(notebook.text("all.size() + when.getTime()")).isEqualTo("1");
    }

    @Test
    void static_fields_that_begin_anew_are_told_and_what_was_empty_is_not() {
        quietly("class Count { static int made = 0; int id = ++made; } new Count(); Count none = null;");
        assertThat(notebook.run("class Count { static int made = 0; int id = ++made; int twice() { return 2 * id; } }")
                        .err())
                .isEqualTo("the static fields of Count begin anew: Count has a new method twice().\n");
    }

    @Test
    void a_new_body_may_have_other_lambdas_and_those_made_before_stay_as_they_were() {
        quietly("""
                class Counter {
                    private int n = 5;
                    private static int half(int v) { return v / 2; }
                    IntSupplier later() { return () -> n; }
                    int now() { return n; }
                }
                var c = new Counter(); IntSupplier old = c.later();""");
        quietly("""
                class Counter {
                    private int n = 5;
                    private static int half(int v) { return v / 2; }
                    IntSupplier later() { Supplier<Integer> twice = () -> 2 * n; return () -> twice.get() + 1; }
                    int now() { return IntStream.range(0, n).map(i -> half(i) + n).sum(); }
                }""");
        assertThat(notebook.text("c.later().getAsInt() * 1000 + c.now()")).isEqualTo("11029");
        assertThat(notebook.text("old.getAsInt()")).isEqualTo("5");
        for (int i = 0; i < 60; i++) {
            notebook.run("class Counter { private int n = 5; private static int half(int v) { return v / 2; }"
                    + " IntSupplier later() { return () -> n + " + i + "; } int now() { return n; } }");
        }
        assertThat(notebook.text("new Counter().later().getAsInt()")).isEqualTo("64");
    }

    @Test
    void a_new_body_may_bring_an_anonymous_class_and_a_pattern_switch() {
        quietly("record R(Object o) { String what() { return \"\"; } } R r = new R(3);");
        quietly("""
                record R(Object o) {
                    String what() {
                        Object seen = new Object() { @Override public String toString() { return "seen " + o; } };
                        return switch (o) { case Integer i when i > 2 -> seen + "!"; default -> "?"; };
                    }
                }""");
        assertThat(notebook.text("r.what()")).isEqualTo("seen 3!");
    }

    @Test
    void static_fields_keep_their_values_in_a_redefined_class_but_a_changed_initial_value_counts() {
        quietly("class S { static int calls = 0; static final int MAX = 3; int f() { return ++calls; } } S s = new S();"
                + " s.f(); s.f();");
        quietly("class S { static int calls = 0; static final int MAX = 3; int f() { return calls += 10; } }");
        assertThat(notebook.text("s.f()")).isEqualTo("12");
        Notebook.Cell changed =
                notebook.run("class S { static int calls = 0; static final int MAX = 4; int f() { return ++calls; } }");
        assertThat(changed.err()).contains("s was set to null").contains("field MAX of S is declared otherwise");
        assertThat(notebook.text("S.MAX")).isEqualTo("4");
    }

    @Test
    void the_person_is_told_why_a_variable_was_emptied() {
        quietly("class P { int a; } P p = new P(); List<P> all = List.of(p); int other = 5;");
        Notebook.Cell changed = notebook.run("class P { int a; int twice() { return 2 * a; } }");
        assertThat(changed.err())
                .contains("p, all were set to null, since their classes have changed: P has a new method twice()")
                .contains("Objects are kept when only bodies of methods change");
        assertThat(notebook.text("other + new P().twice()")).isEqualTo("5");
        quietly("p = new P();");
        assertThat(notebook.run("class P { double a; int twice() { return 2; } }")
                        .err())
                .contains("the field a of P is declared otherwise");
        quietly("p = new P();");
        assertThat(notebook.run("class P extends Thread { double a; int twice() { return 2; } }")
                        .err())
                .contains("P is declared otherwise");
        quietly("p = new P();");
        assertThat(notebook.run("class P extends Thread { double a; }").err())
                .contains("P has no method twice() any more");
        quietly("p = new P();");
        assertThat(notebook.run("record P(double a) {}").err()).contains("P is declared otherwise");
    }

    @Test
    void objects_of_a_class_that_only_uses_a_changed_one_inside_its_methods_are_kept() {
        quietly(
                "class In { int v = 1; } class Out { int n = 40; int f() { return n + new In().v; } } Out out = new Out();"
                        + " out.n = 50;");
        quietly("class In { int v = 2; String name; }");
        assertThat(notebook.text("out.f()")).isEqualTo("52");
        Notebook.Cell shape = notebook.run("class In { int v = 3; } class Out { In in; int f() { return 0; } }");
        assertThat(shape.err()).contains("out was set to null").contains("Out has a new field in");
    }

    @Test
    void enums_interfaces_and_sealed_families_are_redefined_too() {
        quietly("""
                enum E { A, B { int f() { return 2; } }; int f() { return 1; } }
                interface Greeter { String name(); default String hello() { return "hello " + name(); } }
                sealed interface S permits Circle, Square {}
                record Circle(double r) implements S { double area() { return 3 * r * r; } }
                record Square(double w) implements S { double area() { return w * w; } }
                double area(S s) { return switch (s) { case Circle c -> c.area(); case Square q -> q.area(); }; }
                E e = E.A; Greeter g = () -> "you"; S shape = new Circle(2);""");
        quietly("enum E { A, B { int f() { return 20; } }; int f() { return 10; } }");
        quietly("interface Greeter { String name(); default String hello() { return \"bye \" + name(); } }");
        quietly("record Circle(double r) implements S { double area() { return 4 * r * r; } }");
        assertThat(notebook.text("e.f() + E.B.f() + g.hello() + area(shape) + (e == E.A)"))
                .isEqualTo("30bye you16.0true");
        Notebook.Cell grown =
                notebook.run("record Circle(double r, double x) implements S { double area() { return x; } }");
        assertThat(grown.err()).contains("shape was set to null");
        assertThat(notebook.text("area(new Circle(1, 7)) + area(new Square(2))"))
                .isEqualTo("11.0");
        assertThat(notebook.run("enum E { A, B, C; int f() { return 3; } }").err())
                .contains("e was set to null");
        assertThat(notebook.text("E.C.f()")).isEqualTo("3");
    }

    @Test
    void classes_inside_classes_keep_their_objects() {
        quietly("class Tree { private int n = 3; class Leaf { int f() { return n; } } static class Seed { int v = 8; }"
                + " Leaf leaf() { return new Leaf(); } } Tree t = new Tree(); Tree.Leaf leaf = t.leaf();"
                + " Tree.Seed seed = new Tree.Seed();");
        quietly("class Tree { private int n = 3; class Leaf { int f() { return -n; } } static class Seed { int v = 9; }"
                + " Leaf leaf() { return null; } }");
        assertThat(notebook.text("leaf.f() + seed.v + (t.leaf() == null ? 100 : 0)"))
                .isEqualTo("105");
    }

    @Test
    void a_cell_that_is_run_again_redefines_nothing() {
        String cell = "class Box { int v = 3; } record P(int a) {} int n = 1; int f() { return n; }";
        quietly(cell + " Box box = new Box(); P p = new P(3); box.v = 4; Class<?> type = Box.class;");
        quietly(cell);
        assertThat(notebook.text("box.v + p.a() + f() + \" \" + (type == Box.class)"))
                .isEqualTo("8 true");
    }

    @Test
    void callers_in_earlier_cells_and_lambdas_run_the_new_body() {
        quietly("int f(int v) { return v; } int g(int v) { return f(v) + 1; } IntUnaryOperator op = v -> g(v);"
                + " class Uses { int u() { return f(1); } } Uses uses = new Uses();");
        quietly("int f(int v) { return 10 * v; }");
        assertThat(notebook.text("g(2) + op.applyAsInt(3) + uses.u()")).isEqualTo("62");
    }

    @Test
    void variables_survive_a_later_import_in_the_same_cell_and_in_others() {
        assertThat(notebook.text("import java.time.*;\nvar day = LocalDate.of(2020, 1, 1);\n"
                        + "import java.util.stream.*;\nvar s = Stream.of(1);\nday"))
                .isEqualTo("2020-01-01");
        quietly("import java.util.function.*;\nimport java.awt.*;");
        assertThat(notebook.text("day.getYear() + s.toList().size()")).isEqualTo("2021");
    }

    @Test
    void types_of_one_cell_may_need_each_other() {
        assertThat(notebook.text("class A { B b; } class B { A a = new A(); }\nnew A().b == null && new B().a != null"))
                .isEqualTo("true");
        assertThat(notebook.text("""
                sealed interface S permits C, R {}
                record C(double r) implements S {}
                record R(double w, double h) implements S {}
                String n(S s) { return switch (s) { case C c -> "c"; case R(double w, double h) -> "r"; }; }
                n(new R(1, 2))""")).isEqualTo("r");
    }

    @Test
    void members_without_a_modifier_and_protected_ones_are_reached_from_other_cells() {
        quietly(
                "class Base { int plain = 1; protected int guarded = 2; Base(int p) { plain = p; } int get() { return plain; }"
                        + " protected int twice() { return 2 * get(); } static int made; }");
        quietly("class Sub extends Base { Sub() { super(20); } @Override int get() { return plain + guarded; } }");
        assertThat(notebook.text("Base b = new Sub(); Base.made++; b.guarded = 5; b.twice() + new Base(1).plain"))
                .isEqualTo("51");
    }

    @Test
    void a_trace_through_a_redefined_class_names_the_cell_that_redefined_it() {
        quietly("class Thrower { void go() { } } Thrower thrower = new Thrower();");
        quietly("// new\nclass Thrower {\n  void go() { Runnable r = () -> { throw new IllegalStateException(\"x\"); };"
                + "\n    r.run(); } }");
        assertThat(notebook.run("thrower.go()").traceback())
                .contains("a lambda in cell 2, line 3")
                .contains("Thrower.go (cell 2, line 4)");
    }

    @Test
    void a_type_that_does_not_compile_leaves_all_as_it_was() {
        quietly("class K { int v = 3; int f() { return v; } } K k = new K();");
        assertThat(notebook.run("class K { int v = 3; int f() { return w; } }")
                        .failure()
                        .name())
                .isEqualTo("CompileError");
        assertThat(notebook.text("k.f()")).isEqualTo("3");
    }
}
