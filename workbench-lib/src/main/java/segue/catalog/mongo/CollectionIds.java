package segue.catalog.mongo;

import com.mongodb.client.model.Sorts;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import segue.catalog.CatalogException;

/** The {@code _id} of a collection's documents. */
public final class CollectionIds {
    private CollectionIds() {}

    /**
     * Whether all are numbers, or all texts, or all of another kind. MongoDB compares ids of one kind only, so that others would be
     * in no part of a collection that is cut between two ids. It sorts by kind first, so the least and the greatest tell.
     *
     * @throws CatalogException if the server cannot be asked
     */
    public static boolean areOfOneKind(MongoAddress address) {
        try (MongoServer server = new MongoServer(address)) {
            BsonDocument least = first(server, Sorts.ascending("_id"));
            BsonDocument greatest = first(server, Sorts.descending("_id"));
            return least == null || greatest == null || isOneKind(least.get("_id"), greatest.get("_id"));
        }
    }

    private static BsonDocument first(MongoServer server, Bson order) {
        return server.told(() -> server.collection()
                .find()
                .sort(order)
                .projection(BsonDocument.parse("{_id: 1}"))
                .first());
    }

    private static boolean isOneKind(BsonValue a, BsonValue b) {
        return a.isNumber() && b.isNumber() || a.getBsonType() == b.getBsonType();
    }
}
