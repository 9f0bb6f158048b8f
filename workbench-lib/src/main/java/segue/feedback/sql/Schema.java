package segue.feedback.sql;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings the tables of a database to what this Segue expects. */
final class Schema {
    private static final String HISTORY = "segue_schema";

    // Locks of files are the process's, not the thread's.
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Schema() {}

    /** @throws DatabaseException if the database is of a newer Segue, of something else, or cannot be changed */
    static void migrate(DatabaseAddress address, DataSource source) {
        if (address.engine() != Engine.SQLITE) {
            // These servers have locks of their own, which Flyway takes.
            bringUp(address, source);
            return;
        }
        Path file = address.file();
        ONE_AT_A_TIME.lock();
        try (RandomAccessFile beside = lockable(file)) {
            // Until it is closed.
            beside.getChannel().lock();
            bringUp(address, source);
        } catch (IOException e) {
            throw new DatabaseException(
                    address, "cannot be opened; check that its folder is there and can be written to (" + e + ")", e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static RandomAccessFile lockable(Path file) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        createForOwner(file);
        Path lock = file.resolveSibling(file.getFileName() + "-lock");
        createForOwner(lock);
        return new RandomAccessFile(lock.toFile(), "rw");
    }

    /** What people like is their own affair: nobody else may read the file. SQLite gives its side files the same rights. */
    private static void createForOwner(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, rights);
        } catch (FileAlreadyExistsException another) {
            // Another process was quicker.
        }
    }

    private static void bringUp(DatabaseAddress address, DataSource source) {
        try {
            Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .table(HISTORY)
                    .locations(address.engine().migrations())
                    .failOnMissingLocations(true)
                    .load();
            MigrationInfoService state = flyway.info();
            if (Arrays.stream(state.all()).anyMatch(Schema::isUnknown)) {
                throw new DatabaseException(
                        address,
                        "was written by a newer Segue (its tables are of version %s); use that one, or name another database"
                                .formatted(state.current().getVersion()),
                        null);
            }
            if (state.pending().length > 0) {
                flyway.migrate();
            }
        } catch (FlywayException e) {
            throw complaint(address, e);
        }
    }

    private static boolean isUnknown(MigrationInfo migration) {
        return migration.getState().isApplied() && !migration.getState().isResolved();
    }

    private static DatabaseException complaint(DatabaseAddress address, FlywayException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Complaint.of(address, sql);
            }
        }
        if (e.getMessage().contains("non-empty schema")) {
            return new DatabaseException(
                    address, "holds the tables of something else; give Segue a database of its own", e);
        }
        return new DatabaseException(address, "its tables cannot be brought up to date: " + e.getMessage(), e);
    }
}
