package segue.spotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.spotify.access.FakeSpotify;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifyException.Reason;
import segue.spotify.access.SpotifySettings;
import segue.spotify.sample.SampleAccount.Answer;

class SpotifyTest {
    @TempDir
    Path folder;

    private FakeSpotify server;
    private Spotify spotify;

    @BeforeEach
    void start() throws IOException {
        server = new FakeSpotify();
        SpotifySettings settings = server.settings(folder);
        server.signIn(settings, Instant.now());
        spotify = Spotify.open(settings);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Songs of the sample under the ids and names that a test needs. */
    private static Catalog catalog(Object... idsAndNames) {
        List<Track> sample = Catalog.sample().tracks();
        return new Catalog(
                "test",
                IntStream.range(0, idsAndNames.length / 3)
                        .mapToObj(i -> renamed(
                                sample.get(i), (String) idsAndNames[3 * i], (String) idsAndNames[3 * i + 1], (String)
                                        idsAndNames[3 * i + 2]))
                        .toList());
    }

    private static Track renamed(Track song, String id, String name, String artist) {
        return new Track(
                id,
                name,
                List.of(artist),
                song.features(),
                song.year(),
                song.releaseDate(),
                song.durationMillis(),
                song.popularity(),
                song.explicit(),
                song.key(),
                song.mode(),
                song.genres(),
                java.util.Optional.empty());
    }

    private PlaylistLink link(int playlist) {
        return new PlaylistLink(server.playlistId(playlist));
    }

    @Test
    void liked_songs_come_with_artist_album_and_isrc() {
        SpotifySong first = spotify.likedSongs().songs().getFirst();
        assertThat(first.id()).isEqualTo(server.songId(0));
        assertThat(first).hasToString("The Paper Lanterns – Harbour Lights");
        assertThat(first.album()).isEqualTo("Invented");
        assertThat(first.isrc()).contains("XXSGE2600001");
        assertThat(first.durationMillis()).hasValue(180_000);
    }

    @Test
    void many_liked_songs_are_read_page_by_page() {
        server.likeSongs(123);
        assertThat(spotify.likedSongs().songs()).hasSize(123).doesNotHaveDuplicates();
        assertThat(server.requests())
                .containsExactly(
                        "GET /v1/me/tracks?limit=50&offset=0",
                        "GET /v1/me/tracks?limit=50&offset=50",
                        "GET /v1/me/tracks?limit=50&offset=100");
    }

    @Test
    void no_liked_songs_are_an_empty_list() {
        server.likeSongs(0);
        assertThat(spotify.likedSongs().songs()).isEmpty();
    }

    @Test
    void a_token_that_ends_between_two_pages_is_renewed() {
        server.likeSongs(60);
        server.next("/v1/me/tracks", Answer.error(401, "The access token expired"));
        assertThat(spotify.likedSongs().songs()).hasSize(60);
        assertThat(server.requests("POST /api/token")).isEqualTo(1);
    }

    @Test
    void a_sign_in_that_is_refused_even_when_new_is_not_tried_for_ever() {
        Answer refused = Answer.error(401, "Invalid access token");
        server.next("/v1/me/tracks", refused, refused, refused);
        assertThatThrownBy(() -> spotify.likedSongs())
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SIGN_IN_ENDED));
        assertThat(server.requests("GET /v1/me/tracks")).isEqualTo(2);
    }

    @Test
    void the_most_played_songs_are_of_the_time_asked_for() {
        assertThat(spotify.topSongs(TopRange.WEEKS).songs()).hasSize(3);
        assertThat(server.requests().getFirst()).contains("time_range=short_term");
    }

    @Test
    void playlists_say_whose_they_are_and_how_long_where_that_is_told() {
        List<SpotifyPlaylist> lists = spotify.playlists();
        assertThat(lists).extracting(SpotifyPlaylist::size).containsExactly(3, -1);
        assertThat(lists.get(1).owner()).isEqualTo("somebody-else");
        assertThat(lists.getFirst().embed())
                .hasToString("https://open.spotify.com/embed/playlist/" + server.playlistId(0));
    }

    @Test
    void the_songs_of_a_playlist_are_read_in_both_forms() {
        SongList of2026 = spotify.playlist(link(0));
        server.useOlderForm();
        assertThat(spotify.playlist(link(0))).isEqualTo(of2026);
        assertThat(of2026.name()).isEqualTo("Sunday, slowly");
        assertThat(of2026.songs())
                .extracting(SpotifySong::id)
                .containsExactly(server.songId(0), server.songId(3), server.songId(7));
        assertThat(server.requests("GET /v1/playlists/" + server.playlistId(0) + "/items"))
                .isEqualTo(2);
    }

    @Test
    void podcasts_and_vanished_songs_are_counted_and_own_files_kept_by_name() {
        server.next("/v1/playlists/" + server.playlistId(0) + "/items", Answer.of(200, """
                        {"total": 4, "next": null, "items": [{"item": null}, null,
                          {"item": {"type": "episode", "id": "x", "name": "Talk"}},
                          {"is_local": true, "item": {"type": "track", "id": null, "name": "Demo",
                            "artists": [{"name": "Me"}], "album": null}}]}
                        """));
        SongList list = spotify.playlist(link(0));
        assertThat(list.songs()).hasToString("[Me – Demo]");
        assertThat(list.notes())
                .containsExactly(
                        "1 podcasts are left out", "2 entries are left out, whose songs Spotify has no longer");
    }

    @Test
    void the_songs_of_others_playlists_may_not_be_read_and_the_reason_says_what_to_do() {
        assertThatThrownBy(() -> spotify.playlist(link(1)))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_YOURS))
                .hasMessageContaining(server.playlistId(1))
                .hasMessageContaining("In Spotify add them to a playlist of your own");
    }

    @Test
    void a_playlist_of_spotifys_own_is_not_found_and_the_reason_says_why() {
        assertThatThrownBy(() -> spotify.playlist(new PlaylistLink("37i9dQZF1DXcBWIGoYBM5M")))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
                .hasMessageContaining("Discover Weekly");
    }

    @Test
    void an_answer_of_another_form_is_told() {
        for (String odd : List.of("[]", "{\"items\": 3}", "{\"items\": [{\"track\": 5}]}", "{\"items\": {\"a\": 1}}")) {
            server.next("/v1/me/tracks", Answer.of(200, odd));
            assertThatThrownBy(() -> spotify.likedSongs())
                    .as(odd)
                    .isInstanceOfSatisfying(
                            SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
        }
    }

    @Test
    void an_interrupt_ends_reading_and_says_how_far_it_was() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> spotify.likedSongs())
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped while liked songs were read from Spotify, after 0");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void songs_are_found_in_the_catalogue_by_id_then_by_artist_and_title() {
        Catalog catalog = catalog(
                server.songId(3),
                "Another Name",
                "Another",
                "aaaaaaaaaaaaaaaaaaaaaa",
                "Harbour lights",
                "the paper lanterns");
        SongList.Matched matched = spotify.likedSongs().in(catalog);
        assertThat(matched.rows()).containsExactly(1, 0);
        assertThat(matched.report().byId()).isEqualTo(1);
        assertThat(matched.report().byName()).isEqualTo(1);
        assertThat(matched.report().unmatched()).isEqualTo(3);
        assertThat(matched.report().read())
                .isEqualTo(matched.report().kept()
                        + matched.report().repeated()
                        + matched.report().unmatched());
        assertThat(matched.missing()).hasSize(3);
    }

    @Test
    void another_release_of_the_same_recording_is_found_by_its_isrc() {
        String release = "releaseXXXXXXXXXXXXXX0";
        Catalog catalog = catalog(release, "Harbour Lights (Deluxe)", "Lanterns");
        server.next("/v1/search", Answer.of(200, """
                {"tracks": {"items": [{"type": "track", "id": "%s", "name": "Harbour Lights (Deluxe)",
                  "external_ids": {"isrc": "XXSGE2600001"}}]}}
                """.formatted(release)));
        SongList liked = spotify.likedSongs();
        assertThat(spotify.match(liked, catalog, 0).rows()).isEmpty();
        SongList.Matched matched = spotify.match(liked, catalog, 2);
        assertThat(matched.rows()).containsExactly(0);
        assertThat(matched.report().notes()).singleElement().asString().contains("by its ISRC");
        assertThat(server.requests("GET /v1/search")).isEqualTo(2);
        assertThat(server.requests("GET /v1/search?q=isrc%3AXXSGE2600001&limit=10&type=track"))
                .isEqualTo(1);
    }

    @Test
    void a_search_asks_for_ten_at_most() {
        assertThat(spotify.search("Second Weather", 10)).hasToString("[The Paper Lanterns – Second Weather]");
        assertThatThrownBy(() -> spotify.search("a", 11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit must be in [1, 10] but was 11");
    }

    @Test
    void a_playlist_is_made_a_hundred_songs_a_call() {
        List<String> ids =
                IntStream.range(0, 250).mapToObj(i -> server.songId(i)).toList();
        SpotifyPlaylist made = spotify.create(NewPlaylist.of("From \"Segue\"", ids));
        assertThat(server.made().get(made.id()))
                .hasSize(250)
                .startsWith(ids.getFirst())
                .endsWith(ids.getLast());
        assertThat(made.size()).isEqualTo(250);
        assertThat(server.requests("POST /v1/me/playlists")).isEqualTo(1);
        assertThat(server.requests("POST /v1/playlists/" + made.id() + "/items"))
                .isEqualTo(3);
    }

    @Test
    void a_playlist_that_fails_half_way_is_named_with_what_it_has() {
        List<String> ids =
                IntStream.range(0, 150).mapToObj(i -> server.songId(i)).toList();
        server.next("/v1/playlists/", Answer.of(201, "{\"snapshot_id\": \"a\"}"), Answer.of(500, "{}"));
        assertThatThrownBy(() -> spotify.create(NewPlaylist.of("Half", ids)))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DOWN))
                .hasMessageContaining("https://open.spotify.com/playlist/made")
                .hasMessageContaining("only 100 of 150 songs");
        assertThat(server.requests("POST /v1/me/playlists")).isEqualTo(1);
    }

    @Test
    void songs_that_spotify_has_no_longer_are_found_out_and_left_out() {
        List<String> ids = new ArrayList<>(
                IntStream.range(0, 20).mapToObj(i -> server.songId(i)).toList());
        ids.set(3, "goneXXXXXXXXXXXXXXXXX1");
        ids.set(17, "goneXXXXXXXXXXXXXXXXX2");
        SpotifyPlaylist made = spotify.create(NewPlaylist.of("With gaps", ids));
        assertThat(made.size()).isEqualTo(18);
        ids.removeIf(id -> id.startsWith("gone"));
        assertThat(server.made().get(made.id())).isEqualTo(ids);
        assertThatThrownBy(() -> spotify.create(NewPlaylist.of("Gaps", List.of("goneXXXXXXXXXXXXXXXXX1"))))
                .hasMessageContaining("has only 0 of 1 songs")
                .hasMessageContaining("Spotify has none of these songs");
    }

    @Test
    void songs_without_an_id_at_spotify_are_left_out_and_counted() {
        Catalog catalog = catalog(server.songId(3), "A", "B", "music/own.flac", "C", "D");
        NewPlaylist wanted = NewPlaylist.of("Mixed", catalog, 1, 0, 0);
        assertThat(wanted.ids()).containsExactly(server.songId(3));
        assertThat(wanted.leftOut()).isEqualTo(1);
        assertThatThrownBy(() -> NewPlaylist.of("None", catalog, 1))
                .hasMessageContaining("none of the 1 songs has an id");
    }

    @Test
    void songs_are_liked_forty_at_a_time() {
        List<String> ids =
                IntStream.range(0, 90).mapToObj(i -> server.songId(i)).toList();
        spotify.like(ids);
        assertThat(server.requests("PUT /v1/me/library?uris=")).isEqualTo(3);
        assertThat(spotify.isLiked(List.of(server.songId(89), server.songId(90))))
                .containsExactly(true, false);
    }

    @Test
    void nothing_that_was_withdrawn_is_called() {
        spotify.account();
        spotify.likedSongs();
        spotify.playlists();
        spotify.playlist(link(0));
        spotify.create(NewPlaylist.of("Name", List.of(server.songId(0))));
        assertThat(server.requests())
                .noneMatch(
                        request -> request.matches(
                                ".*(audio-features|audio-analysis|recommendations|related|/users/|[?&]ids=|/tracks\\?ids|browse).*"))
                .noneMatch(request -> request.matches(".*/playlists/[^/]+/tracks.*"));
        for (Withdrawn withdrawn : Withdrawn.values()) {
            assertThat(withdrawn.toString()).contains(withdrawn.since()).endsWith(".");
        }
    }
}
