package segue.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before a session opens. */
class FeaturesCommandTest {
    @TempDir
    private Path folder;

    private String refused(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(arguments)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wrongUseIsToldInASentence() {
        String out = folder.resolve("out.parquet").toString();
        String both = folder.resolve("both.csv").toString();
        assertThat(refused("features", "--out", out)).contains("PATH");
        assertThat(refused("features", "music")).contains("--out");
        assertThat(refused("features", "music", "--out", out, "--tasks", "-1"))
                .contains("tasks must be in [0, 100,000] but was -1");
        assertThat(refused("features", "music", "--out", out, "--csv", both, "--report", both))
                .contains("is named for two outputs");
        assertThat(refused("features", both, "--out", out, "--csv", both)).contains("is read, and writing");
        assertThat(refused("features", "music", "--out", out, "--journal", out)).contains("is in the table's folder");
    }
}
