package segue.spark.playlists;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * For every song those that stand in the same playlists. Exact, whatever the number of tasks: the counts of {@code
 * segue.evaluate.baseline.CoOccurrenceRanker} for one seed, in its order where rows are songs by popularity.
 *
 * <p>Lists are dealt into blocks of about {@link CoOccurrenceOptions#blockEntries} entries, and songs into groups. A task counts
 * what a block says of a group, one song after the other. Where there are several blocks, the counts of a song are added up by a
 * second stage, which too holds one song's at a time. So neither a song in every list nor a list of 10,000 songs needs more memory
 * than the bounds: about 8 bytes an entry of a block, and 8 a song.
 */
public final class CoOccurrence {
    private static final StructType SCHEMA = new StructType()
            .add("row", DataTypes.IntegerType)
            .add("id", DataTypes.StringType)
            .add("playlists", DataTypes.LongType)
            .add("neighbor_ids", DataTypes.createArrayType(DataTypes.StringType, false))
            .add("counts", DataTypes.createArrayType(DataTypes.IntegerType, false))
            .add("similarity", DataTypes.createArrayType(DataTypes.FloatType, false));

    private static final int GROUPS_PER_CORE = 2;

    private CoOccurrence() {}

    /** How lists and songs are dealt. */
    private record Deal(int blocks, int groups) implements Serializable {
        /** A list to each group that has a song of it. */
        Iterator<Tuple2<Integer, int[]>> deal(Row list) {
            int[] songs =
                    list.<Integer>getList(1).stream().mapToInt(song -> song).toArray();
            int block = Math.floorMod(list.getString(0).hashCode(), blocks);
            List<Tuple2<Integer, int[]>> cells = new ArrayList<>();
            BitSet met = new BitSet(groups);
            for (int song : songs) {
                if (!met.get(song % groups)) {
                    met.set(song % groups);
                    cells.add(new Tuple2<>(block * groups + song % groups, songs));
                }
            }
            return cells.iterator();
        }
    }

    /**
     * A table with a row a song: its {@code row} by popularity, {@code id}, {@code playlists} that it stands in, and the best of
     * the others, best first: {@code neighbor_ids}, {@code counts} of playlists that have both, and {@code similarity}, that is
     * {@code count / sqrt((playlists + 1) (playlists of the other + 1))}. In no order. The ids of all songs are held by the driver
     * and each executor, at about 34 bytes a song.
     *
     * @throws UnsupportedOperationException if the ids are more than 2 GB
     */
    public static Dataset<Row> of(ListedSongs songs, CoOccurrenceOptions options) {
        SparkSession spark = songs.listTable().sparkSession();
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        Broadcast<SongNames> names = context.broadcast(SongNames.of(songs));
        int blocks = Math.clamp(Math.ceilDiv(songs.entries(), (long) options.blockEntries()), 1, 100_000);
        Deal deal = new Deal(blocks, Math.clamp(songs.songs(), 1, GROUPS_PER_CORE * context.defaultParallelism()));
        JavaPairRDD<Integer, int[]> cells = songs.listTable()
                .select("list", "songs")
                .toJavaRDD()
                .flatMapToPair(deal::deal)
                .partitionBy(new HashPartitioner(deal.blocks() * deal.groups()));
        JavaRDD<Beside> best =
                deal.blocks() == 1 ? inOne(cells, deal, names, options) : inTwo(cells, deal, names, options);
        return spark.createDataFrame(best.map(beside -> row(names.value(), beside)), SCHEMA);
    }

    private static JavaRDD<Beside> inOne(
            JavaPairRDD<Integer, int[]> cells, Deal deal, Broadcast<SongNames> names, CoOccurrenceOptions options) {
        return cells.values()
                .mapPartitionsWithIndex(
                        (group, lists) -> {
                            Tally tally = new Tally(names.value().songs());
                            Cell cell =
                                    Cell.of(group, deal.groups(), names.value().songs(), lists);
                            return mapped(cell.songs(), song -> {
                                cell.count(song, tally);
                                return tally.best(song, options, names.value());
                            });
                        },
                        false);
    }

    private static JavaRDD<Beside> inTwo(
            JavaPairRDD<Integer, int[]> cells, Deal deal, Broadcast<SongNames> names, CoOccurrenceOptions options) {
        JavaPairRDD<Integer, Beside> parts = cells.values()
                .mapPartitionsWithIndex(
                        (number, lists) -> {
                            Tally tally = new Tally(names.value().songs());
                            int group = number % deal.groups();
                            Cell cell =
                                    Cell.of(group, deal.groups(), names.value().songs(), lists);
                            return mapped(cell.songs(), song -> {
                                cell.count(song, tally);
                                return tally.all(song);
                            });
                        },
                        false)
                .mapToPair(beside -> new Tuple2<>(beside.song(), beside));
        return parts.repartitionAndSortWithinPartitions(new HashPartitioner(deal.groups() * deal.blocks()))
                .values()
                .mapPartitions(sorted -> new Added(sorted, names.value(), options));
    }

    private static <A, B> Iterator<B> mapped(Iterator<A> from, Function<A, B> each) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return from.hasNext();
            }

            @Override
            public B next() {
                return each.apply(from.next());
            }
        };
    }

    private static Row row(SongNames names, Beside beside) {
        int song = beside.song();
        String[] ids = new String[beside.others().length];
        Float[] similarities = new Float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int other = beside.others()[i];
            ids[i] = names.id(other);
            similarities[i] = names.similarity(song, other, beside.counts()[i]);
        }
        Integer[] counts = Arrays.stream(beside.counts()).boxed().toArray(Integer[]::new);
        return RowFactory.create(song, names.id(song), names.playlists()[song], ids, counts, similarities);
    }
}
