package segue.catalog.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.catalog.Track;

/** Each format that a user's playlist may have names songs 3 and 7 of the sample, in that order, and one that is not there. */
class PlaylistFormatsTest {
    private static Catalog catalog;
    private static Track three;
    private static Track seven;

    @TempDir
    Path folder;

    @BeforeAll
    static void sample() {
        catalog = Catalog.sample();
        three = catalog.track(3);
        seven = catalog.track(7);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void findsBoth(Path file, String name) {
        PlaylistFile playlist = PlaylistFile.read(file);
        assertThat(playlist.name()).isEqualTo(name);
        PlaylistFile.Found found = playlist.in(catalog);
        assertThat(found.rows()).containsExactly(3, 7);
        assertThat(found.missing()).hasSize(1);
    }

    @Test
    void plain_text_has_ids_and_links_and_uris() throws IOException {
        findsBoth(
                file(
                        "mine.txt",
                        "# mine\n\nspotify:track:%s\r\nhttps://open.spotify.com/intl-de/track/%s?si=abc\nunknownid\n"
                                .formatted(three.id(), seven.id())),
                "mine");
    }

    @Test
    void m3u_names_songs_by_artist_and_title() throws IOException {
        findsBoth(
                file("party.m3u8", """
                        #EXTM3U
                        #PLAYLIST:Party
                        #EXTINF:200,%s - %s
                        music/one.mp3
                        #EXTINF:-1,%s - %s
                        C:\\Music\\two.mp3
                        #EXTINF:10,Nobody - Nothing at all
                        three.mp3
                        """.formatted(
                                three.artists().getFirst().toUpperCase(java.util.Locale.ROOT),
                                three.name(),
                                seven.artistLine(),
                                seven.name())),
                "Party");
    }

    @Test
    void xspf_is_read_by_identifier_or_name() throws IOException {
        findsBoth(
                file("list.xspf", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <playlist version="1" xmlns="http://xspf.org/ns/0/"><title>Quiet &amp; slow</title><trackList>
                        <track><identifier>spotify:track:%s</identifier></track>
                        <track><location>file:///music/a%%20b.mp3</location><creator>%s</creator><title>%s</title></track>
                        <track><title>Nothing at all</title></track>
                        </trackList></playlist>
                        """.formatted(three.id(), xml(seven.artistLine()), xml(seven.name()))),
                "Quiet & slow");
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Test
    void an_outer_entity_in_xspf_is_not_followed() throws IOException {
        Path secret = file("secret", "do not read");
        Path list = file(
                "list.xspf",
                "<!DOCTYPE playlist [<!ENTITY e SYSTEM \"%s\">]><playlist><track><title>&e;</title></track></playlist>"
                        .formatted(secret.toUri()));
        assertThatThrownBy(() -> PlaylistFile.read(list))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("no XSPF")
                .hasMessageNotContaining("do not read");
    }

    @Test
    void jspf_is_read_by_identifier_or_name() throws IOException {
        findsBoth(file("list.jspf", """
                        {"playlist": {"title": "J", "track": [
                          {"identifier": ["https://open.spotify.com/track/%s"], "title": "x"},
                          {"creator": "%s", "title": "%s"}, {"title": "Nothing at all", "creator": "Nobody"}]}}
                        """.formatted(three.id(), seven.artistLine(), seven.name())), "J");
    }

    @Test
    void a_table_of_one_playlist_is_read_by_any_usual_header() throws IOException {
        findsBoth(
                file(
                        "export.csv",
                        "\"Track URI\",\"Track Name\",\"Artist Name(s)\"\nspotify:track:%s,,\n,\"%s\",\"%s\"\nx,y,z\n"
                                .formatted(three.id(), seven.name(), seven.artistLine())),
                "export");
    }

    @Test
    void a_song_that_stands_twice_counts_once() throws IOException {
        Path list = file("twice.txt", "%s\n%s\n%s\n".formatted(three.id(), seven.id(), three.id()));
        assertThat(PlaylistFile.read(list).in(catalog).rows()).containsExactly(3, 7);
    }

    @Test
    void a_damaged_xspf_gives_what_stands_before_the_damage() throws IOException {
        Path list = file("cut.xspf", "<playlist><trackList><track><title>A</title></track>\n<track><tit");
        PlaylistFile read = PlaylistFile.read(list);
        assertThat(read.songs()).hasSize(1);
        assertThat(read.notes()).singleElement().asString().contains("line 2", "1 songs before it were read");
    }

    @Test
    void what_is_no_playlist_is_refused_with_what_to_give() throws IOException {
        for (Path bad : List.of(
                file("a.m3u", "#EXTM3U\n"),
                file("b.txt", "\n\n"),
                file("c.json", "{\"songs\": []}"),
                file("d.json", "{\"playl"),
                file("e.xml", "<html></html>"),
                file("f.csv", "colour,shape\nred,round\n"),
                Files.write(folder.resolve("g.bin"), new byte[] {1, 0, 2, 3}),
                file("several.csv", "playlist_id,track_id\n1,a\n2,b\n"))) {
            assertThatThrownBy(() -> PlaylistFile.read(bad))
                    .as(bad.toString())
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining(bad.getFileName().toString());
        }
        assertThatThrownBy(() -> PlaylistFile.read(folder.resolve("none.m3u")))
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> PlaylistFile.read(Files.createDirectory(folder.resolve("empty"))))
                .hasMessageContaining("no playlist in this folder");
    }

    @Test
    void windows_1252_is_read_as_such() throws IOException {
        Path list = Files.write(
                folder.resolve("old.m3u"),
                "#EXTINF:1,Beyoncé - Déjà vu\nx.mp3\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(PlaylistFile.read(list).songs().getFirst()).hasToString("Beyoncé – Déjà vu");
    }
}
