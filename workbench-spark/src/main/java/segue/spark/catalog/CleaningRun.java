package segue.spark.catalog;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.Tuple3;
import segue.catalog.ArtistGenres;
import segue.catalog.CleaningLog;
import segue.catalog.SongDraft;

/** The steps from cleaned rows to a catalogue. What is kept between them is kept as bytes, since drafts change. */
final class CleaningRun {
    private static final long SONGS_PER_FILE = 250_000;

    private final SparkSession spark;
    private final List<String> names;
    private final ByGroup groups;
    private final Broadcast<ArtistGenres> genres;

    /** A song as it will be written, and what was done to it last. */
    private record Finished(SongDraft song, boolean filled, boolean marked) implements Serializable {}

    /** How many songs were given genres, and how many a mark. */
    private record Counts(long filled, long marked) implements Serializable {
        private Counts and(Finished song) {
            return new Counts(filled + (song.filled ? 1 : 0), marked + (song.marked ? 1 : 0));
        }

        private Counts and(Counts other) {
            return new Counts(filled + other.filled, marked + other.marked);
        }
    }

    CleaningRun(SparkSession spark, List<String> names, int partitions, ArtistGenres genres) {
        this.spark = spark;
        this.names = names;
        this.groups = new ByGroup(partitions);
        this.genres = genres == null
                ? null
                : JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(genres);
    }

    CleanedCatalog of(JavaPairRDD<Key, Piece> cleaned) {
        JavaPairRDD<String, Piece> joined = cleaned.repartitionAndSortWithinPartitions(groups)
                .mapPartitionsToPair(JoinedRows::new, true)
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        try {
            return of(joined, log(joined));
        } finally {
            joined.unpersist();
        }
    }

    private static CleaningLog log(JavaPairRDD<String, Piece> joined) {
        return joined.values()
                .filter(piece -> !piece.isSong())
                .map(Piece::log)
                .treeAggregate(new CleaningLog(), CleaningLog::join, CleaningLog::join);
    }

    private CleanedCatalog of(JavaPairRDD<String, Piece> joined, CleaningLog log) {
        JavaPairRDD<String, SongDraft> songs =
                joined.filter(piece -> piece._2().isSong()).mapValues(Piece::song);
        JavaRDD<Finished> finished = finished(songs).persist(StorageLevel.MEMORY_AND_DISK_SER());
        Counts counts = finished.aggregate(new Counts(0, 0), Counts::and, Counts::and);
        if (genres != null) {
            log.genresFilled(counts.filled);
        }
        log.marked(counts.marked);
        return new CleanedCatalog(inOrder(finished, log.songs()), log.report(names), finished);
    }

    private JavaRDD<Finished> finished(JavaPairRDD<String, SongDraft> songs) {
        Broadcast<ArtistGenres> known = genres;
        return songs.cogroup(references(songs), sameRecordings(songs), groups)
                .values()
                .map(all -> finished(all, known == null ? null : known.value()));
    }

    /** Of every song that refers to one that there is: its id, and the other's. */
    private JavaPairRDD<String, String> references(JavaPairRDD<String, SongDraft> songs) {
        JavaPairRDD<String, String> wanted = songs.filter(song -> song._2().sameRecordingAs() != null)
                .mapToPair(song -> new Tuple2<>(song._2().sameRecordingAs(), song._1()));
        return songs.mapValues(SongDraft::place)
                .join(wanted, groups)
                .mapToPair(found -> new Tuple2<>(found._2()._2(), found._1()));
    }

    /** Of every song that is the recording of an earlier one: its id, and that of the earliest. */
    private JavaPairRDD<String, String> sameRecordings(JavaPairRDD<String, SongDraft> songs) {
        return songs.values()
                .mapToPair(song -> new Tuple2<>(new Key(song.titleKey(), song.place()), song))
                .filter(song -> !song._1().group().isEmpty())
                .repartitionAndSortWithinPartitions(groups)
                .mapPartitionsToPair(SameTitles::new);
    }

    private static Finished finished(
            Tuple3<Iterable<SongDraft>, Iterable<String>, Iterable<String>> all, ArtistGenres genres) {
        SongDraft song = all._1().iterator().next();
        String reference = firstOrNull(all._2().iterator());
        String same = firstOrNull(all._3().iterator());
        song.sameRecordingAs(reference == null ? same : reference);
        return new Finished(song, genres != null && song.fillGenres(genres), reference == null && same != null);
    }

    private static String firstOrNull(Iterator<String> values) {
        return values.hasNext() ? values.next() : null;
    }

    private Dataset<Row> inOrder(JavaRDD<Finished> finished, long songs) {
        JavaRDD<Row> rows = finished.mapToPair(song -> new Tuple2<>(song.song().place(), song.song()))
                .sortByKey(true, (int) (songs / SONGS_PER_FILE + 1))
                .values()
                .map(song -> SongColumns.row(song.track()));
        return spark.createDataFrame(rows, SongColumns.schema());
    }
}
