package segue.catalog.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import segue.catalog.CatalogException;

/**
 * A collection of a MongoDB server. As text it shows no password.
 *
 * @param url as the driver takes it, with the password where it has one
 * @param database never blank
 * @param collection never blank
 */
public record MongoAddress(String url, String database, String collection) {
    private static final Pattern SCHEME = Pattern.compile("(?i)mongodb(\\+srv)?:/.*", Pattern.DOTALL);
    private static final Pattern LOGIN = Pattern.compile("(?i)(mongodb(?:\\+srv)?://[^/@:]*):.*@", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(\\b\\w*(?:password|passphrase|secret|token)\\w*[=:])[^&,;'\\s]*");
    private static final String EXPECTED = "expected mongodb://HOST:PORT/DATABASE.COLLECTION, or"
            + " mongodb://USER:PASSWORD@HOST/DATABASE.COLLECTION?authSource=admin, with letters that mean something in addresses"
            + " written as % and two hexadecimal digits";

    /** What the server allows of the two names together, with the point between them. */
    private static final int MAX_BYTES = 255;

    public MongoAddress {
        requireNames(url, database, collection);
    }

    /** Whether a text is meant as such an address, right or wrong. */
    public static boolean isOne(String text) {
        return SCHEME.matcher(text.strip()).matches();
    }

    /**
     * @param text {@code mongodb://[USER:PASSWORD@]HOST[:PORT][,HOST…]/DATABASE.COLLECTION[?SETTINGS]}, or {@code mongodb+srv}
     * @throws IllegalArgumentException if it is none, saying what was expected
     * @throws CatalogException if the hosts of {@code mongodb+srv} cannot be asked for
     */
    public static MongoAddress of(String text) {
        String url = text.strip();
        ConnectionString parsed = parse(url);
        return new MongoAddress(url, String.valueOf(parsed.getDatabase()), String.valueOf(parsed.getCollection()));
    }

    private static ConnectionString parse(String url) {
        if (!isOne(url)) {
            throw wrong(url, "it does not begin with mongodb:// or mongodb+srv://");
        }
        try {
            return new ConnectionString(url);
        } catch (IllegalArgumentException notOne) {
            throw wrong(url, lowerFirst(masked(String.valueOf(notOne.getMessage()))));
        } catch (MongoException noHosts) {
            throw new CatalogException(
                    masked(url),
                    "its hosts were not found: " + masked(String.valueOf(noHosts.getMessage())),
                    "Check the name, and that this machine can ask DNS");
        }
    }

    private static void requireNames(String url, String database, String collection) {
        if (database.isBlank() || database.equals("null") || collection.isBlank() || collection.equals("null")) {
            throw wrong(url, "it must name a database and a collection");
        }
        if (database.matches(".*[/\\\\ \"$*<>:|?\0].*")) {
            throw wrong(url, "the database '" + database + "' has a letter in its name that MongoDB does not allow");
        }
        if (collection.startsWith(".") || collection.endsWith(".") || collection.contains("..")) {
            throw wrong(url, "the collection '" + collection + "' has an empty part in its name");
        }
        if (collection.contains("$") || collection.contains("\0") || collection.startsWith("system.")) {
            throw wrong(url, "the collection '" + collection + "' has a name that MongoDB keeps for itself");
        }
        int bytes = (database + "." + collection).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw wrong(url, "its names must have at most %d bytes but have %d".formatted(MAX_BYTES, bytes));
        }
    }

    private static IllegalArgumentException wrong(String url, String why) {
        String said = why.replaceFirst("\\.$", "");
        return new IllegalArgumentException(
                "'%s' is no address of a collection: %s; %s".formatted(masked(url), said, EXPECTED));
    }

    private static String lowerFirst(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Another collection of the same database. */
    public MongoAddress withCollection(String other) {
        return new MongoAddress(url, database, other);
    }

    /** The name of the collection with that of its database. */
    public String fullName() {
        return database + "." + collection;
    }

    /** Whether two addresses name one collection of the same hosts. */
    public boolean isSameAs(MongoAddress other) {
        return fullName().equals(other.fullName())
                && parse(url).getHosts().equals(parse(other.url).getHosts());
    }

    /** Any text as it may be shown: passwords in it are replaced by {@code ****}. */
    public static String masked(String text) {
        return PARAMETER.matcher(LOGIN.matcher(text).replaceAll("$1:****@")).replaceAll("$1****");
    }

    @Override
    public String toString() {
        return masked(url);
    }
}
