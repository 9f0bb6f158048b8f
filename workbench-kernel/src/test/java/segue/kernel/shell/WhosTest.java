package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhosTest {
    private static String shown(Notebook.Cell cell) {
        return cell.displays.getLast().data().get("text/plain");
    }

    @Test
    void whos_is_a_table_of_every_variable() {
        try (Notebook notebook = new Notebook()) {
            notebook.run("int n = 3; var xs = List.of(1, 2); class Box { String label = \"b\"; } Box box = new Box();");
            Notebook.Cell cell = notebook.run("%whos");
            assertThat(shown(cell).lines().map(line -> line.replaceAll(" +", " ")))
                    .contains("n int 3", "xs List<Integer> 2 [1, 2]", "box Box label=\"b\"");
            assertThat(cell.displays.getLast().data().get("text/html")).contains("<table", "List&lt;Integer&gt;");
            assertThat(shown(notebook.run("%whos n"))).contains("n ").doesNotContain("xs");
            assertThat(notebook.run("%whos nope").traceback()).contains("There is no variable nope");
            assertThat(notebook.run("%who").out()).isEqualTo("n  xs  box\n");
        }
    }

    @Test
    void more_variables_than_a_table_shows_are_all_listed() {
        try (Notebook notebook = new Notebook()) {
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                code.append("int v").append(i).append(" = ").append(i).append(";\n");
            }
            notebook.run(code.toString());
            assertThat(shown(notebook.run("%whos"))).contains("v0 ", "v59 ").doesNotContain("more row");
        }
    }
}
