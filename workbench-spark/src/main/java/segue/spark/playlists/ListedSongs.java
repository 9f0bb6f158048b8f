package segue.spark.playlists;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Playlists over numbered songs. Song 0 stands in most lists; of equally many the song is first whose id is so by the bytes of its
 * UTF-8. The numbers depend on the lists alone, not on files or tasks.
 */
public final class ListedSongs implements AutoCloseable {
    /** A longer one is a table whose playlists are not told apart: pairs grow with the square. */
    static final int LONGEST_LIST = 100_000;

    private static final StructType SONGS = new StructType()
            .add("number", DataTypes.IntegerType)
            .add("id", DataTypes.StringType)
            .add("playlists", DataTypes.LongType);

    private final Dataset<Row> numbered;
    private final Dataset<Row> lists;
    private final int songs;
    private final long listCount;
    private final long entries;

    private ListedSongs(Dataset<Row> entries, int longest) {
        SparkSession spark = entries.sparkSession();
        Dataset<Row> kept = entries.persist(StorageLevel.MEMORY_AND_DISK());
        requireLists(kept, longest);
        JavaRDD<Row> byPopularity = kept.groupBy(col("song").as("id"))
                .agg(count(lit(1)).as("playlists"))
                .orderBy(col("playlists").desc(), col("id"))
                .toJavaRDD()
                .zipWithIndex()
                .map(song -> RowFactory.create(
                        Math.toIntExact(song._2()),
                        song._1().getString(0),
                        song._1().getLong(1)));
        this.numbered = spark.createDataFrame(byPopularity, SONGS).persist(StorageLevel.MEMORY_AND_DISK());
        this.songs = Math.toIntExact(numbered.count());
        this.lists = kept.join(numbered, col("song").equalTo(col("id")))
                .groupBy("list")
                .agg(array_sort(collect_list(col("number"))).as("songs"))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Row counts = lists.agg(count(lit(1)), coalesce(sum(size(col("songs"))), lit(0L)))
                .head();
        this.listCount = counts.getLong(0);
        this.entries = counts.getLong(1);
        kept.unpersist();
    }

    /** @throws IllegalArgumentException if no entry has an id, or a list has more than 100,000 songs */
    public static ListedSongs of(ListEntries entries) {
        return of(entries.distinct(), LONGEST_LIST);
    }

    /**
     * @param entries columns {@code list} and {@code song}, text, each song once a list
     * @param longest list that is no mistake
     */
    static ListedSongs of(Dataset<Row> entries, int longest) {
        return new ListedSongs(entries, longest);
    }

    private static void requireLists(Dataset<Row> entries, int most) {
        Dataset<Row> sizes = entries.groupBy("list").agg(count(lit(1)).as("size"));
        Row longest = sizes.agg(max("size")).head();
        if (longest.isNullAt(0)) {
            throw new IllegalArgumentException("no song of these playlists has an id: give lists whose songs have"
                    + " a track_uri, a track_id, an identifier or a path");
        }
        if (longest.getLong(0) > most) {
            String list = sizes.where(col("size").equalTo(longest.getLong(0)))
                    .agg(min("list"))
                    .head()
                    .getString(0);
            throw new IllegalArgumentException(
                    "playlist '%s' has %,d songs and at most %,d are expected: a table needs a column playlist_id or pid"
                            .formatted(list, longest.getLong(0), most));
        }
    }

    /** Columns {@code number}, {@code id} and {@code playlists}, how many it stands in; partitions follow by number. */
    Dataset<Row> table() {
        return numbered;
    }

    /** Columns {@code list}, an id, and {@code songs}, ascending numbers. */
    Dataset<Row> listTable() {
        return lists;
    }

    /** Different songs. */
    public int songs() {
        return songs;
    }

    /** Playlists that have a song. */
    public long lists() {
        return listCount;
    }

    /** Songs of all lists together. */
    public long entries() {
        return entries;
    }

    /** Forgets the lists. */
    @Override
    public void close() {
        lists.unpersist();
        numbered.unpersist();
    }
}
