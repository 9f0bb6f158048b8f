/**
 * Songs in MongoDB: a collection is read by the same rules as a file, and a catalogue becomes a collection. This is the only
 * package of the library that knows MongoDB's driver.
 *
 * <pre>{@code
 * LoadResult songs = MongoSongs.load("mongodb://127.0.0.1:27017/music.songs");
 * songs.report().summary();                                          // read = kept + merged + rejected
 * MongoSongs.write(songs.catalog(), MongoAddress.of("mongodb://127.0.0.1:27017/music.clean"), false);
 * }</pre>
 *
 * <p>An address ends in {@code /database.collection}; what follows a {@code ?} are the driver's own settings, such as
 * {@code authSource=admin} or {@code tls=true}. As text it shows no password. Every field of the documents is a column; where
 * none is called {@code id} or {@code track_id}, {@code _id} is the id. Documents are read in the order of their {@code _id}.
 *
 * <p>What is written has the columns of Segue's Parquet files; {@code _id} is the row's number, so that reading gives the songs
 * back in their order. It is written into a collection beside and renamed ({@code WholeCollection}): it is whole, or not there.
 * A sharded collection cannot be renamed by MongoDB, and so not be replaced.
 *
 * <p>Cost: the server passes once over the collection to tell the names of its fields, and once to send it; one batch of
 * documents is held. A server that does not answer is told within about 4 s, unless {@code serverSelectionTimeoutMS} says otherwise.
 */
package segue.catalog.mongo;
