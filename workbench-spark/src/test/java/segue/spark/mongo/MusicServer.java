package segue.spark.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import segue.catalog.mongo.MongoAddress;

/** A server in this process that speaks MongoDB's protocol, with the database {@code music} in memory. */
final class MusicServer implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
    private final String url = "mongodb://127.0.0.1:" + server.bind().getPort();
    private final MongoClient client = MongoClients.create(url);

    MongoAddress at(String collection) {
        return MongoAddress.of(url + "/music." + collection);
    }

    MongoDatabase music() {
        return client.getDatabase("music");
    }

    List<String> collections() {
        return music().listCollectionNames().into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }

    void insert(String collection, Document... documents) {
        music().getCollection(collection).insertMany(List.of(documents));
    }

    /** In the order of their ids. */
    List<Document> documents(String collection) {
        return music().getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
