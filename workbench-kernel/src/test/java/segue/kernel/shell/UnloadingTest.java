package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A notebook may run thousands of cells: what no later cell can use has to go. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnloadingTest {
    private static final int CELLS = 40;

    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook();
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    /** How many classes of cells the JVM still holds, once it has stopped dropping them. */
    private long classesLeft() throws InterruptedException {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        long unloaded = -1;
        for (long now = classes.getUnloadedClassCount(); now != unloaded; now = classes.getUnloadedClassCount()) {
            unloaded = now;
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Long.parseLong(notebook.text("live()"));
    }

    private void declareCounter() {
        notebook.run("""
                long live() throws Exception {
                    var name = new javax.management.ObjectName("com.sun.management:type=DiagnosticCommand");
                    var text = (String) java.lang.management.ManagementFactory.getPlatformMBeanServer().invoke(
                        name, "gcClassHistogram", new Object[] {new String[] {"-all"}}, new String[] {String[].class.getName()});
                    return text.lines().filter(line -> line.endsWith(" segue.kernel.shell.UnitLoader")
                        || line.contains(" segue.kernel.shell.UnitLoader ")).mapToLong(line ->
                        Long.parseLong(line.strip().split("\\\\s+")[1])).sum();
                }""").text();
    }

    @Test
    void cells_that_declare_nothing_leave_nothing_behind() throws Exception {
        declareCounter();
        notebook.run("int total = 0; int twice(int v) { return 2 * v; }").text();
        long before = classesLeft();
        for (int i = 0; i < CELLS; i++) {
            notebook.run("total += IntStream.range(0, " + i + ").map(n -> twice(n)).sum(); System.out.println(total)")
                    .text();
        }
        assertThat(classesLeft()).isLessThan(before + 4);
        assertThat(notebook.text("twice(total) > 0")).isEqualTo("true");
    }

    @Test
    void what_is_declared_anew_takes_the_place_of_the_old() throws Exception {
        declareCounter();
        notebook.run("int m() { return 0; } class K { } record R(int a) { } var v = 1; K k;")
                .text();
        long before = classesLeft();
        for (int i = 0; i < CELLS; i++) {
            notebook.run("int m() { return " + i + "; } class K { int f" + i + "; } record R(int a" + i + ") { }"
                            + (i % 2 == 0 ? " var v = \"text\";" : " var v = 1;") + " R r = new R(m()); k = new K();")
                    .text();
        }
        assertThat(classesLeft()).isLessThan(before + 6);
        assertThat(notebook.text("m() + r.a39() + v + k.f39")).isEqualTo("79");
    }

    @Test
    void an_object_keeps_its_class_though_no_name_leads_to_it_any_more() throws Exception {
        notebook.run("class Old { String say() { return new Object() { @Override public String toString() { return"
                + " \"still here\"; } }.toString(); } @Override public String toString() { return say(); } }"
                + " Object kept = new Old(); Runnable r = () -> System.out.println(kept);");
        notebook.run("record Old(int n) { }").text();
        for (int i = 0; i < 5; i++) {
            notebook.run("System.gc();").text();
        }
        assertThat(notebook.text("kept.toString()")).isEqualTo("still here");
        assertThat(notebook.run("r.run()").out()).isEqualTo("still here\n");
    }

    @Test
    void a_method_that_was_left_as_it_was_still_finds_what_it_needs() {
        notebook.run(
                        "class A { int v() { return 1; } } int useA(A a) { return helper(a); } int helper(A a) { return a.v(); }")
                .text();
        notebook.run("A old = new A(); java.util.function.ToIntFunction<Object> f = o -> useA((A) o); Object o = old;")
                .text();
        notebook.run("class A { int w() { return 2; } }").text();
        for (int i = 0; i < 5; i++) {
            notebook.run("System.gc(); int x" + i + " = " + i + ";").text();
        }
        assertThat(notebook.text("f.applyAsInt(o)")).isEqualTo("1");
    }
}
