package segue.catalog.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.catalog.Track;

/** Every layout, with songs of the sample catalogue, as the services write it. */
class ListeningFilesTest {
    private static final Catalog CATALOG = Catalog.sample();
    private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private static Track song(int row) {
        return CATALOG.track(row);
    }

    private static String name(int row) {
        return song(row).name().replace("\"", "\\\"");
    }

    private static String artist(int row) {
        return song(row).artistLine().replace("\"", "\\\"");
    }

    private Listening read(String name, String text) throws IOException {
        return Listening.read(Files.writeString(folder.resolve(name), text), CATALOG, LATEST);
    }

    static String extended(int row, String ts, int millis, boolean skipped) {
        return """
                {"ts": "%s", "platform": "ios", "ms_played": %d, "conn_country": "SE", "ip_addr": "192.0.2.1",
                 "master_metadata_track_name": "Another name", "master_metadata_album_artist_name": "Somebody",
                 "master_metadata_album_album_name": null, "spotify_track_uri": "spotify:track:%s",
                 "episode_name": null, "episode_show_name": null, "spotify_episode_uri": null,
                 "audiobook_title": null, "audiobook_uri": null, "reason_start": "trackdone", "shuffle": true,
                 "skipped": %b, "offline": false, "offline_timestamp": 1442357834, "incognito_mode": false}""".formatted(ts, millis, song(row).id(), skipped);
    }

    static String account(int row, String endTime, int millis) {
        return """
                {"endTime" : "%s", "artistName" : "%s", "trackName" : "%s", "msPlayed" : %d}""".formatted(endTime, artist(row), name(row), millis);
    }

    static String listenBrainz(int row, long listenedAt) {
        return """
                {"listened_at": %d, "recording_msid": "x", "user_name": "me", "track_metadata": {"artist_name": "%s", \
                "track_name": "%s", "additional_info": {"artist_name": ["other"], "duration_ms": 1, "tracknumber": 3}}}""".formatted(listenedAt, artist(row), name(row));
    }

    @Test
    void the_extended_history_of_spotify_has_ids_ends_and_skips() throws IOException {
        Listening mine = read(
                "any.name",
                "[" + extended(3, "2024-05-01T13:22:00Z", 180_000, false) + ","
                        + extended(4, "2024-05-01T13:22:05Z", 5_000, true) + "]");

        assertThat(mine.history().listens())
                .containsExactly(
                        new Listen(3, Instant.parse("2024-05-01T13:19:00Z"), Optional.of(Duration.ofMinutes(3)), false),
                        new Listen(4, Instant.parse("2024-05-01T13:22:00Z"), Optional.of(Duration.ofSeconds(5)), true));
        assertThat(mine.history().last()).map(Listen::row).contains(3);
        assertThat(mine.history().skippedSince()).isEqualTo(1);
        assertThat(mine.report().byId()).isEqualTo(2);
    }

    @Test
    void an_older_extended_history_writes_its_times_and_skips_otherwise() throws IOException {
        Listening mine = read(
                "endsong_0.json",
                ("[" + extended(3, "2018-06-05 06:30:00 UTC", 60_000, false) + "]").replace("false", "1.0"));
        assertThat(mine.history().listens())
                .singleElement()
                .satisfies(listen -> assertThat(listen.skipped()).isTrue())
                .satisfies(listen -> assertThat(listen.began()).isEqualTo("2018-06-05T06:29:00Z"));
    }

    @Test
    void the_account_data_of_spotify_names_songs() throws IOException {
        Listening mine = read(
                "x.json",
                "[" + account(7, "2024-05-01 13:22", 200_000) + "," + account(8, "2024-05-02 09:00", 29_999) + "]");
        assertThat(mine.history().size()).isEqualTo(2);
        assertThat(mine.history().liked()).containsExactly(7);
        assertThat(mine.report().byName()).isEqualTo(2);
        assertThat(mine.history().listens().getFirst().began()).isEqualTo("2024-05-01T13:18:40Z");
    }

    @Test
    void podcasts_audiobooks_local_files_and_plays_without_a_name_are_counted_and_left_out() throws IOException {
        Listening mine = read("x.json", """
                [{"endTime": "2024-05-01 13:22", "podcastName": "Talk", "episodeName": "One", "msPlayed": 5},
                 {"ts": "2024-05-01T13:22:00Z", "ms_played": 1, "master_metadata_track_name": null,
                  "spotify_track_uri": null, "episode_name": "Two", "spotify_episode_uri": "spotify:episode:a"},
                 {"ts": "2024-05-01T13:22:00Z", "ms_played": 1, "audiobook_title": "Book", "audiobook_uri": "b"},
                 {"ts": "2024-05-01T13:22:00Z", "ms_played": 1, "master_metadata_track_name": "Mine",
                  "spotify_track_uri": "spotify:local:::Mine:180"},
                 {"ts": "2024-05-01T13:22:00Z", "ms_played": 1, "master_metadata_track_name": null,
                  "spotify_track_uri": null},
                 {"ts": "2024-05-01T13:22:00Z", "ms_played": 1, "master_metadata_track_name": "No such song"}]
                """);
        ListeningReport report = mine.report();
        assertThat(report.read()).isEqualTo(6);
        assertThat(report.podcasts()).isEqualTo(3);
        assertThat(report.local()).isEqualTo(1);
        assertThat(report.nameless()).isEqualTo(1);
        assertThat(report.missing()).isEqualTo(1);
        assertThat(report.examples()).containsExactly("No such song");
        assertThat(report.summary())
                .isEqualTo("6 entries of a file read, 0 kept (0 by id, 0 by name), 1 not in the catalogue,"
                        + " 3 of podcasts or audiobooks, 1 of local files, 1 without a name");
    }

    @Test
    void the_library_of_spotify_has_songs_and_banned_ones() throws IOException {
        Listening mine = read(
                "YourLibrary.json", """
                {"tracks": [{"artist": "x", "album": "y", "track": "z", "uri": "spotify:track:%s"},
                            {"artist": "%s", "album": "y", "track": "%s", "uri": "spotify:track:other"},
                            {"artist": "%s", "album": "y", "track": "%s"},
                            {"artist": "me", "track": "mine", "uri": "spotify:local:me::mine:3"}],
                 "albums": [{"artist": "x", "album": "y", "uri": "spotify:album:a"}],
                 "shows": [{"name": "n", "publisher": "p", "uri": "u"}], "episodes": [{"name": "n", "show": "s", "uri": "u"}],
                 "bannedTracks": [{"artist": "x", "album": "y", "track": "z", "uri": "spotify:track:%s"}],
                 "artists": [], "bannedArtists": [], "other": ["spotify:x"]}
                """.formatted(song(9).id(), artist(2), name(2), artist(2), name(2), song(11).id()));
        assertThat(mine.library()).isEqualTo(new Library(List.of(2, 9), List.of(11)));
        assertThat(mine.known()).containsExactly(2, 9, 11);
        assertThat(mine.favourites(10)).containsExactly(2, 9);
        assertThat(mine.report().repeated()).isEqualTo(1);
        assertThat(mine.report().local()).isEqualTo(1);
        assertThat(mine.report().podcasts()).isEqualTo(1);
    }

    @Test
    void the_playlists_of_spotify_are_kept_songs() throws IOException {
        Listening mine = read("Playlist1.json", """
                {"playlists": [{"name": "One", "lastModifiedDate": "2023-01-01", "collaborators": [], "items": [
                   {"track": {"trackName": "z", "artistName": "x", "albumName": "y", "trackUri": "spotify:track:%s"},
                    "episode": null, "audiobook": null, "localTrack": null, "addedDate": "2020-01-01"},
                   {"track": null, "episode": {"episodeName": "e"}, "localTrack": null},
                   {"track": null, "episode": null, "localTrack": {"uri": "spotify:local:x"}}],
                   "description": null, "numberOfFollowers": 0}]}
                """.formatted(song(5).id()));
        assertThat(mine.library().saved()).containsExactly(5);
        assertThat(mine.report().podcasts()).isEqualTo(1);
        assertThat(mine.report().local()).isEqualTo(1);
    }

    @Test
    void listenbrainz_hands_out_a_listen_a_line_and_feedback_beside() throws IOException {
        Files.createDirectories(folder.resolve("listens/2024"));
        Files.writeString(
                folder.resolve("listens/2024/5.jsonl"),
                listenBrainz(12, 1714569720) + "\n" + listenBrainz(13, 1714569990) + "\n{\"listened_at\": \n");
        Files.writeString(folder.resolve("feedback.jsonl"), """
                {"score": 1, "recording_msid": "a", "track_metadata": {"artist_name": "%s", "track_name": "%s"}}
                {"score": -1, "recording_msid": "b", "track_metadata": {"artist_name": "%s", "track_name": "%s"}}
                {"score": 1, "recording_msid": "c", "track_metadata": null}
                """.formatted(artist(20), name(20), artist(21), name(21)));
        Files.writeString(folder.resolve("user.json"), "{\"user_id\": 1, \"username\": \"me\"}");

        Listening mine = Listening.read(folder, CATALOG, LATEST);

        assertThat(mine.history().listens()).extracting(Listen::row).containsExactly(12, 13);
        assertThat(mine.history().listens().getFirst().began()).isEqualTo("2024-05-01T13:22:00Z");
        assertThat(mine.history().listens().getFirst().played()).isEmpty();
        assertThat(mine.library()).isEqualTo(new Library(List.of(20), List.of(21)));
        assertThat(mine.report().refused()).isEqualTo(1);
        assertThat(mine.report().nameless()).isEqualTo(1);
        assertThat(mine.report().files()).isEqualTo(2);
        assertThat(mine.report().others()).isEqualTo(1);
        assertThat(mine.report().notes())
                .singleElement()
                .asString()
                .contains("5.jsonl, line 3 was refused: it is no JSON");
    }

    @Test
    void the_older_listenbrainz_export_and_an_answer_of_its_interface_are_lists() throws IOException {
        String listens = "[" + listenBrainz(12, 1714569720) + "]";
        assertThat(read("old.json", listens).history().size()).isEqualTo(1);
        assertThat(read("api.json", "{\"payload\": {\"count\": 1, \"listens\": " + listens + "}}")
                        .history()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void tables_of_last_fm_come_with_several_headers_and_with_none() throws IOException {
        String artist = "\"" + song(15).artistLine() + "\"";
        String title = "\"" + song(15).name() + "\"";
        List<String> tables = List.of(
                "uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid\n1714569720,\"01 May 2024, 13:22\",%s,,,,%s,",
                "Artist;Album;AlbumId;Track;Date#me\n%s;;;%s;1714569720000",
                "artist,track,timestamp\n%s,%s,2024-05-01T15:22:00+02:00",
                "Artist Name,Track Name,Date,Time\n%s,%s,2024-05-01,13:22:00",
                "artist\ttitle\tdate\n%s\t%s\t2024-05-01 13:22",
                "%s,An album,%s,\"01 May 2024, 13:22\"",
                "%s,An album,%s,01 May 2024 13:22",
                "2024-05-01,13:22:00,%s,%s");
        for (String table : tables) {
            Listening mine = read("scrobbles.txt", table.formatted(artist, title) + "\n");
            assertThat(mine.history().listens())
                    .as(table)
                    .extracting(Listen::row, listen -> listen.began().toString())
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(15, "2024-05-01T13:22:00Z"));
        }
    }

    @Test
    void the_json_of_lastfmstats_is_read_too() throws IOException {
        Listening mine = read("x", """
                {"username": "me", "scrobbles": [{"track": "%s", "artist": "%s", "album": "", "albumId": "", \
                "date": 1714569720000}]}""".formatted(name(15), artist(15)));
        assertThat(mine.history().last()).map(Listen::began).contains(Instant.parse("2024-05-01T13:22:00Z"));
    }

    @Test
    void a_table_without_times_is_a_library() throws IOException {
        Listening mine = read(
                "export.csv",
                "Track URI,Track Name,Artist Name(s),Added At\nspotify:track:%s,x,y,2024-01-01\n"
                        .formatted(song(6).id()));
        assertThat(mine.library().saved()).containsExactly(6);
    }

    @Test
    void gzip_is_unpacked() throws IOException {
        Path file = folder.resolve("x.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("[" + account(7, "2024-05-01 13:22", 200_000) + "]").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Listening.read(file, CATALOG, LATEST).history().size()).isEqualTo(1);
    }

    @Test
    void files_that_tell_nothing_of_listening_are_refused_with_what_to_give() throws IOException {
        for (String text : List.of(
                "", "hello", "{}", "[]", "[{\"artistName\": \"x\", \"segment\": \"y\"}]", "a,b\n1,2", "%PDF-1.4 \0")) {
            assertThatThrownBy(() -> read("x", text))
                    .as(text)
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("nothing in it tells what a person listens to. Give Spotify's download");
        }
        assertThatThrownBy(() -> Listening.read(folder.resolve("none"), CATALOG, LATEST))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("there is no such file");
    }
}
