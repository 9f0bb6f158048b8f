package segue.catalog.mongo;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.RenameCollectionOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import segue.catalog.CatalogException;

/**
 * Writes a collection beside its place, then renames it: it is whole, or as it was before. A process that is killed leaves a
 * collection {@code NAME.part.…}, which a run of the next day that writes the same one clears away.
 */
public final class WholeCollection {
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private WholeCollection() {}

    /** Writes every document into the collection that it is given, which is not there yet. */
    @FunctionalInterface
    public interface Content {
        void writeTo(MongoAddress part) throws IOException;
    }

    /**
     * Fails before hours of work: the server answers, and the place is free or may be taken.
     *
     * @throws CatalogException if the server cannot be used, or the collection is there and may not be replaced
     */
    public static void requirePlace(MongoAddress address, boolean overwrite) {
        beside(address);
        try (MongoServer server = new MongoServer(address)) {
            requirePlace(server, address, overwrite);
        }
    }

    private static void requirePlace(MongoServer server, MongoAddress address, boolean overwrite) {
        if (names(server).contains(address.collection()) && !overwrite) {
            throw new CatalogException(
                    address.toString(),
                    "the collection " + address.fullName() + " is there already",
                    "Name another one, or add --overwrite to replace it");
        }
    }

    /**
     * Lets {@code content} write beside, then renames the result over the collection. Where that fails, nothing is left behind.
     *
     * @throws CatalogException if the server cannot be used, or the collection is there and may not be replaced
     * @throws IOException as {@code content} threw it
     */
    public static void write(MongoAddress address, boolean overwrite, Content content) throws IOException {
        MongoAddress part = beside(address);
        try (MongoServer server = new MongoServer(address)) {
            requirePlace(server, address, overwrite);
            clearAway(server, address);
            boolean renamed = false;
            try {
                content.writeTo(part);
                finish(server, part, address, overwrite);
                renamed = true;
            } finally {
                if (!renamed) {
                    drop(server, part.collection());
                }
            }
        }
    }

    private static void finish(MongoServer server, MongoAddress part, MongoAddress address, boolean overwrite) {
        server.told(() -> {
            MongoDatabase database = server.database();
            MongoCollection<BsonDocument> written = database.getCollection(part.collection(), BsonDocument.class);
            BsonDocument first = written.find().first();
            if (first == null) {
                database.createCollection(part.collection());
            } else if (first.containsKey("id")) {
                written.createIndex(Indexes.ascending("id"));
            }
            written.renameCollection(
                    new MongoNamespace(address.database(), address.collection()),
                    new RenameCollectionOptions().dropTarget(overwrite));
            return null;
        });
    }

    private static void drop(MongoServer server, String collection) {
        server.told(() -> {
            server.database().getCollection(collection).drop();
            return null;
        });
    }

    /** What killed runs have left, unless it may still be written. */
    private static void clearAway(MongoServer server, MongoAddress address) {
        Pattern part = Pattern.compile(Pattern.quote(address.collection()) + "\\.part\\.(\\d{1,12})\\.[0-9a-f]+");
        long before = Instant.now().minus(FORGOTTEN).getEpochSecond();
        for (String name : names(server)) {
            Matcher parts = part.matcher(name);
            if (parts.matches() && Long.parseLong(parts.group(1)) < before) {
                drop(server, name);
            }
        }
    }

    private static List<String> names(MongoServer server) {
        return server.told(() -> server.database().listCollectionNames().into(new ArrayList<>()));
    }

    private static MongoAddress beside(MongoAddress address) {
        return address.withCollection(address.collection() + ".part."
                + Instant.now().getEpochSecond() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }
}
