package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way in which Java asks a person. */
class InputTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void a_console_reads_lines_and_passwords_and_prints() {
        Notebook.Cell cell = notebook.run("""
                Console console = System.console();
                String name = console.readLine("%s? ", "Name");
                char[] secret = console.readPassword("Password: ");
                console.printf("%s has %d letters%n", name, secret.length);
                console.writer().println("written");
                console.readLine() + "/" + console.reader().getClass().getSimpleName()
                """, "Ada", "lovelace", "last");
        assertThat(cell.text()).startsWith("last/");
        assertThat(cell.out()).isEqualTo("Ada has 8 letters\nwritten\n");
        assertThat(cell.prompts).containsExactly("Name? ", "Password: (hidden)", "");
    }

    @Test
    void a_library_finds_the_console_once_a_cell_has_asked_for_it() {
        notebook.run("System.console();");
        assertThat(System.console()).isNotNull();
    }

    @Test
    void scanner_reader_stream_and_io_read_one_line_after_the_other() {
        Notebook.Cell cell = notebook.run("""
                var scanner = new Scanner(System.in);
                int a = scanner.nextInt();
                int b = scanner.nextInt();
                String c = new BufferedReader(new InputStreamReader(System.in)).readLine();
                String d = IO.readln("more? ");
                int e = System.in.read();
                a + b + c + d + (char) e
                """, "1 2", "three", "four", "x");
        assertThat(cell.text()).isEqualTo("3threefourx");
        assertThat(cell.out()).isEqualTo("more? ");
        notebook.run("System.in.read();"); // the end of the last line
    }

    @Test
    void the_end_of_input_is_told_as_java_tells_it() {
        assertThat(notebook.run("IO.readln() == null", (String) null).text()).isEqualTo("true");
        assertThat(notebook.run("System.console().readLine() == null", (String) null)
                        .text())
                .isEqualTo("true");
        assertThat(notebook.run("System.in.read()", (String) null).text()).isEqualTo("-1");
    }

    @Test
    void a_front_end_without_input_is_named_as_the_reason_also_by_a_scanner() {
        assertThat(notebook.run("new Scanner(System.in).nextLine()").traceback())
                .contains("no input is left");
        assertThat(notebook.run("System.console().readLine()").traceback()).contains("no input is left");
    }

    @Test
    void a_thread_of_a_cell_may_ask_too() {
        Notebook.Cell cell = notebook.run("""
                var asked = CompletableFuture.supplyAsync(() -> IO.readln());
                asked.get()
                """, "from afar");
        assertThat(cell.text()).isEqualTo("from afar");
    }
}
