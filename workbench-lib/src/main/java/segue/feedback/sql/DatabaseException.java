package segue.feedback.sql;

/** A database that cannot be used; the message says which, why, and what to do. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseException(DatabaseAddress address, String problem, Throwable cause) {
        super("database " + address + ": " + problem, cause);
    }
}
