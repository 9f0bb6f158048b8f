package segue.catalog.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** A server in this process that speaks MongoDB's protocol, with the database {@code music} in memory. */
public final class SongServer implements AutoCloseable {
    private final de.bwaldvogel.mongo.MongoServer server =
            new de.bwaldvogel.mongo.MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
    private final String url;
    private final MongoClient client;

    public SongServer() {
        url = "mongodb://127.0.0.1:" + server.bind().getPort();
        client = MongoClients.create(url);
    }

    /** The address of a collection. */
    public String address(String collection) {
        return url + "/music." + collection;
    }

    public MongoDatabase music() {
        return client.getDatabase("music");
    }

    public List<String> collections() {
        return music().listCollectionNames().into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }

    public void insert(String collection, Document... documents) {
        music().getCollection(collection).insertMany(List.of(documents));
    }

    /** In the order of their ids. */
    public List<Document> documents(String collection) {
        return music().getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    /** A complete song. */
    public static Document song(Object documentId, String id) {
        return new Document("_id", documentId)
                .append("id", id)
                .append("name", "Song " + id)
                .append("artists", List.of("Warren G", "Gigi D'Agostino"))
                .append("year", 1994)
                .append("acousticness", 0.157)
                .append("danceability", 0.878)
                .append("energy", 0.437)
                .append("instrumentalness", 0)
                .append("liveness", 0.173)
                .append("loudness", -12.609)
                .append("speechiness", 0.403)
                .append("tempo", 90.744)
                .append("valence", 0.647);
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
