/**
 * Collections of MongoDB as tables of Spark, by MongoDB's own connector: a collection becomes Parquet, and any table of Parquet
 * becomes a collection.
 *
 * <pre>{@code
 * MongoAddress songs = MongoAddress.of("mongodb://127.0.0.1:27017/music.songs");
 * Dataset<Row> table = MongoTable.read(spark, songs, Partitioning.SINGLE);     // every field a text, in the order of _id
 * NumberedTable neighbours = NumberedTable.open(spark, "neighbours.parquet");
 * MongoTable.write(neighbours.rows(), songs.withCollection("neighbours"), false);
 * }</pre>
 *
 * <p>A document's fields become text by the library's own code ({@code DocumentText}), inside the tasks, so that cleaning says
 * the same of them here and there. What is written is written beside and renamed ({@code WholeCollection}); a document's
 * {@code _id} is its row's number, and documents replace those of the same {@code _id}, so that a task that is tried again
 * doubles nothing.
 *
 * <p>Cost: reading asks the server once for the names of the fields, which is a pass over the collection, and once for the
 * documents; a partition's documents stream. {@code import} keeps the table between its two passes in the executors' memory, or
 * on their disks. Writing counts the rows of every file first.
 */
package segue.spark.mongo;
