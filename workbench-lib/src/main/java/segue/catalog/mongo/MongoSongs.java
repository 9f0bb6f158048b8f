package segue.catalog.mongo;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.catalog.Feature;
import segue.catalog.FeatureSpace;
import segue.catalog.LoadResult;
import segue.catalog.RowSource;
import segue.catalog.SongInput;
import segue.catalog.Track;

/** Songs from a collection, and a catalogue into one. */
public final class MongoSongs {
    private static final int BATCH = 1000;

    private MongoSongs() {}

    /**
     * Reads the documents of a collection by the rules of {@link segue.catalog}.
     *
     * @param address as of {@link MongoAddress#of}
     * @throws IllegalArgumentException if it is no such address
     * @throws CatalogException if the server cannot be used, or its documents are no songs
     */
    public static LoadResult load(String address) {
        return Catalog.loader().loadFrom(List.of(input(MongoAddress.of(address))));
    }

    /** A collection for {@link segue.catalog.CatalogLoader#loadFrom}, which joins it with others and with files. */
    public static SongInput input(MongoAddress address) {
        return new Documents(address);
    }

    private record Documents(MongoAddress address) implements SongInput {
        @Override
        public String name() {
            return address.toString();
        }

        @Override
        public RowSource open(Consumer<String> notes) {
            return DocumentRows.open(address);
        }
    }

    /**
     * Writes a document a song: the columns of {@link segue.catalog.CatalogWriter} with lists as arrays, what is missing left out,
     * and the row's number as {@code _id}. The collection is whole, or as it was before.
     *
     * @param overwrite whether a collection that is there is replaced
     * @throws IllegalArgumentException if the songs are recordings, which lack the nine features
     * @throws CatalogException if the server cannot be used, or the collection is there and may not be replaced
     */
    public static void write(Catalog catalog, MongoAddress address, boolean overwrite) {
        if (catalog.space() != FeatureSpace.ofSongTables()) {
            throw new IllegalArgumentException(
                    "a collection has the nine features of song tables, which recordings lack: write them as .csv or .csv.gz"
                            + " but not to " + address);
        }
        try {
            WholeCollection.write(address, overwrite, part -> insert(catalog.tracks(), part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void insert(List<Track> tracks, MongoAddress part) {
        try (MongoServer server = new MongoServer(part)) {
            MongoCollection<BsonDocument> collection = server.collection();
            for (int from = 0; from < tracks.size(); from += BATCH) {
                List<BsonDocument> batch = new ArrayList<>(BATCH);
                for (int row = from; row < Math.min(tracks.size(), from + BATCH); row++) {
                    batch.add(document(row, tracks.get(row)));
                }
                server.told(() -> collection.insertMany(batch));
            }
        }
    }

    private static BsonDocument document(long row, Track track) {
        BsonDocument document = new BsonDocument("_id", new BsonInt64(row));
        document.append("id", new BsonString(track.id()));
        document.append("name", new BsonString(track.name()));
        document.append("artists", strings(track.artists()));
        add(document, "year", track.year());
        track.releaseDate().ifPresent(date -> document.append("release_date", new BsonString(date)));
        add(document, "duration_ms", track.durationMillis());
        add(document, "popularity", track.popularity());
        track.explicit().ifPresent(explicit -> document.append("explicit", BsonBoolean.valueOf(explicit)));
        add(document, "key", track.key());
        add(document, "mode", track.mode());
        for (Feature feature : Feature.values()) {
            document.append(feature.columnName(), number(track.audio().get(feature)));
        }
        document.append("genres", strings(track.genres()));
        track.sameRecordingAs().ifPresent(id -> document.append("same_recording_as", new BsonString(id)));
        return document;
    }

    private static void add(BsonDocument document, String name, OptionalInt value) {
        value.ifPresent(number -> document.append(name, new BsonInt32(number)));
    }

    /** The decimal that people wrote, not the nearest {@code double} of the nearest {@code float}. */
    private static BsonDouble number(float value) {
        return new BsonDouble(Double.parseDouble(Float.toString(value)));
    }

    private static BsonArray strings(List<String> values) {
        return new BsonArray(values.stream().map(BsonString::new).toList());
    }
}
