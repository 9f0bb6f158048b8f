package segue.spotify.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.recommend.Recommender;
import segue.spotify.PlaylistLink;
import segue.spotify.SongList;
import segue.spotify.Spotify;
import segue.spotify.SpotifyPlaylist;
import segue.spotify.access.SignIn;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifyException.Reason;
import segue.spotify.sample.SampleAccount;
import segue.spotify.sample.SampleAccount.Answer;

class AccountMixTest {
    private static final Catalog SAMPLE = Catalog.sample();
    private static final Recommender RECOMMENDER = Recommender.of(SAMPLE);

    private SampleAccount account;
    private Spotify spotify;

    @BeforeEach
    void signIn() {
        account = SampleAccount.start();
        SignIn.to(account.settings(), account::agree);
        spotify = Spotify.open(account.settings());
    }

    @AfterEach
    void stop() {
        account.close();
    }

    /** The sample as a catalogue whose ids are no service's, of odd rows at least. */
    private static Catalog renumbered(boolean all) {
        return new Catalog(
                "renumbered",
                IntStream.range(0, SAMPLE.size())
                        .mapToObj(row -> all || row % 2 == 1 ? renumbered(SAMPLE.track(row), row) : SAMPLE.track(row))
                        .toList());
    }

    private static Track renumbered(Track song, int row) {
        return new Track(
                "song-" + row,
                song.name(),
                song.artists(),
                song.features(),
                song.year(),
                song.releaseDate(),
                song.durationMillis(),
                song.popularity(),
                song.explicit(),
                song.key(),
                song.mode(),
                song.genres(),
                Optional.empty());
    }

    @Test
    void liked_songs_become_tastes_and_a_playlist_of_fifty() {
        AccountMix mix = AccountMix.make(spotify, RECOMMENDER, MixSource.liked());
        assertThat(mix.matched().count(SongList.By.ID)).isEqualTo(91);
        assertThat(mix.matched().count(SongList.By.ISRC)).isEqualTo(11);
        assertThat(mix.matched().count(SongList.By.NAME)).isEqualTo(3);
        assertThat(mix.matched().missing()).hasSize(8);
        assertThat(mix.playlist().tastes()).hasSizeGreaterThan(2);
        SpotifyPlaylist made = mix.made().orElseThrow();
        assertThat(made.size()).isEqualTo(50);
        assertThat(made.embedHtml()).contains(made.embed().toString()).contains("title=\"Segue: Liked songs\"");
        assertThat(account.made().getFirst().songs())
                .isEqualTo(mix.songs().stream().map(MixSong::id).toList())
                .doesNotContainAnyElementsOf(spotify.likedSongs().songs().stream()
                        .map(song -> song.id())
                        .toList());
        assertThat(mix.songs()).allMatch(song -> song.why().startsWith("like "));
    }

    @Test
    void the_same_songs_come_each_time() {
        AccountMix once = AccountMix.draft(spotify, RECOMMENDER, MixSource.liked(), MixOptions.defaults());
        assertThat(AccountMix.draft(spotify, RECOMMENDER, MixSource.liked(), MixOptions.defaults())
                        .songs())
                .extracting(MixSong::id)
                .isEqualTo(once.songs().stream().map(MixSong::id).toList());
        assertThat(once.made()).isEmpty();
        assertThat(account.made()).isEmpty();
    }

    @Test
    void a_second_playlist_of_the_name_is_made_only_where_it_is_asked_for() {
        MixOptions five = MixOptions.defaults().withN(5).withName("Five");
        AccountMix.make(spotify, RECOMMENDER, MixSource.named("top"), five);
        assertThatThrownBy(() -> AccountMix.make(spotify, RECOMMENDER, MixSource.named("top"), five))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ALREADY_THERE))
                .hasMessageContaining(account.made().getFirst().id());
        AccountMix.make(spotify, RECOMMENDER, MixSource.named("top"), five.withAgain(true));
        assertThat(account.made()).hasSize(2);
    }

    @Test
    void too_few_known_songs_make_nothing() {
        account.like(List.of("2Elsewhere000000000000"));
        assertThatThrownBy(() -> AccountMix.make(spotify, RECOMMENDER, MixSource.liked()))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_FEW))
                .hasMessageContaining("of 1 songs in 'Liked songs' 0 are in");
        assertThat(account.made()).isEmpty();
    }

    @Test
    void songs_without_an_id_at_spotify_are_searched_by_name_ten_hits_at_a_time() {
        Recommender own = Recommender.of(renumbered(true));
        AccountMix mix = AccountMix.make(
                spotify, own, MixSource.liked(), MixOptions.defaults().withN(10).withIsrcSearches(0));
        assertThat(mix.matched().count(SongList.By.NAME))
                .isEqualTo(mix.matched().rows().length);
        assertThat(mix.songs()).hasSize(10).allMatch(MixSong::searched);
        assertThat(mix.songs())
                .allSatisfy(
                        song -> assertThat(account.made().getFirst().songs()).contains(song.id()));
        assertThat(account.requests())
                .filteredOn(one -> one.contains("/search"))
                .allMatch(one -> one.contains("limit=10"));
    }

    @Test
    void others_are_drawn_for_songs_that_are_not_to_be_found() {
        Recommender own = Recommender.of(renumbered(false));
        MixOptions noSearch = MixOptions.defaults().withNameSearches(0).withN(20);
        AccountMix mix = AccountMix.make(spotify, own, MixSource.liked(), noSearch);
        assertThat(mix.unplaced()).isNotEmpty().allMatch(song -> song.id().startsWith("song-"));
        assertThat(mix.songs()).hasSizeGreaterThan(15).noneMatch(MixSong::searched);
        assertThat(mix.playlist().songs()).hasSameSizeAs(mix.songs());
        assertThat(account.requests("GET /v1/search?q=track")).isZero();

        Recommender none = Recommender.of(renumbered(true));
        assertThatThrownBy(() -> AccountMix.make(spotify, none, MixSource.liked(), noSearch.withAgain(true)))
                .isInstanceOfSatisfying(
                        SpotifyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_FEW))
                .hasMessageContaining("only 0 are to be found at Spotify");
        assertThat(account.made()).hasSize(1);
    }

    @Test
    void tastes_of_a_large_library_are_told_from_a_thousand_songs_and_none_comes_back() {
        account.like(SAMPLE.tracks().stream().limit(1_500).map(Track::id).toList());
        AccountMix mix = AccountMix.draft(
                spotify, RECOMMENDER, MixSource.liked(), MixOptions.defaults().withN(5));
        assertThat(mix.playlist().notes()).contains("tastes are told from the first 1,000 of your 1,500 songs");
        assertThat(mix.songs()).hasSize(5).noneMatch(song -> song.song().row() < 1_500);
    }

    @Test
    void an_interrupt_stops_it_before_anything_is_made() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> AccountMix.make(spotify, RECOMMENDER, MixSource.liked()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(account.made()).isEmpty();
    }

    @Test
    void a_revoked_sign_in_and_another_persons_playlist_say_what_to_do() {
        MixSource theirs = MixSource.playlist(new PlaylistLink("4i4GhnNTK4Gw8vJNkoK9VF"));
        assertThatThrownBy(() -> AccountMix.make(spotify, RECOMMENDER, theirs))
                .hasMessageContaining("playlists that you own or work on");
        account.next("/v1/me/tracks", Answer.busy(0));
        assertThat(spotify.likedSongs().songs()).hasSize(113);
        account.revoke();
        assertThatThrownBy(() -> AccountMix.make(spotify, RECOMMENDER, MixSource.liked()))
                .hasMessageContaining("Run './segue spotify sign-in' again");
    }

    @Test
    void options_out_of_range_are_refused_with_the_range() {
        assertThatThrownBy(() -> MixOptions.defaults().withN(501)).hasMessage("n must be in [1, 500] but was 501");
        assertThatThrownBy(() -> MixOptions.defaults().withLeast(51))
                .hasMessage("least must be at most n, which is 50, but was 51");
        assertThatThrownBy(() -> MixOptions.defaults().withIsrcSearches(-1))
                .hasMessage("isrcSearches must be in [0, 1,000] but was -1");
        assertThat(MixOptions.defaults().withN(2).least()).isEqualTo(2);
    }
}
