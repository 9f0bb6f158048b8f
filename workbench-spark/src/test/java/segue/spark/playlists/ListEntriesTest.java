package segue.spark.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.playlists.LoadedPlaylists;
import segue.catalog.playlists.Playlists;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;

class ListEntriesTest {
    private static final Catalog SONGS = Catalog.sample();

    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    /** @param lists their songs' ids */
    private record Read(ListsReport report, Map<String, TreeSet<String>> lists, List<String> songs) {}

    private Read read(String... sources) throws IOException {
        return session.run(spark -> {
            try (ListEntries entries = ListEntries.read(spark, List.of(sources));
                    ListedSongs songs = ListedSongs.of(entries)) {
                List<String> ids = songs.table().orderBy("number").collectAsList().stream()
                        .map(row -> row.getString(1))
                        .toList();
                Map<String, TreeSet<String>> lists = new TreeMap<>();
                for (Row list : songs.listTable().collectAsList()) {
                    lists.put(
                            list.getString(0),
                            list.<Integer>getList(1).stream()
                                    .map(ids::get)
                                    .collect(Collectors.toCollection(TreeSet::new)));
                }
                return new Read(entries.report(songs), lists, ids);
            }
        });
    }

    private static void sameAsTheLibrary(Read read, LoadedPlaylists library) {
        Map<String, TreeSet<String>> lists = new TreeMap<>();
        library.playlists()
                .lists()
                .forEach(list -> lists.put(
                        list.id(),
                        Arrays.stream(list.songs())
                                .mapToObj(row -> SONGS.track(row).id())
                                .collect(Collectors.toCollection(TreeSet::new))));
        assertThat(read.lists()).isEqualTo(lists);
        assertThat(read.report().files()).isEqualTo(library.report().files());
        assertThat(read.report().playlists()).isEqualTo(library.report().playlists());
        assertThat(read.report().read()).isEqualTo(library.report().read());
        assertThat(read.report().kept()).isEqualTo(library.report().kept());
        assertThat(read.report().repeated()).isEqualTo(library.report().repeated());
        assertThat(read.report().unnamed()).isEqualTo(library.report().unmatched());
        assertThat(read.report().notes()).isEqualTo(library.report().notes());
    }

    @Test
    void theListsAndTheReportAreTheLibrarysAlsoWhereListsAndSongsRepeatAndAFileBreaksOff() throws IOException {
        Map<String, List<String>> lists = new HashMap<>(Slices.invented());
        List<String> twice = new ArrayList<>(lists.get("invented-001"));
        twice.addAll(lists.get("invented-001").subList(0, 5));
        lists.put("invented-001", twice);
        Path slices = Slices.write(folder.resolve("mpd/data"), lists, 50);
        Path again = Slices.write(folder.resolve("again"), Map.of("invented-002", lists.get("invented-003")), 1);
        Files.move(again.resolve("mpd.slice.0-0.json"), slices.resolve("mpd.slice.900-949.json"));
        String whole = Files.readString(slices.resolve("mpd.slice.100-149.json"));
        Files.writeString(slices.resolve("mpd.slice.100-149.json"), whole.substring(0, whole.length() / 2));
        Path mpd = folder.resolve("mpd");
        Read read = read(mpd.toString());
        sameAsTheLibrary(read, Playlists.load(mpd, SONGS));
        assertThat(read.report().repeated()).isGreaterThanOrEqualTo(5);
        assertThat(read.report().notes()).singleElement().asString().contains("breaks off or is damaged here");
    }

    @Test
    void aTableOfPlaylistsIsReadAsTheLibraryReadsIt() throws IOException {
        String song = SONGS.track(3).id();
        String other = SONGS.track(4).id();
        Path table = folder.resolve("lists.csv");
        Files.writeString(
                table,
                "playlist_id,playlist_name,track_id\na,One,%s\nb,One,%s\na,One,%s\na,One,\nbad line\na,One,%s\n"
                        .formatted(song, song, other, song));
        Read read = read(table.toString());
        sameAsTheLibrary(read, Playlists.load(table, SONGS));
        assertThat(read.report().summary())
                .startsWith(
                        "5 entries read from 1 file, 3 kept in 2 playlists of 2 songs, 1 repeated, 1 without an id");
        assertThat(read.songs()).containsExactly(song, other);
    }

    @Test
    void songsHaveTheSameNumbersHoweverTheListsAreCutIntoFiles() throws IOException {
        Map<String, List<String>> lists = new TreeMap<>(Slices.invented()).headMap("invented-030");
        Path one = Slices.write(folder.resolve("one"), lists, 1000);
        Path many = Slices.write(folder.resolve("many"), new TreeMap<>(lists).descendingMap(), 13);
        assertThat(read(one.toString()).songs()).isEqualTo(read(many.toString()).songs());
    }

    @Test
    void aTaskThatFailsAndIsTriedAgainDoublesNothing() throws IOException {
        session.spark().sparkContext().hadoopConfiguration().set("fs.flaky.impl", FlakyFiles.class.getName());
        Path slices = Slices.write(folder.resolve("slices"), Slices.invented(), 120);
        int before = FlakyFiles.BROKEN.get();
        Read flaky = read("flaky://" + slices);
        assertThat(FlakyFiles.BROKEN.get()).isGreaterThan(before);
        assertThat(flaky).isEqualTo(read(slices.toString()));
    }

    @Test
    void aFileWithoutPlaylistsIsToldInTheLibrarysWords() throws IOException {
        Path slices = Slices.write(folder.resolve("slices"), Map.of("a", List.of("x", "y")), 1);
        Files.createFile(slices.resolve("mpd.slice.1-1.json"));
        Throwable library = catchThrowable(() -> Playlists.load(slices, SONGS));
        assertThatThrownBy(() -> read(slices.toString())).hasMessage(library.getMessage());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> read(empty.toString())).hasMessageContaining("there is no playlist in this folder");
        assertThatThrownBy(() -> read(folder.resolve("none").toString()))
                .hasMessageContaining("none: no such file or folder");
    }

    @Test
    void listsThatCannotBeCountedAreRefused() throws IOException {
        Path unnamed = Slices.write(folder.resolve("unnamed"), Map.of("a", List.of("", "")), 1);
        assertThatThrownBy(() -> read(unnamed.toString())).hasMessageContaining("no song of these playlists has an id");
        List<Row> entries = IntStream.rangeClosed(0, 100)
                .mapToObj(song -> RowFactory.create("everything", Integer.toString(song)))
                .toList();
        assertThatThrownBy(() -> session.run(spark -> ListedSongs.of(
                        spark.createDataFrame(entries, StructType.fromDDL("list string, song string")), 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("playlist 'everything' has 101 songs and at most 100 are expected:"
                        + " a table needs a column playlist_id or pid");
    }
}
