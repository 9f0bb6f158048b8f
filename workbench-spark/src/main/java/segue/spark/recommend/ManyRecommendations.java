package segue.spark.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import segue.catalog.Catalog;

/**
 * Recommendations for many users, each what the library answers for that user's songs. Users are answered once, when a table
 * is first asked for, and kept in memory or on disk until this is closed.
 */
public final class ManyRecommendations implements AutoCloseable {
    /** The user of entries that cannot be used: a name that no user has. */
    private static final String NOBODY = "";

    private final SharedSongs songs;
    private final ListenerOptions options;
    private final Dataset<Row> users;

    private ManyRecommendations(SharedSongs songs, ListenerOptions options, Dataset<Row> users) {
        this.songs = songs;
        this.options = options;
        this.users = users;
    }

    /**
     * Reads who has what, and prepares the answers.
     *
     * @param users a table with a row a user and song ({@code user}, {@code id}; in the order of the table, or by
     *     {@code position} where there is such a column), or with a row a user and a list of ids ({@code user}, {@code songs}),
     *     as Parquet or CSV; or playlists in any format of the library, each a user's, by its id. A file, a folder, or a pattern
     * @throws IOException if it is no such table
     * @throws UnsupportedOperationException if the catalogue is too large to be sent to every process
     * @throws IllegalArgumentException if the catalogue is empty
     */
    public static ManyRecommendations of(SparkSession spark, String users, Catalog catalog, ListenerOptions options)
            throws IOException {
        return of(spark, UserSongs.open(spark, users), catalog, options);
    }

    static ManyRecommendations of(SparkSession spark, UserSongs users, Catalog catalog, ListenerOptions options)
            throws IOException {
        if (catalog.size() == 0) {
            throw new IllegalArgumentException("the catalogue is empty: there is nothing to recommend");
        }
        SharedSongs songs = SharedSongs.of(new JavaSparkContext(spark.sparkContext()), catalog);
        int partitions = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
        JavaPairRDD<String, Listener> listeners = users.entries()
                .mapPartitionsToPair(part -> found(songs, part))
                .aggregateByKey(new Listener(), partitions, Listener::add, Listener::addAll);
        JavaRDD<Row> answered = listeners.mapPartitions(part -> answered(songs, options, part));
        Dataset<Row> kept =
                spark.createDataFrame(answered, AnswerColumns.ofUsers()).persist(StorageLevel.MEMORY_AND_DISK());
        return new ManyRecommendations(songs, options, kept);
    }

    private static Iterator<Tuple2<String, Listener.Found>> found(SharedSongs songs, Iterator<Entry> entries) {
        ReadySongs ready = songs.ready();
        return map(entries, entry -> new Tuple2<>(entry.user(), found(ready, entry)));
    }

    private static Listener.Found found(ReadySongs ready, Entry entry) {
        if (entry.song() == null) {
            boolean fine = entry.problem() == null;
            return new Listener.Found(
                    entry.major(),
                    entry.minor(),
                    fine ? Listener.Found.NOTHING : Listener.Found.UNKNOWN,
                    entry.problem());
        }
        OptionalInt row = ready.find(entry.song());
        return new Listener.Found(
                entry.major(),
                entry.minor(),
                row.orElse(Listener.Found.UNKNOWN),
                row.isPresent() ? null : entry.song().toString());
    }

    private static Iterator<Row> answered(
            SharedSongs songs, ListenerOptions options, Iterator<Tuple2<String, Listener>> listeners) {
        ReadySongs ready = songs.ready();
        return map(listeners, one -> answered(ready, options, one._1(), one._2()));
    }

    private static Row answered(ReadySongs ready, ListenerOptions options, String user, Listener listener) {
        int[] rows = listener.songs();
        Answer answer = Answer.of(ready, options, rows, listener.entries());
        return RowFactory.create(
                user,
                listener.entries(),
                rows.length,
                listener.entries() - listener.unknown() - rows.length,
                listener.unknown(),
                listener.firstUnknown(),
                answer.rows().size(),
                answer.note(),
                answer.rows().toArray(Row[]::new));
    }

    private static <T, R> Iterator<R> map(Iterator<T> values, Function<T, R> function) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return values.hasNext();
            }

            @Override
            public R next() {
                return function.apply(values.next());
            }
        };
    }

    /**
     * A row a recommendation: {@code user}, {@code rank} from 1, {@code id}, {@code name}, {@code artists}, {@code score}
     * (by sound the distance, smaller is nearer; by tastes the library's score of the taste, larger is better), {@code like}
     * (the id of the user's song that it is like), by tastes {@code taste} (from 1, the largest first), and {@code reasons}
     * where they were asked for. Sorted by user and rank within each file; all rows of a user are in the same.
     */
    public Dataset<Row> recommendations() {
        Column[] columns = Stream.concat(
                        Stream.of("user"),
                        AnswerColumns.written(options).stream().map(name -> "answer." + name))
                .map(functions::col)
                .toArray(Column[]::new);
        return users.select(col("user"), explode(col("answers")).as("answer"))
                .select(columns)
                .sortWithinPartitions("user", "rank");
    }

    /**
     * A row a user: {@code entries} that name a song, {@code songs} of the catalogue among them, each once, {@code repeated}
     * entries of the same song, {@code unknown} entries whose song the catalogue has not, {@code first_unknown} of them,
     * {@code recommended} songs, and a {@code note} where there are fewer than asked for because of the user.
     */
    public Dataset<Row> report() {
        return users.filter(col("user").notEqual(NOBODY)).drop("answers").sortWithinPartitions("user");
    }

    /** What became of all users and entries. */
    public ManyTotals totals() {
        List<Row> sums = users.groupBy(expr("user = ''").as("nobody"))
                .agg(
                        expr("count(*)"),
                        expr("count_if(recommended > 0)"),
                        expr("count_if(songs = 0)"),
                        expr("sum(recommended)"),
                        expr("sum(songs)"),
                        expr("sum(repeated)"),
                        expr("sum(unknown)"),
                        expr("min_by(first_unknown, user) filter (where unknown > 0)"),
                        expr("min(user) filter (where unknown > 0)"))
                .collectAsList();
        return ManyTotals.of(sums, songs.bytes());
    }

    @Override
    public void close() {
        users.unpersist();
        songs.close();
    }
}
