package segue.catalog.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import segue.catalog.CatalogException;

/** A connection to the server of an address. What goes wrong comes out in one sentence without a password. */
final class MongoServer implements AutoCloseable {
    private static final int ANSWER_SECONDS = 4;
    private static final Pattern CAUSE = Pattern.compile("caused by \\{[\\w.$]+: ([^{}]+)}");

    private final MongoAddress address;
    private final MongoClient client;

    MongoServer(MongoAddress address) {
        this.address = address;
        this.client = told(() -> MongoClients.create(MongoClientSettings.builder()
                .applicationName("segue")
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(address.url()))
                .build()));
    }

    MongoDatabase database() {
        return client.getDatabase(address.database());
    }

    MongoCollection<BsonDocument> collection() {
        return database().getCollection(address.collection(), BsonDocument.class);
    }

    /**
     * Runs what asks the server.
     *
     * @throws CatalogException for whatever the server or the way to it refuses
     */
    <T> T told(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException refused) {
            throw problem(refused);
        }
    }

    private CatalogException problem(MongoException e) {
        String shown = address.toString();
        if (e instanceof MongoTimeoutException) {
            return new CatalogException(
                    shown,
                    "no server answered" + reason(e),
                    "Check the host and the port, that the server runs, and whether it wants TLS (?tls=true)",
                    e);
        }
        if (e instanceof MongoSecurityException) {
            return new CatalogException(
                    shown,
                    "the server did not accept the user and password",
                    "Check them, and the database that knows the user (?authSource=admin)",
                    e);
        }
        String said = e instanceof MongoCommandException command ? command.getErrorMessage() : e.getMessage();
        return new CatalogException(
                shown,
                "the server could not do it: " + MongoAddress.masked(firstLine(String.valueOf(said))),
                "Check what the user may do there, and try again",
                e);
    }

    private static String reason(MongoException e) {
        Matcher cause = CAUSE.matcher(String.valueOf(e.getMessage()));
        String last = "";
        while (cause.find()) {
            last = " (" + MongoAddress.masked(cause.group(1)) + ")";
        }
        return last;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("no reason was given").replaceFirst("\\.$", "");
    }

    @Override
    public void close() {
        client.close();
    }
}
