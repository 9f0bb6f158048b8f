package segue.spark.playlists;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Entries of playlist files as the library reads them, each file by one task. The files are read once: what was read is kept in
 * memory, or on the disks of the executors where it does not fit, until {@link #close}.
 */
public final class ListEntries implements AutoCloseable {
    private static final StructType SCHEMA = new StructType()
            .add("list", DataTypes.StringType)
            .add("song", DataTypes.StringType)
            .add("file", DataTypes.IntegerType)
            .add("place", DataTypes.IntegerType)
            .add("note", DataTypes.StringType);

    private final int files;
    private final Dataset<Row> read;
    private final Dataset<Row> distinct;

    private ListEntries(int files, Dataset<Row> read) {
        this.files = files;
        this.read = read.persist(StorageLevel.MEMORY_AND_DISK());
        this.distinct =
                this.read.where(col("song").isNotNull()).select("list", "song").distinct();
    }

    private record Numbered(String file, int number) implements Serializable {}

    /**
     * Playlists of files, of folders of them, or of patterns with {@code *}; lists of the same id are one list.
     *
     * @param sources slices of the Million Playlist Dataset, tables with a row a playlist and song, or playlist files
     * @throws IOException if there is no such file
     * @throws segue.catalog.CatalogException if a folder holds no playlist
     */
    public static ListEntries read(SparkSession spark, List<String> sources) throws IOException {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        List<Numbered> files = new ArrayList<>();
        for (String file : StoredLists.files(hadoop, sources)) {
            files.add(new Numbered(file, files.size()));
        }
        Broadcast<SerializableConfiguration> configuration = context.broadcast(new SerializableConfiguration(hadoop));
        JavaRDD<Row> rows = context.parallelize(files, files.size())
                .flatMap(file -> entries(configuration.value().value(), file));
        return new ListEntries(files.size(), spark.createDataFrame(rows, SCHEMA));
    }

    private static Iterator<Row> entries(Configuration hadoop, Numbered file) throws IOException {
        ReadEntries entries = new ReadEntries(StoredLists.open(hadoop, file.file()), file.number());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> entries.close());
        return entries;
    }

    /** @param song null where the entry has no id */
    static Row entry(String list, String song) {
        return RowFactory.create(list, song, null, null, null);
    }

    static Row note(int file, int place, String note) {
        return RowFactory.create(null, null, file, place, note);
    }

    /** Columns {@code list} and {@code song}, ids; each song once a list. */
    Dataset<Row> distinct() {
        return distinct;
    }

    /** What became of the entries. */
    public ListsReport report(ListedSongs kept) {
        Row counts = read.agg(count(col("list")), count(col("song"))).head();
        List<String> notes = read
                .where(col("note").isNotNull())
                .orderBy("file", "place")
                .select("note")
                .limit(ListsReport.NOTES + 1)
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
        long unnamed = counts.getLong(0) - counts.getLong(1);
        return new ListsReport(
                files,
                kept.lists(),
                kept.songs(),
                counts.getLong(0),
                kept.entries(),
                counts.getLong(1) - kept.entries(),
                unnamed,
                notes);
    }

    /** Forgets what was read. */
    @Override
    public void close() {
        read.unpersist();
    }
}
