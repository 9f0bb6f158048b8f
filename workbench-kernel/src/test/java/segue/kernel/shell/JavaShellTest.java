package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JavaShellTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook();
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void a_closing_expression_is_the_value_unless_a_semicolon_follows() {
        assertThat(notebook.text("1 + 1")).isEqualTo("2");
        assertThat(notebook.text("1 + 1;")).isEmpty();
        assertThat(notebook.text("null")).isEmpty();
        assertThat(notebook.text("int x = 5")).isEmpty();
        assertThat(notebook.text("x = 7 // changed")).isEqualTo("7");
        Notebook.Cell printed = notebook.run("System.out.println(\"é\")");
        assertThat(printed.text()).isEmpty();
        assertThat(printed.out()).isEqualTo("é\n");
    }

    @Test
    void records_may_have_constructors_of_their_own() {
        notebook.run("""
                record Share(double part) { Share { if (part < 0) throw new IllegalArgumentException("negative"); } }
                record Pair(int a, int b) { Pair(int a, int b) { this.a = a; this.b = b; } Pair(int a) { this(a, a); } }
                public record Open(int n) { Open { n++; } }
                Pair both(int n) { return new Pair(n); }""").text();
        assertThat(notebook.text("new Share(0.5).part() + both(3).b() + new Open(1).n()"))
                .isEqualTo("5.5");
        assertThat(notebook.text("List.of(new Open(1), new Open(2))")).contains("2 rows × 1 column");
        assertThat(notebook.run("new Share(-1)").failure().message()).isEqualTo("negative");
    }

    @Test
    void what_is_displayed_is_not_followed_by_its_id() {
        Notebook.Cell shown = notebook.run("display(\"a\")");
        assertThat(shown.displays).hasSize(1);
        assertThat(shown.text()).isEmpty();
        assertThat(notebook.text("String id = display(\"b\");\nid.isEmpty()")).isEqualTo("false");
    }

    @Test
    void a_stack_overflow_tells_the_line_of_the_method() {
        assertThat(notebook.run("// deep\nint deep(int n) { return deep(n + 1) + 1; }\ndeep(0)")
                        .traceback())
                .contains("StackOverflowError", "deep (cell 1, line 2)")
                .doesNotContain("line -1");
    }

    @Test
    void variables_keep_their_values_through_imports_and_redefined_methods() {
        notebook.run(
                        "var list = new ArrayList<>(List.of(1, 2)); int k() { return 2; } int twice(int v) { return v * k(); }")
                .text();
        notebook.run("import java.awt.Point;").text();
        notebook.run("int k() { return 3; }").text();
        assertThat(notebook.text("list.size() + twice(10)")).isEqualTo("32");
        notebook.run("String list = \"text\";").text();
        assertThat(notebook.text("list.length()")).isEqualTo("4");
    }

    @Test
    void declarations_stand_in_any_order_and_may_need_each_other() {
        assertThat(notebook.text("""
                what(new A(null));
                sealed interface S permits A, B {}
                record A(B b) implements S {}
                record B(A a) implements S {}
                String what(S s) { return switch (s) { case A _ -> even(4) ? "a" : "?"; case B _ -> "b"; }; }
                boolean even(int n) { return n == 0 || odd(n - 1); }
                boolean odd(int n) { return n != 0 && even(n - 1); }
                what(new A(null))""")).isEqualTo("a");
    }

    @Test
    void an_earlier_method_sees_the_new_type_of_a_variable_and_the_new_shape_of_a_class() {
        notebook.run("int n = 1; String show() { return \"<\" + n + \">\"; }").text();
        notebook.run("String n = \"text\";").text();
        assertThat(notebook.text("show()")).isEqualTo("<text>");
        notebook.run("record P(int a) {} int sum(P p) { return p.hashCode(); } P p = new P(1);")
                .text();
        Notebook.Cell changed = notebook.run("record P(int a, int b) {}");
        assertThat(changed.err()).contains("p was set to null, since its class has changed");
        assertThat(notebook.text("sum(new P(0, 0))")).isEqualTo("0");
    }

    @Test
    void a_cell_that_is_run_again_keeps_the_objects_of_its_class() {
        notebook.run("record P(int a) {} P p = new P(3);").text();
        notebook.run("record P(int a) {}").text();
        assertThat(notebook.text("p.a()")).isEqualTo("3");
    }

    @Test
    void an_overload_in_a_later_cell_does_not_hide_the_earlier_one() {
        notebook.run("int f(int v) { return v; }").text();
        assertThat(notebook.text("int f(double v) { return -1; } f(2) + f(2.5)"))
                .isEqualTo("1");
        notebook.run("int f(int v) { return 10 * v; }").text();
        assertThat(notebook.text("f(2) + f(2.5)")).isEqualTo("19");
    }

    @Test
    void a_compile_error_names_the_cells_own_line_and_points_at_the_place() {
        Notebook.Cell cell = notebook.run("int a = 1;\n\nint b = undefined + a;");
        assertThat(cell.failure().name()).isEqualTo("CompileError");
        assertThat(cell.failure().message()).isEqualTo("cell 1, line 3: cannot find symbol");
        assertThat(cell.traceback())
                .contains("    int b = undefined + a;\n            ^^^^^^^^^\n")
                .doesNotContain("REPL")
                .doesNotContain("location");
        assertThat(notebook.run("Sting s;").traceback()).contains("did you mean String?");
        assertThat(notebook.run("int z = 1;\nfoo(z").failure().message()).startsWith("cell 3, line 2: ");
        assertThat(notebook.run("a").failure().message()).contains("cannot find symbol");
    }

    @Test
    void an_exception_shows_the_persons_own_lines_and_every_cause() {
        Notebook.Cell cell = notebook.run("""
                void fail() {
                    throw new IllegalStateException("outer", new RuntimeException("inner"));
                }
                fail();
                """);
        assertThat(cell.failure().name()).isEqualTo("java.lang.IllegalStateException");
        assertThat(cell.traceback())
                .contains("at fail (cell 1, line 2)")
                .contains("at cell 1, line 4")
                .contains("Caused by: java.lang.RuntimeException: inner")
                .doesNotContain("segue.kernel")
                .doesNotContain("REPL");
    }

    @Test
    void stack_overflow_and_exhausted_memory_are_survived() {
        Notebook.Cell deep = notebook.run("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
        assertThat(deep.failure().name()).isEqualTo("java.lang.StackOverflowError");
        assertThat(deep.failure().traceback()).hasSizeLessThan(40);
        assertThat(notebook.run("long[] huge = new long[Integer.MAX_VALUE];")
                        .failure()
                        .name())
                .isEqualTo("java.lang.OutOfMemoryError");
        assertThat(notebook.text("1")).isEqualTo("1");
    }

    @Test
    void leaving_the_jvm_is_refused_with_the_way_to_do_it() {
        for (String exit :
                new String[] {"System.exit(3)", "Runtime.getRuntime().halt(1);", "Runtime.getRuntime().exit(1);"}) {
            assertThat(notebook.run(exit).failure().message())
                    .contains("would end the kernel")
                    .contains("Shut Down");
        }
    }

    @Test
    void output_of_a_thread_goes_to_the_cell_that_started_it() throws Exception {
        Notebook.Cell first = notebook.run("""
                Thread t = new Thread(() -> {
                    try { Thread.sleep(300); } catch (InterruptedException e) { }
                    System.out.println("late");
                    throw new IllegalStateException("in thread");
                });
                t.start();""");
        Notebook.Cell second = notebook.run("System.out.println(\"second\"); t.join(); Thread.sleep(50);");
        assertThat(second.text()).isEmpty();
        assertThat(second.out()).isEqualTo("second\n");
        assertThat(first.out()).isEqualTo("late\n");
        assertThat(first.err()).contains("in thread");
    }

    @Test
    void bytes_of_one_character_may_come_in_two_writes() {
        assertThat(notebook.run("byte[] b = \"é\".getBytes(); System.out.write(b[0]); System.out.write(b[1]);")
                        .out())
                .isEqualTo("é");
    }

    @Test
    void input_is_asked_from_the_person() {
        assertThat(notebook.run("new Scanner(System.in).nextInt() + IO.readln(\"? \")", "42", "x")
                        .text())
                .isEqualTo("42x");
    }

    @Test
    void a_hundred_thousand_lines_are_passed_on_whole() {
        Notebook.Cell cell = notebook.run("for (int i = 0; i < 100_000; i++) System.out.println(\"line \" + i);");
        assertThat(cell.out().lines()).hasSize(100_000);
    }

    @Test
    void libraries_are_there_without_an_import() {
        assertThat(notebook.text("Table.create(\"t\", IntColumn.create(\"n\", 1, 2)).rowCount()"))
                .isEqualTo("2");
        assertThat(notebook.text("jdk.incubator.vector.FloatVector.SPECIES_128.length()"))
                .isEqualTo("4");
    }

    @Test
    void display_functions_are_there_without_an_import() {
        Notebook.Cell cell =
                notebook.run("String id = display(\"<b>hi</b>\", \"text/html\"); updateDisplay(id, 2); clearOutput();");
        assertThat(cell.text()).isEmpty();
        assertThat(cell.displays.getFirst().data()).containsOnly(java.util.Map.entry("text/html", "<b>hi</b>"));
        assertThat(cell.updates).hasSize(1);
        assertThat(cell.cleared).isTrue();
    }

    @Test
    void magics_and_java_may_stand_in_one_cell(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("setup.jsh");
        Files.writeString(file, "int loaded = 7;");
        Notebook.Cell cell = notebook.run("int a = 1;\n%load " + file + "\n%time a = 2;\na + loaded % 4");
        assertThat(cell.text()).isEqualTo("5");
        assertThat(cell.out()).startsWith("Took ");
        assertThat(notebook.run("%%time\n\nint q = nothing;").failure().message())
                .startsWith("cell 2, line 3");
        assertThat(notebook.run("%tme 3").failure().message()).contains("did you mean %time?");
        assertThat(notebook.run("%quux 3").failure().message())
                .isEqualTo("There is no magic %quux. %list shows them all.");
        assertThat(notebook.run("%list").out())
                .contains("%jars")
                .contains("%classpath")
                .contains("%%time");
        assertThat(notebook.run("%jars nowhere/*.jar").failure().name()).isEqualTo("MagicError");
    }

    @Test
    void a_jar_that_is_added_can_be_used_and_variables_stay(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("Extra.java");
        Files.writeString(source, "package extra; public class Extra { public static int six() { return 6; } }");
        int rc = javax.tools.ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.resolve("classes").toString(), source.toString());
        assertThat(rc).isZero();
        notebook.run("int seven = 7;").text();
        notebook.run("%classpath " + folder.resolve("classes")).text();
        assertThat(notebook.text("extra.Extra.six() * seven")).isEqualTo("42");
    }
}
