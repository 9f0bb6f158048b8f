package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Timeout;

/** A table whose rows are cells and what they show. The rows of a table share a notebook. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class TablesOfCells {
    final Notebook notebook = new Notebook();

    @AfterEach
    void close() {
        notebook.close();
    }

    final DynamicTest shows(String value, String code) {
        return DynamicTest.dynamicTest(
                title(code), () -> assertThat(notebook.text(code)).isEqualTo(value));
    }

    final DynamicTest prints(String out, String code) {
        return DynamicTest.dynamicTest(title(code), () -> {
            Notebook.Cell cell = notebook.run(code);
            assertThat(cell.text()).isEmpty();
            assertThat(cell.out()).isEqualTo(out);
        });
    }

    final DynamicTest runs(String code) {
        return prints("", code);
    }

    private static String title(String code) {
        return code.strip().lines().findFirst().orElse("(blank)");
    }
}
