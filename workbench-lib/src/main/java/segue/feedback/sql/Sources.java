package segue.feedback.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Connections as each engine needs them, so that what is committed is on disk and nobody waits for ever. */
final class Sources {
    private static final int BUSY_MILLIS = 10_000;
    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 60;

    private static final Pattern THIS_MACHINE =
            Pattern.compile("^jdbc:mariadb://(localhost|127\\.0\\.0\\.1|\\[::1])[:/]");

    private Sources() {}

    /** @param writes whether its transactions begin by taking SQLite's one place for a writer */
    static DataSource of(DatabaseAddress address, boolean writes) throws SQLException {
        return switch (address.engine()) {
            case SQLITE -> sqlite(address, writes);
            case POSTGRESQL -> postgresql(address);
            case MYSQL -> mysql(address);
        };
    }

    /**
     * WAL lets others read while one writes; FULL waits for the disk at every commit; what is deleted is overwritten with zeros.
     */
    private static DataSource sqlite(DatabaseAddress address, boolean writes) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setPragma(Pragma.SECURE_DELETE, "ON");
        // A transaction that reads first and writes later could find that another wrote in between, and would have to
        // fail.
        config.setTransactionMode(writes ? TransactionMode.IMMEDIATE : TransactionMode.DEFERRED);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(address.url());
        return source;
    }

    private static DataSource postgresql(DatabaseAddress address) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setApplicationName("Segue");
        // Last, so that what the URL says wins.
        try {
            source.setUrl(address.url());
        } catch (IllegalArgumentException malformed) {
            throw new SQLException("the URL cannot be read; expected jdbc:postgresql://HOST:PORT/DATABASE", malformed);
        }
        return source;
    }

    private static DataSource mysql(DatabaseAddress address) throws SQLException {
        String url = with(address.url(), "connectTimeout", CONNECT_SECONDS * 1000);
        url = with(url, "socketTimeout", ANSWER_SECONDS * 1000);
        if (THIS_MACHINE.matcher(url).find()) {
            // The driver would insist on encryption, which Debian's server does not offer as installed.
            url = with(url, "sslMode", "disable");
        }
        MariaDbDataSource source = new MariaDbDataSource(url);
        // The driver takes both as they stand; PostgreSQL's decodes them, and a password with an '&' has no other way
        // in.
        Matcher user = parameter("user").matcher(url);
        if (user.find()) {
            source.setUser(decoded(user.group(1)));
        }
        Matcher password = parameter("password").matcher(url);
        if (password.find()) {
            source.setPassword(decoded(password.group(1)));
        }
        return source;
    }

    private static String decoded(String value) throws SQLException {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new SQLException("a '%' in user or password of the URL must be written %25", malformed);
        }
    }

    private static Pattern parameter(String name) {
        return Pattern.compile("[?&]" + name + "=([^&]*)", Pattern.CASE_INSENSITIVE);
    }

    private static String with(String url, String name, Object value) {
        if (parameter(name).matcher(url).find()) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + name + "=" + value;
    }
}
