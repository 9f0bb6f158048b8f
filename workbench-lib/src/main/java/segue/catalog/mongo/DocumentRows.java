package segue.catalog.mongo;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import segue.catalog.RowSource;

/** The documents of a collection in the order of their {@code _id}; lines are counted from 1. */
final class DocumentRows implements RowSource {
    private final MongoServer server;
    private final List<String> columns;
    private final MongoCursor<BsonDocument> documents;
    private long line;

    private DocumentRows(MongoServer server, List<String> columns, MongoCursor<BsonDocument> documents) {
        this.server = server;
        this.columns = columns;
        this.documents = documents;
    }

    static DocumentRows open(MongoAddress address) {
        MongoServer server = new MongoServer(address);
        DocumentRows rows = null;
        try {
            List<String> columns = CollectionColumns.of(server, address);
            rows = new DocumentRows(
                    server,
                    columns,
                    server.told(() -> server.collection()
                            .find()
                            .sort(Sorts.ascending("_id"))
                            .cursor()));
            return rows;
        } finally {
            if (rows == null) {
                server.close();
            }
        }
    }

    @Override
    public List<String> header() {
        return CollectionColumns.header(columns);
    }

    @Override
    public Row next() {
        BsonDocument document = server.told(() -> documents.hasNext() ? documents.next() : null);
        if (document == null) {
            return null;
        }
        return DocumentText.row(document, columns, ++line);
    }

    @Override
    public Optional<String> checksum() {
        return Optional.empty();
    }

    @Override
    public void close() {
        documents.close();
        server.close();
    }
}
