package segue.feedback.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Transactions on one database. Any number of threads may ask; connections are pooled, and those that wait longer than
 * {@value #WAIT_MILLIS} ms for one are told so.
 *
 * <p>SQLite has one writer at a time: those of this process queue for the single connection that writes, those of other
 * processes wait for each other up to ten seconds. Whoever reads sees the database as it was when the reading began and
 * waits for nobody.
 */
public final class Database implements AutoCloseable {
    private static final long WAIT_MILLIS = 30_000;
    private static final int CONNECTIONS = 8;
    private static final int SQLITE_READERS = 3;

    private final DatabaseAddress address;
    private final HikariDataSource writers;
    private final HikariDataSource readers;

    private Database(DatabaseAddress address, HikariDataSource writers, HikariDataSource readers) {
        this.address = address;
        this.writers = writers;
        this.readers = readers;
    }

    /** Something to do on a connection, in a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** @throws DatabaseException if it cannot be reached, or its tables are not Segue's */
    public static Database open(DatabaseAddress address) {
        try {
            DataSource source = Sources.of(address, false);
            Schema.migrate(address, source);
            if (address.engine() == Engine.SQLITE) {
                return new Database(
                        address, pool("write", Sources.of(address, true), 1), pool("read", source, SQLITE_READERS));
            }
            HikariDataSource both = pool("both", source, CONNECTIONS);
            return new Database(address, both, both);
        } catch (SQLException e) {
            throw Complaint.of(address, e);
        }
    }

    private static HikariDataSource pool(String name, DataSource source, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("segue-feedback-" + name);
        config.setDataSource(source);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    public DatabaseAddress address() {
        return address;
    }

    /**
     * Reads one state of the database, whatever is written meanwhile.
     *
     * @throws DatabaseException if it fails
     */
    public <T> T read(Work<T> work) {
        try (Connection connection = readers.getConnection()) {
            if (address.engine() != Engine.SQLITE) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            return committed(connection, work);
        } catch (SQLException e) {
            throw complaint(e);
        }
    }

    /**
     * All of {@code work} or nothing; on disk when this returns.
     *
     * @throws DatabaseException if it fails. Where the connection was lost at the very end it may be done all the same.
     */
    public <T> T write(Work<T> work) {
        try (Connection connection = writers.getConnection()) {
            return committed(connection, work);
        } catch (SQLException e) {
            throw complaint(e);
        }
    }

    /** A connection that goes back without a commit is rolled back by its pool. */
    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        // Not while it rests in the pool: whatever the pool asks it there would begin a transaction that never ends.
        connection.setAutoCommit(false);
        T result = work.on(connection);
        connection.commit();
        return result;
    }

    /**
     * Lets go of what was deleted, as far as the engine does at once.
     *
     * @return what may still be found by somebody with the machine in hand; one sentence
     */
    public String forget() {
        return switch (address.engine()) {
            case SQLITE -> emptyLog();
            case POSTGRESQL -> vacuum();
            case MYSQL ->
                "The rows are gone for every query; InnoDB frees their space by itself within moments."
                        + " The server's own binary logs and backups keep them as long as whoever runs it decided.";
        };
    }

    private String emptyLog() {
        try (Connection connection = writers.getConnection()) {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                boolean busy = row.next() && row.getInt(1) != 0;
                return busy
                        ? "The rows are gone for every query; their bytes leave the side file "
                                + address.file().getFileName() + "-wal when the programs that read it now have ended."
                        : "The rows are gone and overwritten in the file, and its log is empty. Segue makes no backups;"
                                + " copies of the file that you made still have them.";
            }
        } catch (SQLException e) {
            throw complaint(e);
        }
    }

    private String vacuum() {
        try (Connection connection = writers.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM rating, search, play, trial, subscription, digest, digest_song");
            }
            return "The rows are gone for every query and their space was given free."
                    + " The server's own write-ahead log and backups keep them as long as whoever runs it decided.";
        } catch (SQLException e) {
            throw complaint(e);
        }
    }

    private DatabaseException complaint(SQLException e) {
        return writers.isClosed() ? new DatabaseException(address, "is closed", e) : Complaint.of(address, e);
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
