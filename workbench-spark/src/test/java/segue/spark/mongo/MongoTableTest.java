package segue.spark.mongo;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.catalog.CatalogWriter;
import segue.catalog.LoadResult;
import segue.catalog.RowSource;
import segue.catalog.mongo.MongoAddress;
import segue.catalog.mongo.MongoSongs;
import segue.spark.TestSession;
import segue.spark.catalog.CatalogCleaning;
import segue.spark.catalog.CleanedCatalog;
import segue.spark.session.SegueSession;
import segue.spark.session.WholeTable;

class MongoTableTest {
    private static final AtomicInteger FAILED_ONCE = new AtomicInteger();
    private static MusicServer server;

    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = new MusicServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void clear() {
        server.music().drop();
    }

    private List<Row> read(String collection, Partitioning partitioning) throws IOException {
        return session.run(spark ->
                MongoTable.read(spark, server.at(collection), partitioning).collectAsList());
    }

    private static List<List<String>> texts(List<Row> rows) {
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> row.isNullAt(i) ? "" : row.getString(i))
                        .toList())
                .toList();
    }

    private static List<List<String>> byTheLibrary(MongoAddress address) {
        List<List<String>> rows = new ArrayList<>();
        try (RowSource source = MongoSongs.input(address).open(note -> {})) {
            for (RowSource.Row row = source.next(); row != null; row = source.next()) {
                rows.add(Arrays.asList(row.fields()));
            }
        }
        return rows;
    }

    /** Parquet files of the sample, more than there are cores, with an empty one. */
    private String songs(int count) throws IOException {
        Path file = folder.resolve("sample.parquet");
        CatalogWriter.write(
                Catalog.sample().selectRows(IntStream.range(0, count).toArray()), file);
        String out = folder.resolve("songs").toString();
        session.run(spark -> {
            spark.read()
                    .parquet(file.toString())
                    .repartitionByRange(3, col("year"))
                    .write()
                    .parquet(out);
            return null;
        });
        return out;
    }

    private void export(String path, String collection, boolean overwrite) throws IOException {
        session.run(spark -> {
            MongoTable.write(NumberedTable.open(spark, path).rows(), server.at(collection), overwrite);
            return null;
        });
    }

    @Test
    void documents_become_the_text_that_the_library_reads_in_its_order() throws IOException {
        server.insert(
                "songs",
                new Document("_id", 10)
                        .append("id", "ten")
                        .append("energy", 0.25)
                        .append("artists", List.of("A", "B'C")),
                new Document("_id", 9L)
                        .append("id", "nine")
                        .append("energy", Double.NaN)
                        .append("year", 1994),
                new Document("_id", "x").append("id", "text").append("energy", new Decimal128(3)),
                new Document("_id", new ObjectId("5f1d7f3e8f1b2c0001a2b3c4")).append("explicit", true),
                new Document("_id", 11)
                        .append("id", "[\"A\"]")
                        .append("more", "$$ - \"Remix\" {$ne: 1}\n🔥")
                        .append("release_date", Date.from(Instant.parse("1994-06-07T00:00:00Z")))
                        .append("energy", null),
                new Document("_id", 8.5).append("id", "half").append("more", new Document("deep", 1L)));

        List<List<String>> rows = texts(read("songs", Partitioning.SINGLE));

        assertThat(rows).isEqualTo(byTheLibrary(server.at("songs")));
        assertThat(rows).extracting(row -> row.get(3)).containsExactly("half", "nine", "ten", "[\"A\"]", "text", "");
    }

    @Test
    void tasks_that_share_the_reading_keep_every_document_in_order() throws IOException {
        for (int i = 30; i > 0; i--) {
            server.insert("songs", new Document("_id", i).append("id", "song " + i));
        }

        assertThat(texts(read("songs", Partitioning.PAGINATE))).isEqualTo(byTheLibrary(server.at("songs")));
        assertThat((int) session.run(spark -> MongoTable.read(spark, server.at("songs"), Partitioning.PAGINATE)
                        .rdd()
                        .getNumPartitions()))
                .isGreaterThan(1);
    }

    @Test
    void a_server_that_cannot_sample_is_told_in_a_sentence() {
        server.insert("songs", new Document("_id", 1).append("id", "a"));

        assertThatThrownBy(
                        () -> session.run(spark -> CollectionCopy.of(spark, server.at("songs"), Partitioning.SAMPLE)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("the server could not do it: Unrecognized pipeline stage name: '$collStats'")
                .hasMessageContaining("leave out --partitioner");
    }

    @Test
    void ids_of_several_kinds_are_not_cut() {
        server.insert("songs", new Document("_id", 1), new Document("_id", 2.5), new Document("_id", "x"));

        assertThatThrownBy(() -> read("songs", Partitioning.SAMPLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have an _id of several kinds")
                .hasMessageContaining("leave out --partitioner sample");
    }

    @Test
    void numbered_rows_follow_the_files_whatever_partition_they_are_in() throws IOException {
        String songs = songs(200);
        List<String> expected = session.run(spark -> {
            List<String> ids = new ArrayList<>();
            for (String file : folder.resolve("songs").toFile().list((parent, name) -> name.endsWith(".parquet"))) {
                ids.add(file);
            }
            ids.sort(null);
            return ids.stream()
                    .flatMap(file -> spark.read().parquet(songs + "/" + file).select("id").collectAsList().stream())
                    .map(row -> row.getString(0))
                    .toList();
        });

        export(songs, "songs", false);

        assertThat(server.documents("songs"))
                .extracting(song -> song.getString("id"))
                .containsExactlyElementsOf(expected);
        assertThat(server.documents("songs"))
                .extracting(song -> ((Number) song.get("_id")).intValue())
                .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void a_table_that_was_exported_is_imported_and_read_as_the_same_songs() throws IOException {
        export(songs(120), "songs", false);
        String back = folder.resolve("back").toString();

        long documents = session.run(spark -> {
            try (CollectionCopy copy = CollectionCopy.of(spark, server.at("songs"), Partitioning.SINGLE)) {
                copy.table().write().parquet(back);
                assertThat(copy.notNumbers()).isEmpty();
                assertThat(copy.table().schema().apply("energy").dataType().typeName())
                        .isEqualTo("double");
                return copy.documents();
            }
        });

        assertThat(documents).isEqualTo(120);
        Catalog expected = MongoSongs.load(server.at("songs").url()).catalog();
        assertThat(expected.tracks())
                .containsExactlyInAnyOrderElementsOf(Catalog.sample()
                        .selectRows(IntStream.range(0, 120).toArray())
                        .tracks());
        export(back, "again", false);
        assertThat(MongoSongs.load(server.at("again").url()).catalog().tracks()).isEqualTo(expected.tracks());
    }

    @Test
    void features_that_are_not_all_numbers_stay_text() throws IOException {
        server.insert(
                "songs",
                new Document("_id", 1).append("id", "a").append("energy", "0.5").append("tempo", "quick"),
                new Document("_id", 2).append("id", "b").append("tempo", 120));

        session.run(spark -> {
            try (CollectionCopy copy = CollectionCopy.of(spark, server.at("songs"), Partitioning.SINGLE)) {
                assertThat(copy.notNumbers()).containsExactly(Map.entry("tempo", 1L));
                assertThat(copy.table().select("energy").collectAsList())
                        .extracting(row -> row.get(0))
                        .containsExactly(0.5, null);
                assertThat(copy.table().select("tempo").collectAsList())
                        .extracting(row -> row.get(0))
                        .containsExactly("quick", "120");
            }
            return null;
        });
    }

    @Test
    void lists_and_missing_values_are_written_as_mongodb_knows_them() throws IOException {
        export(songs(3), "songs", false);

        assertThat(server.documents("songs")).allSatisfy(song -> {
            assertThat(song.getList("artists", String.class)).isNotEmpty();
            assertThat(song.containsKey("same_recording_as")).isFalse();
            assertThat(song.get("tempo")).isInstanceOf(Double.class);
        });
    }

    @Test
    void an_export_is_repeated_only_when_told_and_doubles_nothing() throws IOException {
        String songs = songs(50);
        export(songs, "songs", false);
        List<Document> first = server.documents("songs");

        assertThatThrownBy(() -> export(songs, "songs", false))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("music.songs is there already");
        export(songs, "songs", true);

        assertThat(server.documents("songs")).isEqualTo(first);
        assertThat(server.collections()).containsExactly("songs");
    }

    private Dataset<Row> failing(Dataset<Row> rows, boolean always) {
        return rows.map(
                (MapFunction<Row, Row>) row -> {
                    if (((Number) row.get(0)).longValue() == 40
                            && (always || TaskContext.get().attemptNumber() == 0)) {
                        FAILED_ONCE.incrementAndGet();
                        throw new IOException("the disk of row 40 is broken");
                    }
                    return row;
                },
                Encoders.row(rows.schema()));
    }

    @Test
    void a_task_that_is_tried_again_doubles_nothing() throws IOException {
        String songs = songs(50);
        FAILED_ONCE.set(0);

        session.run(spark -> {
            Dataset<Row> rows = NumberedTable.open(spark, songs).rows();
            MongoTable.write(failing(rows, false), server.at("songs"), false);
            return null;
        });

        assertThat(FAILED_ONCE).hasValue(1);
        assertThat(server.documents("songs")).hasSize(50);
    }

    @Test
    void a_job_that_fails_half_way_leaves_the_old_collection_whole() throws IOException {
        String songs = songs(50);
        server.insert("songs", new Document("_id", 1).append("id", "old"));

        assertThatThrownBy(() -> session.run(spark -> {
                    Dataset<Row> rows = NumberedTable.open(spark, songs).rows();
                    MongoTable.write(failing(rows, true), server.at("songs"), true);
                    return null;
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk of row 40 is broken");

        assertThat(server.documents("songs")).extracting(song -> song.get("id")).containsExactly("old");
        assertThat(server.collections()).containsExactly("songs");
    }

    @Test
    void an_empty_table_becomes_an_empty_collection() throws IOException {
        String empty = folder.resolve("empty").toString();
        session.run(spark -> {
            spark.read().parquet(songs(3)).limit(0).write().parquet(empty);
            return null;
        });

        export(empty, "songs", false);

        assertThat(server.collections()).containsExactly("songs");
        assertThat(server.documents("songs")).isEmpty();
        assertThatThrownBy(() -> read("songs", Partitioning.SINGLE))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("there is no document in the collection music.songs");
    }

    @Test
    void tables_that_cannot_be_numbered_are_refused() throws IOException {
        String own = folder.resolve("own").toString();
        session.run(spark -> {
            spark.range(3).selectExpr("id as _id").write().parquet(own);
            return null;
        });

        assertThatThrownBy(() -> export(own, "songs", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has a column _id");
    }

    @Test
    void a_server_that_goes_away_is_told_without_the_password() {
        MongoAddress away = MongoAddress.of("mongodb://ann:hunter2@127.0.0.1:1/music.songs");

        assertThatThrownBy(() -> session.run(spark -> MongoTable.read(spark, away, Partitioning.SINGLE)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("mongodb://ann:****@127.0.0.1:1/music.songs: no server answered")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aCollectionIsCleanedAsByTheLibrary() throws IOException {
        Catalog some = Catalog.sample().selectRows(IntStream.range(0, 300).toArray());
        MongoSongs.write(some, server.at("songs"), false);
        server.insert(
                "songs",
                new Document("_id", 1000).append("name", "nobody"),
                new Document("_id", 1001).append("id", some.track(7).id()));
        LoadResult expected = MongoSongs.load(server.at("songs").toString());
        assertThat(expected.report().rejected()).isEqualTo(2);
        assertCleaned(expected, Partitioning.SINGLE);
        assertCleaned(expected, Partitioning.PAGINATE);
    }

    private void assertCleaned(LoadResult expected, Partitioning partitioning) throws IOException {
        String out = folder.resolve(partitioning + ".parquet").toString();
        session.run(spark -> {
            try (CleanedCatalog cleaned = CatalogCleaning.of(
                            spark, List.of(MongoTable.rows(spark, server.at("songs"), partitioning)))
                    .run()) {
                assertThat(cleaned.report().toJson())
                        .isEqualTo(expected.report().toJson());
                WholeTable.parquet(cleaned.table(), out, false);
            }
            return null;
        });
        assertThat(Catalog.load(Path.of(out)).tracks())
                .isEqualTo(expected.catalog().tracks());
    }
}
