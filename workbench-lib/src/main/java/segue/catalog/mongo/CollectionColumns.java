package segue.catalog.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import segue.catalog.CatalogException;

/** The fields that the documents of a collection have, told by the server in one pass over all of them. */
public final class CollectionColumns {
    /** More are no table. */
    static final int MAX = 1000;

    private static final List<Bson> NAMES = List.of(
            BsonDocument.parse("{$project: {_id: 0, field: {$objectToArray: '$$ROOT'}}}"),
            BsonDocument.parse("{$unwind: '$field'}"),
            BsonDocument.parse("{$group: {_id: '$field.k'}}"),
            BsonDocument.parse("{$limit: " + (MAX + 1) + "}"));

    private CollectionColumns() {}

    /**
     * The names in their order by letters; {@code _id} is among them only where it is the id of songs, because no field is called
     * {@code id} or {@code track_id}.
     *
     * @throws CatalogException if the server cannot be asked, there is no document, or the fields are too many for a table
     */
    public static List<String> of(MongoAddress address) {
        try (MongoServer server = new MongoServer(address)) {
            return of(server, address);
        }
    }

    /**
     * Fails before longer work: the server answers, and there is a document.
     *
     * @throws CatalogException if not
     */
    public static void requireDocuments(MongoAddress address) {
        try (MongoServer server = new MongoServer(address)) {
            if (server.told(() -> server.collection().find().first()) == null) {
                throw noDocument(address);
            }
        }
    }

    private static CatalogException noDocument(MongoAddress address) {
        return new CatalogException(
                address.toString(),
                "there is no document in the collection " + address.fullName(),
                "Check the names of the database and the collection");
    }

    static List<String> of(MongoServer server, MongoAddress address) {
        List<String> names = new ArrayList<>();
        server.told(() -> server.collection()
                .aggregate(NAMES)
                .map(name -> DocumentText.text(name.get("_id")))
                .into(names));
        if (names.isEmpty()) {
            throw noDocument(address);
        }
        if (names.size() > MAX) {
            throw new CatalogException(
                    address.toString(),
                    "its documents have more than %,d different fields, and so are no table".formatted(MAX),
                    "Give a collection whose documents have the same fields");
        }
        if (names.contains("id") || names.contains("track_id")) {
            names.remove("_id");
        }
        names.sort(null);
        return List.copyOf(names);
    }

    /** The columns under the names that a table has: {@code _id} is called {@code id}. */
    public static List<String> header(List<String> columns) {
        return columns.stream()
                .map(name -> name.equals("_id") ? DocumentText.ID : name)
                .toList();
    }
}
