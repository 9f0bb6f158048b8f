package segue.catalog.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static segue.catalog.listening.ListeningFilesTest.account;
import static segue.catalog.listening.ListeningFilesTest.extended;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;

/** Files that are damaged, wrong, or meant to do harm. */
class HostileListeningTest {
    private static final Catalog CATALOG =
            new Catalog("test", Catalog.sample().tracks().subList(0, 300));
    private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Listening read(Path path) {
        return Listening.read(path, CATALOG, LATEST);
    }

    private Listening read(String text) throws IOException {
        return read(Files.writeString(folder.resolve("history.json"), text));
    }

    private Path zip(String name, Map<String, String> files) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }

    private Path download() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("Spotify Account Data/ReadMeFirst.pdf", "%PDF-1.7 \0 binary");
        files.put("Spotify Account Data/Userdata.json", "{\"username\": \"me\", \"email\": \"me@example.org\"}");
        files.put("Spotify Account Data/Marquee.json", "[{\"artistName\": \"x\", \"segment\": \"Light\"}]");
        files.put(
                "Spotify Account Data/YourLibrary.json",
                "{\"tracks\": [{\"uri\": \"spotify:track:%s\"}], \"bannedTracks\": []}"
                        .formatted(CATALOG.track(9).id()));
        files.put(
                "Spotify Account Data/StreamingHistory_music_0.json",
                "[" + account(7, "2024-05-01 13:22", 200_000) + "]");
        files.put("../../outside.json", "[" + account(8, "2024-05-02 13:22", 200_000) + "]");
        return zip("my_spotify_data.zip", files);
    }

    @Test
    void the_zip_archive_of_spotify_is_read_as_it_is_handed_out_and_nothing_is_written() throws IOException {
        Path zip = download();
        Listening mine = read(zip);
        assertThat(mine.library().saved()).containsExactly(9);
        assertThat(mine.history().liked()).containsExactly(7, 8);
        assertThat(mine.report().files()).isEqualTo(3);
        assertThat(mine.report().others()).isEqualTo(3);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(zip);
        }
    }

    @Test
    void a_zip_archive_that_is_cut_off_is_refused_with_what_to_do() throws IOException {
        byte[] whole = Files.readAllBytes(download());
        for (int length : new int[] {10, whole.length / 2, whole.length - 5}) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("this zip archive is damaged or cut off")
                    .hasMessageContaining("Download it again");
        }
    }

    @Test
    void bytes_that_are_changed_anywhere_in_a_zip_archive_never_bring_it_down() throws IOException {
        byte[] whole = Files.readAllBytes(download());
        for (int at = 4; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x55;
            Path file = Files.write(folder.resolve("changed.zip"), changed);
            try {
                assertThat(read(file).report().read()).isPositive();
            } catch (CatalogException refused) {
                assertThat(refused).hasMessageContaining("changed.zip");
            }
        }
    }

    @Test
    void a_zip_bomb_is_stopped() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("StreamingHistory0.json"));
            out.write(("[" + account(7, "2024-05-01 13:22", 200_000) + ",").getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                out.write(blanks);
            }
            out.closeEntry();
        }
        assertThat(Files.size(bomb)).isLessThan(200_000);
        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("it unpacks to more than 64 MB");
    }

    @Test
    void archives_within_archives_are_not_opened() throws IOException {
        byte[] inner = Files.readAllBytes(download());
        Path zip = folder.resolve("outer.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("inner.zip"));
            out.write(inner);
            out.closeEntry();
        }
        assertThatThrownBy(() -> read(zip)).hasMessageContaining("nothing in it tells what a person listens to");
    }

    @Test
    void an_archive_of_very_many_files_is_refused() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i <= ListeningZip.MOST_ENTRIES; i++) {
            files.put(i + ".json", "");
        }
        Path zip = zip("many.zip", files);
        assertThatThrownBy(() -> read(zip)).hasMessageContaining("10,001 files, more than 10,000");
    }

    @Test
    void a_history_that_breaks_off_gives_what_stands_before_and_says_where() throws IOException {
        String whole =
                "[\n" + account(7, "2024-05-01 13:22", 200_000) + ",\n" + account(8, "2024-05-01 14:22", 200_000);
        Listening mine = read(whole.substring(0, whole.length() - 20));
        assertThat(mine.history().liked()).containsExactly(7);
        assertThat(mine.report().notes())
                .singleElement()
                .asString()
                .contains("history.json, line 3", "breaks off or is damaged here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'endTime': '2024-05-01 13:22', 'trackName': 5, 'msPlayed': 1 | trackName must be text but was a number",
                "'endTime': '2024-05-01 13:22', 'trackName': {'a': [1]}, 'msPlayed': 1 | trackName must be text but was an object",
                "'endTime': '2024-05-01 13:22', 'trackName': 'x', 'msPlayed': true | msPlayed must be a number but was true or false",
                "'endTime': '2024-05-01 13:22', 'trackName': 'x', 'msPlayed': -5 | the time played must be 0 to 86,400,000 ms but was '-5'",
                "'endTime': '2024-05-01 13:22', 'trackName': 'x', 'msPlayed': 1e99 | the time played must be 0 to 86,400,000 ms",
                "'endTime': '2024-05-01 13:22', 'trackName': 'x', 'msPlayed': 'NaN' | the time played must be 0 to 86,400,000 ms",
                "'endTime': ['2024'], 'trackName': 'x', 'msPlayed': 1 | endTime must be a number but was a list",
                "'endTime': 'yesterday', 'trackName': 'x', 'msPlayed': 1 | the time must be like 2024-05-01T13:22:00Z",
                "'endTime': '2024-02-31 13:22', 'trackName': 'x', 'msPlayed': 1 | the time must be like",
                "'endTime': '1970-01-01 00:00', 'trackName': 'x', 'msPlayed': 1 | the time must be after 1999 and not in the future",
                "'endTime': '2999-01-01 00:00', 'trackName': 'x', 'msPlayed': 1 | the time must be after 1999 and not in the future",
                "'listened_at': 99999999999999999999, 'track_metadata': {'track_name': 'x'} | the time must be like",
                "'listened_at': 1714569720, 'track_metadata': 'x', 'track_name': 'y' | an object {…} was expected but this is text",
                "'trackName': 'x', 'msPlayed': 1 | it does not say when"
            })
    void an_entry_that_is_wrong_is_refused_with_what_was_expected(String entry, String problem) throws IOException {
        Listening mine = read("[" + account(7, "2024-05-01 13:22", 200_000) + ",\n{" + entry.replace('\'', '"') + "}]");
        assertThat(mine.history().size()).isEqualTo(1);
        assertThat(mine.report().refused()).isEqualTo(1);
        assertThat(mine.report().notes())
                .singleElement()
                .asString()
                .contains("history.json, entry 2 (line 2) was refused: ", problem);
    }

    @Test
    void entries_that_are_no_objects_are_refused_and_only_the_first_three_are_told() throws IOException {
        Listening mine = read("[" + account(7, "2024-05-01 13:22", 200_000) + ", 1, \"x\", null, [[]], true]");
        assertThat(mine.report().refused()).isEqualTo(5);
        assertThat(mine.report().notes()).hasSize(4);
        assertThat(mine.report().notes().getLast()).endsWith("5 entries were refused, these were the first");
    }

    @Test
    void huge_text_costs_an_entry_or_the_rest_of_the_file_but_no_more() throws IOException {
        String long5k = "x".repeat(5_000);
        String first = account(7, "2024-05-01 13:22", 200_000);
        Listening mine = read(
                "[" + first + "," + first.replaceFirst("\"trackName\" : \".*?\"", "\"trackName\":\"" + long5k + "\"")
                        + "," + account(8, "2024-05-01 14:22", 200_000) + "]");
        assertThat(mine.history().size()).isEqualTo(2);
        assertThat(mine.report().notes()).singleElement().asString().contains("a name has 5,000 characters");

        mine = read("[" + first + ", {\"endTime\": \"" + "9".repeat(2 << 20) + "\"}]");
        assertThat(mine.history().size()).isEqualTo(1);
        assertThat(mine.report().notes()).singleElement().asString().contains("breaks off or is damaged");

        mine = read("[" + first.replaceFirst("\\{", "{\"platform\": \"" + "p".repeat(3 << 20) + "\", ") + "]");
        assertThat(mine.history().size()).as("what nobody asks for may be long").isEqualTo(1);
    }

    @Test
    void deep_nesting_is_no_way_in() throws IOException {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(CatalogException.class);
        Listening mine = read("[" + account(7, "2024-05-01 13:22", 1) + ",{\"endTime\":" + "[".repeat(100_000));
        assertThat(mine.history().size()).isEqualTo(1);
    }

    @Test
    void markup_and_control_characters_in_names_stay_text() throws IOException {
        Listening mine = read("[{\"endTime\": \"2024-05-01 13:22\", \"msPlayed\": 1, \"artistName\": \"<b>x</b>\","
                + " \"trackName\": \"<script>alert(1)</script>\\u0007\"}]");
        assertThat(mine.report().examples()).containsExactly("<b>x</b> – <script>alert(1)</script>\u0007");
    }

    @Test
    void rows_of_a_table_that_are_wrong_are_refused_by_line() throws IOException {
        Listening mine = read("uts,artist,track\n1714569720,a,b\nsoon,a,b\n1714569720,a\n,a,b\n1714569720,,\n");
        assertThat(mine.report().read()).isEqualTo(5);
        assertThat(mine.report().missing()).isEqualTo(1);
        assertThat(mine.report().nameless()).isEqualTo(1);
        assertThat(mine.report().refused()).isEqualTo(3);
        assertThat(mine.report().notes()).anyMatch(note -> note.contains("line 3 was refused: the time must be like"));
        assertThat(mine.report().notes()).anyMatch(note -> note.contains("line 4 was refused: the row has 2 fields"));
        assertThat(mine.report().notes()).anyMatch(note -> note.contains("line 5 was refused: it does not say when"));
    }

    @Test
    void an_interrupt_stops_the_reading() throws IOException {
        Path file =
                Files.writeString(folder.resolve("x.json"), "[" + extended(1, "2024-05-01T13:22:00Z", 1, true) + "]");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> read(file)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
