package segue.spark.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import segue.catalog.ArtistGenres;
import segue.catalog.CleaningLog;
import segue.catalog.SourceName;
import segue.spark.rows.StoredPath;

/**
 * Song tables that are to be cleaned and joined into one catalogue, by the library's rules and with its report.
 *
 * <pre>{@code
 * try (CleanedCatalog songs = CatalogCleaning.ofFiles(spark, List.of("songs/*.csv.gz")).run()) {
 *     System.out.println(songs.report().summary());
 *     WholeTable.parquet(songs.table(), "songs.parquet", false);
 * }
 * }</pre>
 */
public final class CatalogCleaning {
    private static final long BYTES_PER_PARTITION = 16L << 20;

    private final SparkSession spark;
    private final List<String> names;
    private final int partitions;
    private final JavaPairRDD<Key, Piece> cleaned;
    private ArtistGenres artistGenres;

    private CatalogCleaning(SparkSession spark, List<String> names, long partitions, JavaPairRDD<Key, Piece> cleaned) {
        this.spark = spark;
        this.names = names;
        this.partitions = (int) Math.min(1 << 14, Math.max(spark.sparkContext().defaultParallelism(), partitions));
        this.cleaned = cleaned;
    }

    /**
     * Files of CSV, JSON or Parquet, as {@code RowSource.open} tells them; each is read by one task.
     *
     * @param paths files, folders and patterns, in the order in which their rows count
     * @throws IOException if there is no such file
     */
    public static CatalogCleaning ofFiles(SparkSession spark, List<String> paths) throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        List<FileStatus> files = new ArrayList<>();
        for (String path : paths) {
            files.addAll(StoredPath.files(hadoop, path));
        }
        List<StoredSource> sources = new ArrayList<>();
        for (FileStatus file : files) {
            sources.add(StoredSource.of(sources.size(), file.getPath()));
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> configuration = context.broadcast(new SerializableConfiguration(hadoop));
        JavaPairRDD<Key, Piece> cleaned = context.parallelize(sources, Math.max(1, sources.size()))
                .flatMapToPair(source -> FileRows.cleaned(configuration.value().value(), source.name(), source.file()));
        long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
        return new CatalogCleaning(
                spark,
                sources.stream().map(source -> source.name().name()).toList(),
                bytes / BYTES_PER_PARTITION,
                cleaned);
    }

    /**
     * Rows that are there already, such as those of a database.
     *
     * @param sources in the order in which their rows count
     */
    public static CatalogCleaning of(SparkSession spark, List<SourceRows> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one source of rows");
        }
        JavaPairRDD<Key, Piece> cleaned = null;
        for (int i = 0; i < sources.size(); i++) {
            JavaPairRDD<Key, Piece> next = cleaned(i, sources.get(i));
            cleaned = cleaned == null ? next : cleaned.union(next);
        }
        return new CatalogCleaning(
                spark, sources.stream().map(SourceRows::name).toList(), cleaned.getNumPartitions(), cleaned);
    }

    private static JavaPairRDD<Key, Piece> cleaned(int number, SourceRows rows) {
        SourceName source = new SourceName(number, rows.name(), rows.name());
        List<String> header = rows.header();
        return rows.rows()
                .mapPartitionsWithIndex(
                        (part, some) -> new CleanedRows(source, part, header, some, new CleaningLog()), false)
                .mapToPair(piece -> piece);
    }

    /** Gives a song without any genre label those of its artists. Every task holds all of them. */
    public CatalogCleaning artistGenres(ArtistGenres genres) {
        artistGenres = genres;
        return this;
    }

    /** Reads and cleans everything; the table of the result is put in order when it is first asked for its rows. */
    public CleanedCatalog run() {
        return new CleaningRun(spark, names, partitions, artistGenres).of(cleaned);
    }
}
