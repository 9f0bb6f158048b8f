package segue.catalog.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.catalog.RecordingFile;
import segue.catalog.Track;

class PlaylistExportTest {
    private static final List<String> HOSTILE = List.of(
            "]]> <b>&amp; \"quoted\" 'too' </playlist>",
            "emoji \uD83C\uDFB5 and \u4E2D\u6587",
            "half \uD83C of a pair",
            "bell \u0007 null \u0000 escape \u001B end",
            "two\nlines\r\nand\ttab",
            "= 1 + 1; \\n, [x], {y}",
            "-",
            "   ",
            "\uFFFE and \uFFFF",
            "%41 % #EXTINF:1,x");

    @TempDir
    Path folder;

    private static Track named(String id, String name, List<String> artists) {
        Track any = Catalog.sample().track(0);
        return new Track(
                id,
                name,
                artists,
                any.features(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.of(215_600),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty());
    }

    private static Catalog hostile() {
        List<Track> songs = new ArrayList<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            songs.add(named("%022d".formatted(i), HOSTILE.get(i), List.of(HOSTILE.get(HOSTILE.size() - 1 - i), "B;C")));
        }
        return new Catalog("songs with hostile names", songs);
    }

    private PlaylistFile roundTrip(PlaylistExport list, String file) {
        list.write(folder.resolve(file));
        return PlaylistFile.read(folder.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.m3u8", "mine.m3u", "mine.xspf", "mine.jspf", "mine.csv", "MINE.XSPF"})
    void readers_find_the_same_songs_in_the_same_order(String file) {
        Catalog sample = Catalog.sample();
        PlaylistFile read = roundTrip(PlaylistExport.of("For the road", sample, 7, 3, 4_000, 11), file);

        assertThat(read.name()).isEqualTo("For the road");
        assertThat(read.notes()).isEmpty();
        assertThat(read.in(sample).rows()).containsExactly(7, 3, 4_000, 11);
        assertThat(read.songs().getFirst().title()).isEqualTo(sample.track(7).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.m3u8", "mine.xspf", "mine.jspf", "mine.csv"})
    void hostile_names_neither_break_the_file_nor_add_a_song(String file) {
        Catalog catalog = hostile();
        int[] all = java.util.stream.IntStream.range(0, catalog.size()).toArray();
        PlaylistFile read = roundTrip(PlaylistExport.of("]]>\u0000\uD83C\n\"", catalog, all), file);

        assertThat(read.notes()).isEmpty();
        assertThat(read.songs()).hasSize(catalog.size());
        assertThat(read.in(catalog).rows()).containsExactly(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.xspf", "mine.jspf", "mine.csv"})
    void names_that_a_format_can_hold_come_back_as_they_were(String file) {
        PlaylistFile read = roundTrip(PlaylistExport.of("x", hostile(), 0, 1, 5, 6), file);

        assertThat(read.songs())
                .extracting(ListedSong::title)
                .containsExactly(HOSTILE.get(0), HOSTILE.get(1), HOSTILE.get(5), HOSTILE.get(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.m3u8", "mine.xspf", "mine.jspf", "mine.csv"})
    void recordings_are_found_again_by_their_paths(String file) throws IOException {
        RecordingFile table = RecordingFile.invented(3, 4)
                .with(0, "path", "/home/me/50%20off [live] #1 & more.flac")
                .with(1, "path", "#1 hits/\u00e9t\u00e9 \uD83C\uDFB5.flac")
                .with(2, "path", " a \"quoted\" name.flac ")
                .with(3, "path", "a:b/100% true?.flac")
                .with(5, "path", "file:strange.flac");
        Catalog recordings = Catalog.load(table.write(folder));
        int[] all = java.util.stream.IntStream.range(0, recordings.size()).toArray();

        PlaylistFile read = roundTrip(PlaylistExport.of("", recordings, all), file);

        assertThat(read.name()).isEqualTo("mine");
        assertThat(read.in(recordings).rows()).containsExactly(all);
    }

    @Test
    void m3u_has_seconds_and_names_and_addresses() throws IOException {
        Catalog catalog = new Catalog(
                "two songs",
                List.of(
                        named("4uLU6hMCjMI75M1A2tKUQC", "Never", List.of("Rick", "Ann")),
                        named("tr-17", "Else", List.of())));
        Path file = folder.resolve("mine.m3u8");
        PlaylistExport.of("Two", catalog, 0, 1).write(file);

        assertThat(Files.readString(file)).isEqualTo("""
                #EXTM3U
                #PLAYLIST:Two
                #EXTINF:216,Rick, Ann - Never
                spotify:track:4uLU6hMCjMI75M1A2tKUQC
                #EXTINF:216,Else
                tr-17
                """);
    }

    @Test
    void xspf_and_jspf_are_good_xml_and_json_for_other_programs() throws Exception {
        PlaylistExport list = PlaylistExport.of(HOSTILE.get(0), hostile(), 0, 1, 2, 3, 4, 8);
        list.write(folder.resolve("a.xspf"));
        list.write(folder.resolve("a.jspf"));

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var xml = factory.newDocumentBuilder().parse(folder.resolve("a.xspf").toFile());
        assertThat(xml.getElementsByTagNameNS("http://xspf.org/ns/0/", "track").getLength())
                .isEqualTo(6);
        assertThat(xml.getElementsByTagNameNS("http://xspf.org/ns/0/", "title")
                        .item(2)
                        .getTextContent())
                .isEqualTo(HOSTILE.get(1));
        var json = new ObjectMapper().readTree(folder.resolve("a.jspf").toFile());
        assertThat(json.at("/playlist/title").asText()).isEqualTo(HOSTILE.get(0));
        assertThat(json.at("/playlist/track/3/title").asText()).isEqualTo(HOSTILE.get(3));
        assertThat(json.at("/playlist/track/0/identifier/0").asText()).isEqualTo("spotify:track:" + "0".repeat(22));
        for (String name : List.of("a.xspf", "a.jspf")) {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))));
        }
    }

    @Test
    void another_ending_is_refused_by_naming_the_four() {
        PlaylistExport list = PlaylistExport.of("x", Catalog.sample(), 1);

        assertThatThrownBy(() -> list.write(folder.resolve("mine.pls")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("M3U (.m3u8 or .m3u), XSPF (.xspf), JSPF (.jspf), CSV (.csv)")
                .hasMessageContaining("mine.pls");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_that_is_missing_is_told_and_an_old_file_stays() throws IOException {
        PlaylistExport list = PlaylistExport.of("x", Catalog.sample(), 1);

        assertThatThrownBy(() -> list.write(folder.resolve("no/such/mine.csv")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("no such folder");
        Files.createDirectory(folder.resolve("taken.csv"));
        assertThatThrownBy(() -> list.write(folder.resolve("taken.csv")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void an_empty_list_is_refused() {
        assertThatThrownBy(() -> PlaylistExport.of("x", Catalog.sample()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one song");
    }
}
