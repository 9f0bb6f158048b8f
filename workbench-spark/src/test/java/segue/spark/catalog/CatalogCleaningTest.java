package segue.spark.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.ArtistGenres;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.catalog.CatalogLoader;
import segue.catalog.CatalogWriter;
import segue.catalog.CleaningReport;
import segue.catalog.LoadResult;
import segue.catalog.RowSource;
import segue.catalog.Track;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;
import segue.spark.session.WholeTable;

/** What Spark cleans is what the library cleans: songs, order, marks and report. */
class CatalogCleaningTest {
    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static final String HEADER = "id,name,artists,year,popularity,genres,same_recording_as,acousticness,"
            + "danceability,energy,instrumentalness,liveness,loudness,speechiness,tempo,valence\n";

    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    private static String row(String id, String name, String rest, double tempo) {
        return String.format(Locale.ROOT, "%s,%s,%s,0.1,0.2,0.3,0,0.1,-7,0.05,%.2f,0.5%n", id, name, rest, tempo);
    }

    private static String row(String id, String name, double tempo) {
        return row(id, name, "['Ann'],1999,50,pop,", tempo);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private record Cleaned(List<Track> songs, CleaningReport report) {}

    private Cleaned clean(SparkSession spark, CatalogCleaning cleaning) throws IOException {
        String out = folder.resolve("out").toString();
        try (CleanedCatalog songs = cleaning.run()) {
            WholeTable.parquet(songs.table(), out, true);
            return new Cleaned(Catalog.load(Path.of(out)).tracks(), songs.report());
        }
    }

    private Cleaned clean(ArtistGenres genres, Path... files) throws IOException {
        List<String> paths = Arrays.stream(files).map(Path::toString).toList();
        return session.run(
                spark -> clean(spark, CatalogCleaning.ofFiles(spark, paths).artistGenres(genres)));
    }

    private void assertEqualToTheLibrarys(Path... files) throws IOException {
        LoadResult expected = Catalog.loader().load(files);
        Cleaned found = clean(null, files);
        assertThat(found.report().toJson()).isEqualTo(expected.report().toJson());
        assertThat(found.songs()).isEqualTo(expected.catalog().tracks());
    }

    @Test
    void theSampleIsTheSameFromCsvJsonAndParquet() throws IOException {
        Path csv = folder.resolve("songs.csv.gz");
        CatalogWriter.write(Catalog.sample(), csv);
        assertEqualToTheLibrarys(csv);
        Path parquet = folder.resolve("first");
        Files.move(folder.resolve("out"), parquet);
        assertEqualToTheLibrarys(parquet);
        assertEqualToTheLibrarys(json(csv), csv);
    }

    private Path json(Path csv) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (Track song : Catalog.load(csv).tracks()) {
            ObjectNode object = mapper.createObjectNode().put("id", song.id()).put("name", song.name());
            song.artists().forEach(object.withArray("artists")::add);
            song.features()
                    .space()
                    .columns()
                    .forEach(feature -> object.put(
                            feature, (float) song.features().get(feature).orElseThrow()));
            song.year().ifPresent(year -> object.put("year", year));
            lines.add(mapper.writeValueAsString(object));
        }
        lines.add(7, "{\"id\": \"broken\", ");
        return Files.write(folder.resolve("songs.jsonl"), lines);
    }

    @Test
    void rowsThatAreNoSongsAreRejectedWithFileLineAndReason() throws IOException {
        Path one = write(
                "one.csv",
                HEADER
                        + row("a", "A", 100)
                        + "short,row\n"
                        + row("", "No id", 100)
                        + row("b", "B", "['B'],1700,0,,", 100)
                        + row("c", "\"open quote", 100)
                        + row("d", "D", "[],,,,", 0));
        Path none = write("none.csv", HEADER);
        Path two = write("two.csv", HEADER + row("e", "E", "['E'],x,101,,", 100) + row("f", "F", 5000));
        assertEqualToTheLibrarys(two, none, one);
        assertThat(clean(null, one).report().rejections()).hasSize(3);
    }

    @Test
    void rowsOfOneIdAreMergedAcrossFilesInTheirOrder() throws IOException {
        Path one = write("b.csv", HEADER + row("x", "X", "[],,,pop,", 100) + row("y", "Y", 90));
        Path two = write(
                "a.csv",
                HEADER
                        + row("z", "Z", 80)
                        + row("x", "Other", "['Late'],2001,40,rock,", 101)
                        + row("x", "X", "['Later'],2002,41,pop|jazz,", 100));
        assertEqualToTheLibrarys(one, two);
        assertEqualToTheLibrarys(two, one);
        assertEqualToTheLibrarys(one, one);
    }

    @Test
    void referencesToSongsThatAreNotThereAreDropped() throws IOException {
        assertEqualToTheLibrarys(write(
                "songs.csv",
                HEADER
                        + row("a", "One", "['Ann'],1999,50,pop,gone", 100)
                        + row("b", "Two", "['Ann'],1999,50,pop,c", 100)
                        + row("c", "One", "['Ann'],1999,50,pop,", 100)
                        + row("d", "One", "['Ann'],1999,50,pop,b", 100)
                        + row("e", "One", "['Ann'],1999,50,pop,e", 100)));
    }

    @Test
    void aTitleOfThousandsOfSongsIsComparedAsTheLibraryDoes() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 5000; i++) {
            text.append(row("id" + i, i % 10 == 0 ? "Other " + i : "Intro", 60 + (i * 7919) % 5000 / 40.0));
        }
        assertEqualToTheLibrarys(write("songs.csv", text.toString()));
    }

    @Test
    void anIdWithThousandsOfRowsIsOneSong() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 12_000; i++) {
            text.append(row("same", "Same", "['Ann'],,,label " + i % 50 + ",", 100 + i % 3));
        }
        Path songs = write("songs.csv", text.toString());
        assertEqualToTheLibrarys(songs);
        assertThat(clean(null, songs).report().merges()).hasSize(CleaningReport.MAX_LISTED);
    }

    @Test
    void songsWithoutAGenreGetThoseOfTheirArtists() throws IOException {
        Path artists = write("artists.csv", "artists,genres\nAnn,\"['folk', 'blues']\"\n");
        Path songs = write(
                "songs.csv",
                HEADER + row("a", "A", "['ANN'],,,,", 100) + row("b", "B", 90) + row("c", "C", "['Bob'],,,,", 80));
        ArtistGenres genres = ArtistGenres.load(artists);
        CatalogLoader loader = Catalog.loader().artistGenres(genres);
        Cleaned found = clean(genres, songs);
        assertThat(found.songs()).isEqualTo(loader.load(songs).catalog().tracks());
        assertThat(found.report()).isEqualTo(loader.load(songs).report());
    }

    @Test
    void aTaskThatFailsAndIsTriedAgainCountsNothingTwice() throws IOException {
        List<String> header = List.of(HEADER.strip().split(","));
        List<Integer> numbers = IntStream.range(0, 300).boxed().toList();
        FAILURES.set(0);
        Cleaned found = session.run(spark -> {
            JavaRDD<SourceRow> rows = session.context().parallelize(numbers, 7).map(CatalogCleaningTest::failingOnce);
            return clean(spark, CatalogCleaning.of(spark, List.of(new SourceRows("made", header, rows))));
        });
        StringBuilder text = new StringBuilder(HEADER);
        numbers.forEach(number -> text.append(String.join(",", fields(number))).append('\n'));
        LoadResult expected = Catalog.loader().load(write("made.csv", text.toString()));
        assertThat(FAILURES.get()).isPositive();
        assertThat(found.songs()).isEqualTo(expected.catalog().tracks());
        assertThat(found.report().summary()).isEqualTo(expected.report().summary());
        assertThat(found.report().warnings()).isEqualTo(expected.report().warnings());
    }

    private static SourceRow failingOnce(int number) {
        if (number == 290 && TaskContext.get().attemptNumber() == 0) {
            FAILURES.incrementAndGet();
            throw new IllegalStateException("a task fails once");
        }
        return new SourceRow(number, new RowSource.Row(number + 2, fields(number), null, "row " + number));
    }

    private static String[] fields(int number) {
        String id = number % 50 == 3 ? "" : "id" + number % 200;
        return row(id, "Song " + number % 90, "[],,0,,", 80 + number % 7)
                .strip()
                .split(",", -1);
    }

    @Test
    void whatIsNoSongTableIsRefusedInOneSentence() throws IOException {
        Path songs = write("songs.csv", HEADER + row("a", "A", 100));
        Path other = write("other.csv", "a,b\n1,2\n");
        assertThatThrownBy(() -> clean(null, songs, other))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(other + ", line 1: this is no song table");
        Path empty = write("empty.csv", "");
        assertThatThrownBy(() -> clean(null, songs, empty))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> clean(null, folder.resolve("none.csv")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void noSongAtAllIsATableWithoutRows() throws IOException {
        assertThat(session.<Long>run(spark -> {
                    try (CleanedCatalog songs = CatalogCleaning.ofFiles(
                                    spark, List.of(write("none.csv", HEADER).toString()))
                            .run()) {
                        return songs.table().count() + songs.report().read();
                    }
                }))
                .isZero();
    }
}
