package segue.spark.playlists;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Playlists times songs as a product of factors, by Spark's alternating least squares for implicit feedback (Hu, Koren and
 * Volinsky, Collaborative Filtering for Implicit Feedback Datasets, ICDM 2008). The penalty grows with the entries of a song or
 * playlist, other than in {@code segue.recommend.factors}.
 */
public final class ListFactors implements AutoCloseable {
    private static final StructType NUMBERED = new StructType()
            .add("list", DataTypes.IntegerType)
            .add("list_id", DataTypes.StringType)
            .add("songs", DataTypes.createArrayType(DataTypes.IntegerType, false));
    private static final StructType ENTRY = new StructType()
            .add("list", DataTypes.IntegerType)
            .add("song", DataTypes.IntegerType)
            .add("entry", DataTypes.FloatType);

    private final Dataset<Row> lists;
    private final Dataset<Row> songTable;
    private final ALSModel model;

    private ListFactors(Dataset<Row> lists, Dataset<Row> songTable, ALSModel model) {
        this.lists = lists;
        this.songTable = songTable;
        this.model = model;
    }

    /** Playlists are numbered by their ids, so that the same lists have the same numbers in any files. */
    public static ListFactors fit(ListedSongs songs, FactorOptions options) {
        SparkSession spark = songs.listTable().sparkSession();
        JavaRDD<Row> byId = songs.listTable()
                .orderBy("list")
                .toJavaRDD()
                .zipWithIndex()
                .map(list -> RowFactory.create(
                        Math.toIntExact(list._2()),
                        list._1().getString(0),
                        list._1().get(1)));
        Dataset<Row> lists = spark.createDataFrame(byId, NUMBERED).persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Row> entries = lists.select("list", "songs")
                .toJavaRDD()
                .flatMap(list -> list.<Integer>getList(1).stream()
                        .map(song -> RowFactory.create(list.getInt(0), song, 1f))
                        .iterator());
        ALS als = new ALS()
                .setImplicitPrefs(true)
                .setUserCol("list")
                .setItemCol("song")
                .setRatingCol("entry")
                .setRank(options.rank())
                .setMaxIter(options.iterations())
                .setRegParam(options.regularization())
                .setAlpha(options.alpha())
                .setSeed(options.seed())
                .setNumBlocks(options.blocks());
        return new ListFactors(lists, songs.table(), als.fit(spark.createDataFrame(entries, ENTRY)));
    }

    /** Columns {@code id}, {@code factors} and {@code playlists}, how many it stands in; songs by popularity. */
    public Dataset<Row> ofSongs() {
        return model.itemFactors()
                .select(col("id").as("song"), col("features").as("factors"))
                .join(songTable, col("song").equalTo(col("number")))
                .orderBy("number")
                .select("id", "factors", "playlists");
    }

    /** Columns {@code id}, {@code factors} and {@code songs}, how many it has; playlists by id. */
    public Dataset<Row> ofPlaylists() {
        return model.userFactors()
                .select(col("id").as("number"), col("features").as("factors"))
                .join(lists, col("number").equalTo(col("list")))
                .orderBy("number")
                .select(
                        col("list_id").as("id"),
                        col("factors"),
                        size(col("songs")).as("songs"));
    }

    /** Forgets the lists. */
    @Override
    public void close() {
        lists.unpersist();
    }
}
