package segue.feedback.sql;

/** A kind of database that Segue can write to. */
public enum Engine {
    /** A file, in this process; several processes of one machine may have it open. */
    SQLITE("SQLite", "sqlite"),
    POSTGRESQL("PostgreSQL", "postgresql"),
    /** MariaDB too: both are reached by MariaDB's driver. */
    MYSQL("MySQL", "mysql");

    private final String label;
    private final String folder;

    Engine(String label, String folder) {
        this.label = label;
        this.folder = folder;
    }

    /** Where this engine's migrations lie on the classpath. */
    String migrations() {
        return "classpath:segue/feedback/" + folder;
    }

    @Override
    public String toString() {
        return label;
    }
}
