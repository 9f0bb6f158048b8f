package segue.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before a session is opened. */
class CleanCommandTest {
    @TempDir
    private Path folder;

    private static String refused(int exitCode, String... args) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(args)).isEqualTo(exitCode);
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void filesAndAFolderToWriteAreNeeded() {
        assertThat(refused(2, "clean", "songs.csv")).contains("--out");
        assertThat(refused(2, "clean", "--out", "songs.parquet")).contains("FILE");
    }

    @Test
    void theReportMayNotReplaceAnInput() throws IOException {
        String songs = Files.writeString(folder.resolve("songs.csv"), "id\n").toString();
        assertThat(refused(2, "clean", songs, "--out", folder.resolve("out").toString(), "--report", songs))
                .contains(songs + " is read, and writing would replace it");
    }

    @Test
    void artistsThatAreNoneAreRefused() throws IOException {
        Path artists = Files.writeString(folder.resolve("artists.csv"), "a,b\n1,2\n");
        assertThat(refused(
                        1,
                        "clean",
                        "songs.csv",
                        "--out",
                        folder.resolve("out").toString(),
                        "--artist-genres",
                        artists.toString()))
                .contains("this is no table of artists");
    }
}
