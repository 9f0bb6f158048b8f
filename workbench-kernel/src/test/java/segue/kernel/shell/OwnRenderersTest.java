package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What cells can do about how their values look. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnRenderersTest {
    private Notebook notebook;

    @BeforeAll
    void open() {
        notebook = new Notebook();
        notebook.run("record Point(int x, int y) {} class Sub { public String toString() { return \"sub\"; } }")
                .text();
    }

    @AfterAll
    void close() {
        notebook.close();
    }

    @Test
    void a_type_is_shown_as_a_cell_says_until_another_says_otherwise() {
        Notebook.Cell cell =
                notebook.run("displayAs(Point.class, p -> html(\"<b>\" + p.x() + \"</b>\")); new Point(3, 4)");
        assertThat(cell.value().data())
                .containsEntry("text/html", "<b>3</b>")
                .containsEntry("text/plain", "Point[x=3, y=4]");
        cell = notebook.run("displayAs(Point.class, p -> List.of(p.x(), p.y())); new Point(5, 6)");
        assertThat(cell.text()).isEqualTo("[5, 6]");
    }

    @Test
    void a_rendering_that_fails_gives_the_text_with_a_note_and_does_not_fail_the_cell() {
        for (String body : new String[] {
            "throw new IllegalStateException(\"broken\");",
            "return List.of(1).get(7);",
            "return o;",
            "throw new AssertionError(\"no\");"
        }) {
            Notebook.Cell cell = notebook.run("displayAs(Sub.class, o -> { " + body + " }); new Sub()");
            assertThat(cell.text()).as(body).startsWith("sub\n(it could not be shown better: ");
        }
    }

    @Test
    void bytes_and_values_are_shown_in_the_form_that_is_named() {
        Notebook.Cell cell = notebook.run("""
                display(new byte[] {1, 2, 3}, "image/png");
                display(Map.of("a", List.of(1, 2)), "application/json");
                display("<svg/>".getBytes(), "image/svg+xml");
                """);
        cell.text();
        assertThat(cell.displays.get(0).data())
                .containsEntry("image/png", "AQID")
                .containsEntry("text/plain", "3 bytes of image/png");
        assertThat(cell.displays.get(1).data()).containsEntry("application/json", "{\"a\":[1,2]}");
        assertThat(cell.displays.get(2).data()).containsEntry("image/svg+xml", "<svg/>");
    }

    @Test
    void a_package_s_own_classes_do_not_stand_in_the_way_of_a_name() {
        assertThat(notebook.run("GridColumn g = null;").traceback()).contains("cannot find symbol");
        assertThat(notebook.run("Audio.of(new float[22_050], 22_050)").text())
                .isEqualTo("Audio: 1.0 s, 22,050 Hz, mono");
    }
}
