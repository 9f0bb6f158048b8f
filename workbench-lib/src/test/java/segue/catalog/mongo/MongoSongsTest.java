package segue.catalog.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static segue.catalog.mongo.SongServer.song;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
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
import segue.catalog.CleaningReport;
import segue.catalog.LoadResult;
import segue.catalog.SongInput;
import segue.catalog.Track;

class MongoSongsTest {
    private static SongServer server;

    @BeforeAll
    static void start() {
        server = new SongServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void clear() {
        server.music().drop();
    }

    private static MongoAddress at(String collection) {
        return MongoAddress.of(server.address(collection));
    }

    private static LoadResult load(String collection) {
        return MongoSongs.load(server.address(collection));
    }

    @Test
    void a_catalogue_is_read_back_equal_and_in_its_order() {
        Catalog sample = Catalog.sample();

        MongoSongs.write(sample, at("songs"), false);

        LoadResult read = load("songs");
        assertThat(read.catalog().tracks()).isEqualTo(sample.tracks());
        assertThat(read.report().kept()).isEqualTo(sample.size());
        assertThat(read.report().layout()).isEqualTo("segue");
        assertThat(server.collections()).containsExactly("songs");
    }

    @Test
    void documents_are_cleaned_by_the_rules_of_files() {
        server.insert(
                "songs",
                song(4, "d").append("energy", 1.5),
                song(1, "a").append("year", "1994").append("popularity", 0),
                song(2, null),
                song(3, "a").append("genres", List.of("g-funk")),
                without(song(5, "e"), "tempo"),
                song(6, "f").append("valence", Double.NaN),
                song(7, "g").append("loudness", "loud").append("year", 3000));

        LoadResult read = load("songs");
        CleaningReport report = read.report();

        assertThat(read.catalog().tracks()).extracting(Track::id).containsExactly("a");
        assertThat(read.catalog().track(0).genres()).containsExactly("g-funk");
        assertThat(report.read()).isEqualTo(7);
        assertThat(report.merged()).isOne();
        assertThat(report.rejections())
                .extracting(CleaningReport.Rejection::line, CleaningReport.Rejection::reason)
                .containsExactly(
                        tuple(2L, "the id is missing"),
                        tuple(4L, "energy must be in [0, 1] but was 1.5"),
                        tuple(5L, "tempo is missing"),
                        tuple(6L, "valence must be a finite number but was 'NaN'"),
                        tuple(7L, "loudness must be a finite number but was 'loud'"));
        assertThat(report.rejections().get(1).text()).startsWith("_id 4: ");
    }

    private static Document without(Document song, String field) {
        song.remove(field);
        return song;
    }

    @Test
    void values_of_every_kind_are_read_as_text() {
        ObjectId id = new ObjectId("5f1d7f3e8f1b2c0001a2b3c4");
        Document song = without(song(id, "x"), "id")
                .append("energy", new Decimal128(new BigDecimal("0.25")))
                .append("duration_ms", 179_933L)
                .append("explicit", true)
                .append("release_date", Date.from(Instant.parse("1994-06-07T00:00:00Z")))
                .append("artists", "['Solo']")
                .append("popularity", null);
        server.insert("songs", song);

        Track read = load("songs").catalog().track(0);

        assertThat(read.id()).isEqualTo(id.toHexString());
        assertThat(read.audio().energy()).isEqualTo(0.25f);
        assertThat(read.durationMillis()).hasValue(179_933);
        assertThat(read.explicit()).contains(true);
        assertThat(read.releaseDate()).contains("1994-06-07");
        assertThat(read.artists()).containsExactly("Solo");
        assertThat(read.popularity()).isEmpty();
    }

    @Test
    void collections_and_files_are_joined(@TempDir Path folder) {
        server.insert("songs", song(1, "a"), song(2, "b"));
        Path file = folder.resolve("songs.csv");
        CatalogWriter.write(load("songs").catalog().selectRows(1), file);

        LoadResult joined = Catalog.loader().loadFrom(List.of(SongInput.file(file), MongoSongs.input(at("songs"))));

        assertThat(joined.catalog().tracks()).extracting(Track::id).containsExactly("b", "a");
        assertThat(joined.report().merged()).isOne();
        assertThat(joined.catalog().source()).isEqualTo("songs.csv + " + server.address("songs"));
    }

    @Test
    void an_empty_or_unknown_collection_is_told() {
        assertThatThrownBy(() -> load("nothing"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("there is no document in the collection music.nothing");
    }

    @Test
    void documents_that_are_no_songs_are_told_by_their_fields() {
        server.insert("people", new Document("_id", 1).append("name", "Ann"));

        assertThatThrownBy(() -> load("people"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("this is no song table: it lacks acousticness")
                .hasMessageContaining("found id, name");
    }

    @Test
    void documents_without_common_fields_are_no_table() {
        Document wide = new Document("_id", 1);
        for (int i = 0; i < CollectionColumns.MAX; i++) {
            wide.append("field" + i, i);
        }
        server.insert("wide", wide);

        assertThatThrownBy(() -> load("wide")).hasMessageContaining("more than 1,000 different fields");
    }

    @Test
    void a_collection_that_is_there_is_replaced_only_when_told() {
        Catalog sample = Catalog.sample();
        MongoSongs.write(sample.selectRows(0, 1), at("songs"), false);

        assertThatThrownBy(() -> MongoSongs.write(sample.selectRows(2), at("songs"), false))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("music.songs is there already")
                .hasMessageContaining("--overwrite");
        assertThat(server.documents("songs")).hasSize(2);

        MongoSongs.write(sample.selectRows(2), at("songs"), true);

        assertThat(server.documents("songs"))
                .extracting(song -> song.get("id"))
                .containsExactly(sample.track(2).id());
        assertThat(server.collections()).containsExactly("songs");
    }

    @Test
    void what_fails_half_way_leaves_the_old_collection_whole() {
        server.insert("songs", song(1, "a"));

        assertThatThrownBy(() -> WholeCollection.write(at("songs"), true, part -> {
                    server.insert(part.collection(), song(1, "half"));
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");

        assertThat(server.documents("songs")).extracting(song -> song.get("id")).containsExactly("a");
        assertThat(server.collections()).containsExactly("songs");
    }

    @Test
    void what_killed_runs_left_is_cleared_away_a_day_later() {
        long now = Instant.now().getEpochSecond();
        long old = now - Duration.ofDays(2).toSeconds();
        server.insert("songs.part." + old + ".1f", song(1, "a"));
        server.insert("songs.part." + now + ".1f", song(1, "a"));
        server.insert("others.part." + old + ".1f", song(1, "a"));

        MongoSongs.write(Catalog.sample().selectRows(0), at("songs"), false);

        assertThat(server.collections())
                .containsExactly("others.part." + old + ".1f", "songs", "songs.part." + now + ".1f");
    }

    @Test
    void a_server_that_is_away_is_told_soon_and_without_the_password() {
        long start = System.nanoTime();

        assertThatThrownBy(() -> MongoSongs.load("mongodb://ann:hunter2@127.0.0.1:1/music.songs"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("mongodb://ann:****@127.0.0.1:1/music.songs: no server answered")
                .hasMessageNotContaining("hunter2");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_user_whom_the_server_does_not_know_is_told() {
        server.insert("songs", song(1, "a"));
        String address = server.address("songs").replace("//", "//ann:hunter2@");

        assertThatThrownBy(() -> MongoSongs.load(address))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("the server did not accept the user and password")
                .hasMessageNotContaining("hunter2");
    }
}
