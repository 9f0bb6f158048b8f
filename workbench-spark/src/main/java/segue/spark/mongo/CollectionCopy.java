package segue.spark.mongo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import segue.catalog.Feature;
import segue.catalog.mongo.MongoAddress;

/**
 * A collection as it is copied into files: its fields as text, but the nine audio features as numbers where every document has
 * a number there, or nothing. It is kept in memory or on disk until it is closed, so that the server is read once.
 */
public final class CollectionCopy implements AutoCloseable {
    private final Dataset<Row> texts;
    private final Dataset<Row> table;
    private final long documents;
    private final Map<String, Long> notNumbers;

    private CollectionCopy(Dataset<Row> texts, Dataset<Row> table, long documents, Map<String, Long> notNumbers) {
        this.texts = texts;
        this.table = table;
        this.documents = documents;
        this.notNumbers = notNumbers;
    }

    /** @throws segue.catalog.CatalogException if the server cannot be asked, or there is no document */
    public static CollectionCopy of(SparkSession spark, MongoAddress address, Partitioning partitioning) {
        Dataset<Row> texts = MongoTable.read(spark, address, partitioning);
        CollectionCopy copy = null;
        try {
            copy = Refusal.told(address, () -> judged(texts.persist(StorageLevel.MEMORY_AND_DISK())));
            return copy;
        } finally {
            if (copy == null) {
                texts.unpersist();
            }
        }
    }

    private static CollectionCopy judged(Dataset<Row> texts) {
        List<String> all = List.of(texts.columns());
        List<String> features = Arrays.stream(Feature.values())
                .map(Feature::columnName)
                .filter(all::contains)
                .toList();
        Column[] wrong = features.stream()
                .map(name -> count(when(
                        col(name).isNotNull().and(col(name).try_cast("double").isNull()), 1)))
                .toArray(Column[]::new);
        Row counts = texts.agg(count(lit(1)), wrong).head();
        Map<String, Long> notNumbers = new LinkedHashMap<>();
        List<Column> columns = new ArrayList<>();
        all.forEach(name -> columns.add(col("`" + name.replace("`", "``") + "`")));
        for (int i = 0; i < features.size(); i++) {
            String name = features.get(i);
            if (counts.getLong(1 + i) == 0) {
                columns.set(all.indexOf(name), col(name).cast("double").as(name));
            } else {
                notNumbers.put(name, counts.getLong(1 + i));
            }
        }
        return new CollectionCopy(
                texts, texts.select(columns.toArray(Column[]::new)), counts.getLong(0), Map.copyOf(notNumbers));
    }

    /** In the order of {@code _id}. */
    public Dataset<Row> table() {
        return table;
    }

    public long documents() {
        return documents;
    }

    /** The features that stayed text, each with how many documents have no number there. */
    public Map<String, Long> notNumbers() {
        return notNumbers;
    }

    @Override
    public void close() {
        texts.unpersist();
    }
}
