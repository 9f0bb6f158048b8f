package segue.page.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    Path parent;

    @Test
    void nobody_else_may_look_into_it_or_read_its_files() throws IOException {
        try (PrivateFolder folder = PrivateFolder.create(parent)) {
            Path file = folder.newFile();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_left_goes_at_the_next_start() throws IOException {
        Path left = Files.createDirectory(parent.resolve("segue-page-1"));
        Files.createFile(left.resolve("lock"));
        Files.write(left.resolve("upload"), new byte[100]);

        try (PrivateFolder folder = PrivateFolder.create(parent)) {
            assertThat(left).doesNotExist();
            assertThat(folder.path()).exists();
        }
    }

    @Test
    void what_a_living_page_has_stays() throws IOException {
        try (PrivateFolder living = PrivateFolder.create(parent)) {
            Path file = living.newFile();
            PrivateFolder.create(parent).close();

            assertThat(file).exists();
        }
    }

    @Test
    void a_link_that_somebody_has_put_there_is_not_followed() throws IOException {
        Path treasure = Files.createDirectory(parent.resolve("treasure"));
        Files.createFile(treasure.resolve("lock"));
        Files.createSymbolicLink(parent.resolve("segue-page-trap"), treasure);
        PrivateFolder.create(parent).close();

        assertThat(treasure.resolve("lock")).exists();
    }

    @Test
    void a_place_that_is_not_there_is_named() {
        assertThatThrownBy(() -> PrivateFolder.create(parent.resolve("nowhere")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no folder for uploads can be made in " + parent.resolve("nowhere"));
    }
}
