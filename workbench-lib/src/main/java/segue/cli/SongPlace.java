package segue.cli;

import java.nio.file.Path;
import java.util.List;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.catalog.SongInput;
import segue.catalog.mongo.MongoAddress;
import segue.catalog.mongo.MongoSongs;
import segue.catalog.mongo.WholeCollection;

/**
 * Where songs are read or written: a file, or a collection of MongoDB.
 *
 * @param file null where it is a collection
 * @param collection null where it is a file
 */
record SongPlace(Path file, MongoAddress collection) {
    static SongPlace of(String text) {
        return MongoAddress.isOne(text)
                ? new SongPlace(null, MongoAddress.of(text))
                : new SongPlace(Path.of(text), null);
    }

    SongInput input() {
        return collection == null ? SongInput.file(file) : MongoSongs.input(collection);
    }

    /** Before the work: a collection is free, or may be replaced. */
    void require(boolean overwrite) {
        if (collection != null) {
            WholeCollection.requirePlace(collection, overwrite);
        } else if (overwrite) {
            throw new IllegalArgumentException(
                    "--overwrite is for collections of MongoDB, but --out is a file, which is replaced without it");
        }
    }

    /** @throws IllegalArgumentException if an input is the collection that would be written over */
    void spare(List<SongPlace> inputs) {
        for (SongPlace input : inputs) {
            if (collection != null && input.collection != null && collection.isSameAs(input.collection)) {
                throw new IllegalArgumentException(
                        input + " is read, and writing would replace it: name another collection to write");
            }
        }
    }

    void write(Catalog catalog, boolean overwrite) {
        if (collection == null) {
            CatalogWriter.write(catalog, file);
        } else {
            MongoSongs.write(catalog, collection, overwrite);
        }
    }

    @Override
    public String toString() {
        return collection == null ? file.toString() : collection.toString();
    }
}
