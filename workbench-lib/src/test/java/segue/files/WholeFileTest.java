package segue.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void a_new_file_and_one_that_is_there_are_written_whole() throws IOException {
        Path file = folder.resolve("f");
        WholeFile.write(file, part -> Files.writeString(part, "one"));
        WholeFile.write(file, part -> Files.writeString(part, "two"));
        assertThat(file).hasContent("two");
        assertThat(folder.toFile().list()).containsExactly("f");
    }

    @Test
    void what_was_there_stays_where_writing_fails_and_nothing_is_left_behind() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, part -> {
                    Files.writeString(part, "half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("f");
    }

    @Test
    void a_missing_folder_and_a_folder_in_place_of_the_file_are_named() {
        assertThatThrownBy(() -> WholeFile.requirePlace(folder.resolve("no/f")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(folder.resolve("no").toString())
                .hasMessageContaining("no such folder");
        assertThatThrownBy(() -> WholeFile.requirePlace(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a folder, not a file");
    }

    @Test
    void a_link_stays_a_link_and_what_it_points_to_is_written() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        WholeFile.write(link, part -> Files.writeString(part, "new"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("new");
    }

    @Test
    void a_device_is_never_replaced() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "this system has no /dev/null");
        assertThatThrownBy(() -> WholeFile.write(device, part -> Files.writeString(part, "x")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a device");
    }
}
