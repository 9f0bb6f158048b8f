package segue.feedback.sql;

import java.nio.file.Path;
import java.util.regex.Pattern;
import segue.files.PersonalSettings;

/**
 * Where feedback is kept: a file, or a server by its JDBC URL.
 *
 * <p>As text it shows no password.
 *
 * @param url for JDBC, with the password where it has one
 */
public record DatabaseAddress(Engine engine, String url) {
    /** The file's name in a folder. */
    public static final String FILE_NAME = "feedback.db";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final Pattern PARAMETER = Pattern.compile("(?i)(\\b\\w*(?:password|passphrase|secret)\\w*=)[^&;]*");
    private static final Pattern BEFORE_HOST = Pattern.compile("(//[^/?@:]*):[^/?]*@");

    /** The file {@value #FILE_NAME} of a folder. */
    public static DatabaseAddress in(Path folder) {
        return file(folder.resolve(FILE_NAME));
    }

    /**
     * A person's own: {@code segue/feedback.db} below {@code XDG_DATA_HOME}, which is {@code ~/.local/share} where it is not set.
     */
    public static DatabaseAddress ofPerson() {
        String told = System.getenv("XDG_DATA_HOME");
        Path data = told != null && Path.of(told).isAbsolute()
                ? Path.of(told)
                : Path.of(System.getProperty("user.home"), ".local", "share");
        return in(data.resolve("segue"));
    }

    /**
     * What a person set as {@code database} ({@code SEGUE_DATABASE}, or {@code segue.properties}), else {@link #ofPerson}.
     *
     * @throws IllegalArgumentException as of {@link #of}
     */
    public static DatabaseAddress chosen() {
        return new PersonalSettings()
                .get("database")
                .map(setting -> of(setting.value()))
                .orElseGet(DatabaseAddress::ofPerson);
    }

    public static DatabaseAddress file(Path file) {
        if (file.toString().contains("?")) {
            throw new IllegalArgumentException(
                    "'%s' cannot be a database of SQLite, which takes what follows '?' as settings".formatted(file));
        }
        return new DatabaseAddress(Engine.SQLITE, SQLITE + file.toAbsolutePath());
    }

    /**
     * @param text a file's name, or {@code jdbc:sqlite:FILE}, {@code jdbc:postgresql://HOST/DATABASE?user=…&password=…}, or the
     *     same with {@code mysql} or {@code mariadb}
     * @throws IllegalArgumentException if it is neither, saying which addresses are known
     */
    public static DatabaseAddress of(String text) {
        String address = text.strip();
        if (address.startsWith(SQLITE)) {
            return ofFile(address.substring(SQLITE.length()));
        }
        if (address.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(Engine.POSTGRESQL, address);
        }
        if (address.startsWith("jdbc:mariadb:")) {
            return new DatabaseAddress(Engine.MYSQL, address);
        }
        if (address.startsWith("jdbc:mysql:")) {
            return new DatabaseAddress(Engine.MYSQL, address.replaceFirst("mysql", "mariadb"));
        }
        if (address.startsWith("jdbc:") || address.contains("://")) {
            throw new IllegalArgumentException(("database '%s' is of no kind that Segue knows; expected a file, or"
                            + " jdbc:postgresql://HOST/DATABASE?user=NAME&password=WORD, or the same with mysql or mariadb")
                    .formatted(masked(address)));
        }
        return ofFile(address);
    }

    private static DatabaseAddress ofFile(String name) {
        if (name.isEmpty() || name.startsWith(":memory:")) {
            throw new IllegalArgumentException(
                    "database '%s' would be lost with the process; expected the name of a file".formatted(name));
        }
        return file(Path.of(name));
    }

    /** The file of an embedded database. */
    Path file() {
        return Path.of(url.substring(SQLITE.length()));
    }

    /** Any text as it may be shown: passwords in it are replaced by {@code ****}. */
    public static String masked(String text) {
        return BEFORE_HOST.matcher(PARAMETER.matcher(text).replaceAll("$1****")).replaceAll("$1:****@");
    }

    @Override
    public String toString() {
        return engine == Engine.SQLITE ? file().toString() : masked(url);
    }
}
