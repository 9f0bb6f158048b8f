package segue.spotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistLinkTest {
    private static final String ID = "37i9dQZF1DXcBWIGoYBM5M";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://open.spotify.com/playlist/" + ID,
                "  http://open.spotify.com/playlist/" + ID + "/ ",
                "open.spotify.com/playlist/" + ID + "?si=abc&pt=1",
                "https://open.spotify.com/intl-de/playlist/" + ID + "?si=0",
                "https://open.spotify.com/intl-pt-BR/playlist/" + ID,
                "https://open.spotify.com/embed/playlist/" + ID + "#a",
                "https://open.spotify.com/user/some.body/playlist/" + ID,
                "https://play.spotify.com/playlist/" + ID,
                "spotify:playlist:" + ID,
                "spotify:user:some:playlist:" + ID
            })
    void every_form_of_a_link_leads_to_the_playlist(String text) {
        assertThat(PlaylistLink.isLink(text)).isTrue();
        assertThat(PlaylistLink.parse(text).id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @CsvSource({
        "https://open.spotify.com/album/" + ID + ", is a link to an album",
        "https://open.spotify.com/intl-de/track/" + ID + ", is a link to a track",
        "spotify:artist:" + ID + ", is a link to an artist",
        "https://open.spotify.com/playlist/short, must be 22 letters and digits",
        "https://open.spotify.com/playlist/, must be 22 letters and digits",
        "https://spotify.link/AbCd, is a short link",
        "spotify:playlist:../../me, must be 22 letters and digits"
    })
    void links_to_other_things_are_told(String text, String why) {
        assertThat(PlaylistLink.isLink(text)).isTrue();
        assertThatThrownBy(() -> PlaylistLink.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "party.m3u8",
                "",
                "/music/spotify/list.csv",
                "https://example.org/playlist/" + ID,
                "https://open.spotify.com.evil.example/playlist/" + ID
            })
    void other_texts_are_no_links(String text) {
        assertThat(PlaylistLink.isLink(text)).isFalse();
        assertThatThrownBy(() -> PlaylistLink.parse(text)).hasMessageContaining("is no link to a playlist");
    }

    @Test
    void the_link_of_a_playlist_can_be_read_back() {
        SpotifyPlaylist list = new SpotifyPlaylist(ID, "A", "B", 3);
        assertThat(PlaylistLink.parse(list.link().toString()).id()).isEqualTo(ID);
        assertThat(PlaylistLink.parse(list.embed().toString()).id()).isEqualTo(ID);
    }
}
