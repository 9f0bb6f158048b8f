package segue.spark.mongo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import segue.catalog.CatalogException;
import segue.catalog.mongo.CollectionColumns;
import segue.catalog.mongo.CollectionIds;
import segue.catalog.mongo.DocumentText;
import segue.catalog.mongo.MongoAddress;
import segue.catalog.mongo.WholeCollection;
import segue.spark.catalog.SourceRow;
import segue.spark.catalog.SourceRows;

/** A collection as a table of Spark. */
public final class MongoTable {
    private static final String FORMAT = "mongodb";

    /** Each document whole, as its names and values, so that its fields are read by the same code as without Spark. */
    private static final String WHOLE_DOCUMENTS =
            "[{$sort: {_id: 1}}, {$project: {_id: 1, document: {$objectToArray: '$$ROOT'}}}]";

    private MongoTable() {}

    /**
     * Every field a column of text, in the order of its name; null where a document has none. Partitions follow each other in
     * the order of {@code _id}, and so do the rows in them: {@code monotonically_increasing_id()} numbers them in it.
     *
     * @throws CatalogException if the server cannot be asked, or there is no document
     * @throws IllegalArgumentException if the collection is to be cut, but its ids are of several kinds
     */
    public static Dataset<Row> read(SparkSession spark, MongoAddress address, Partitioning partitioning) {
        List<String> columns = CollectionColumns.of(address);
        return documents(spark, address, partitioning)
                .map(
                        (MapFunction<String, Row>) document -> fields(document, columns),
                        Encoders.row(schema(CollectionColumns.header(columns))));
    }

    /**
     * A collection as a table that is to be cleaned: the very rows that the library reads of it without Spark.
     *
     * @throws CatalogException if the server cannot be asked, or there is no document
     * @throws IllegalArgumentException if the collection is to be cut, but its ids are of several kinds
     */
    public static SourceRows rows(SparkSession spark, MongoAddress address, Partitioning partitioning) {
        List<String> columns = CollectionColumns.of(address);
        return new SourceRows(
                address.toString(),
                CollectionColumns.header(columns),
                documents(spark, address, partitioning)
                        .javaRDD()
                        .zipWithIndex()
                        .map(one -> new SourceRow(one._2(), DocumentText.rowOfPairs(one._1(), columns, one._2() + 1))));
    }

    /** As extended JSON, in the order of {@code _id}. */
    private static Dataset<String> documents(SparkSession spark, MongoAddress address, Partitioning partitioning) {
        if (partitioning != Partitioning.SINGLE && !CollectionIds.areOfOneKind(address)) {
            throw new IllegalArgumentException(
                    ("the documents of %s have an _id of several kinds (numbers, texts and so on),"
                                    + " between which MongoDB cannot cut: leave out --partitioner %s")
                            .formatted(address, partitioning));
        }
        int cores = spark.sparkContext().defaultParallelism();
        return spark.read()
                .format(FORMAT)
                .options(place(address))
                .options(partitioning.options(cores))
                .option("aggregation.pipeline", WHOLE_DOCUMENTS)
                .option("outputExtendedJson", "true")
                .schema(new StructType().add("document", DataTypes.StringType))
                .load()
                .as(Encoders.STRING());
    }

    /**
     * Writes a document a row, nulls left out. The collection is whole, or as it was before.
     *
     * @param rows with a column {@code _id} that tells them apart, and is the same when a task is tried again
     * @param overwrite whether a collection that is there is replaced
     * @throws CatalogException if the server cannot be used, or the collection is there and may not be replaced
     */
    public static void write(Dataset<Row> rows, MongoAddress address, boolean overwrite) throws IOException {
        if (!List.of(rows.columns()).contains("_id")) {
            throw new IllegalArgumentException("rows need a column _id, which tells them apart");
        }
        WholeCollection.write(
                address,
                overwrite,
                part -> Refusal.told(address, () -> {
                    rows.write()
                            .format(FORMAT)
                            .mode("append")
                            .options(place(part))
                            .option("operationType", "replace")
                            .option("upsertDocument", "true")
                            .option("idFieldList", "_id")
                            .option("ignoreNullValues", "true")
                            .save();
                    return null;
                }));
    }

    private static Map<String, String> place(MongoAddress address) {
        return Map.of(
                "connection.uri", address.url(), "database", address.database(), "collection", address.collection());
    }

    private static StructType schema(List<String> names) {
        StructType schema = new StructType();
        for (String name : names) {
            schema = schema.add(name, DataTypes.StringType);
        }
        return schema;
    }

    private static Row fields(String document, List<String> columns) {
        String[] texts = DocumentText.ofPairs(document, columns);
        Object[] values = new Object[texts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = texts[i].isEmpty() ? null : texts[i];
        }
        return RowFactory.create(values);
    }
}
