package segue.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.feedback.sql.DatabaseAddress;
import segue.feedback.sql.DatabaseException;

/** What a person is told when a database cannot be used, and who may read it. */
class DatabaseProblemsTest {
    @TempDir
    private Path folder;

    private static AbstractThrowableAssert<?, ?> assertThatOpening(String address) {
        return assertThatThrownBy(
                        () -> FeedbackStore.open(DatabaseAddress.of(address)).close())
                .isInstanceOf(DatabaseException.class);
    }

    private Path file() {
        return folder.resolve(DatabaseAddress.FILE_NAME);
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    @Test
    void a_file_that_is_no_database_is_named() throws IOException {
        Files.writeString(file(), "This is a letter to my aunt, and certainly long enough. ".repeat(40));
        assertThatOpening(file().toString()).hasMessageContaining(file() + ": is no SQLite database");
    }

    @Test
    void a_database_of_something_else_is_left_alone() throws SQLException {
        execute("CREATE TABLE bookmarks (url TEXT)");
        assertThatOpening(file().toString()).hasMessageContaining("holds the tables of something else");
    }

    @Test
    void a_database_of_a_newer_segue_is_left_alone() throws SQLException {
        FeedbackStore.in(folder).close();
        execute("INSERT INTO segue_schema (installed_rank, version, description, type, script, checksum, installed_by,"
                + " execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 0, 1)");
        assertThatOpening(file().toString())
                .hasMessageContaining("was written by a newer Segue (its tables are of version 99)");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("letter"), "no folder");
        assertThatOpening(notAFolder.resolve("feedback.db").toString())
                .hasMessageContaining("cannot be opened; check that its folder is there");
    }

    @Test
    void nobody_else_may_read_the_file() throws IOException {
        try (FeedbackStore store = FeedbackStore.in(folder.resolve("new"))) {
            store.searched(Listener.random(), "halo");
            try (Stream<Path> files = Files.list(folder.resolve("new"))) {
                assertThat(files)
                        .hasSizeGreaterThan(1)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void what_was_deleted_is_in_no_file_any_more() throws IOException {
        Listener listener = new Listener("somebody-to-be-forgotten");
        try (FeedbackStore store = FeedbackStore.in(folder)) {
            for (int i = 0; i < 50; i++) {
                store.rate(StoreContract.key(i), StoreContract.rating(listener, "song " + i, "cosine", Opinion.LIKE));
            }
            store.rate(StoreContract.key(0), StoreContract.rating(Listener.random(), "song", "cosine", Opinion.LIKE));
            assertThat(mentions(listener)).isTrue();
            Deletion deletion = store.delete(listener);
            assertThat(deletion.whatRemains()).contains("overwritten");
            assertThat(mentions(listener)).isFalse();
        }
        assertThat(mentions(listener)).isFalse();
    }

    private boolean mentions(Listener listener) throws IOException {
        boolean found = false;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found |= Files.readString(file, StandardCharsets.ISO_8859_1).contains(listener.id());
            }
        }
        return found;
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_the_password() {
        for (String scheme : new String[] {"postgresql", "mysql"}) {
            assertThatOpening("jdbc:%s://127.0.0.1:1/segue?user=anna&password=s3cret".formatted(scheme))
                    .hasMessageContaining("no answer from the server; check host, port")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void a_wrong_password_is_told_by_postgresql() throws Exception {
        assertThatOpening(Server.postgresql().url("segue", "postgres", "wrong"))
                .hasMessageContaining("refuses this user or password");
    }

    @Test
    void a_wrong_password_is_told_by_mariadb() throws Exception {
        assertThatOpening(Server.mariadb().url("segue", "segue", "wrong"))
                .hasMessageContaining("refuses this user or password");
    }

    @Test
    void a_database_that_is_not_there_is_told_by_postgresql() throws Exception {
        assertThatOpening(Server.postgresql().newDatabase().replaceFirst("segue_\\d+", "nowhere"))
                .hasMessageContaining("has no such database");
    }

    @Test
    void a_database_that_is_not_there_is_told_by_mariadb() throws Exception {
        assertThatOpening(Server.mariadb().newDatabase().replaceFirst("segue_\\d+", "nowhere"))
                .hasMessageContaining("has no such database");
    }

    @Test
    void ids_and_texts_that_no_database_could_take_are_refused() {
        assertThatThrownBy(() -> new Listener("short")).hasMessageContaining("listener must be 16 to 64 letters");
        assertThatThrownBy(() -> new Rating(Listener.random(), "", " ", "cosine", Opinion.LIKE))
                .hasMessage("song must not be blank");
        assertThatThrownBy(() -> new Rating(Listener.random(), "", "a\0b", "cosine", Opinion.LIKE))
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> new Rating(Listener.random(), "\ud83c", "song", "cosine", Opinion.LIKE))
                .hasMessageContaining("half a character");
        assertThatThrownBy(() -> Opinion.score(11)).hasMessage("score must be in [0, 10] but was 11");
    }
}
