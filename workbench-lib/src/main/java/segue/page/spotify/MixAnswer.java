package segue.page.spotify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.recommend.tastes.Taste;
import segue.recommend.tastes.TastePlaylist;
import segue.spotify.SongList;
import segue.spotify.SpotifyPlaylist;
import segue.spotify.SpotifySong;
import segue.spotify.mix.AccountMix;
import segue.spotify.mix.MixSong;

/**
 * A mix as the page shows it.
 *
 * @param draft by which the playlist is asked for
 * @param name that it has unless another is given
 * @param notes sentences
 */
record MixAnswer(
        String draft,
        String name,
        Match match,
        List<OneTaste> tastes,
        List<Song> songs,
        List<String> unplaced,
        List<String> notes) {
    /** How many songs are named that are not in the catalogue, or not at Spotify. */
    private static final int MOST_NAMED = 200;

    /**
     * What of the account's songs the catalogue has: {@code read = byId + byIsrc + byName + repeated + missing}.
     *
     * @param missingSongs the first of them
     */
    record Match(
            String list,
            String catalog,
            int read,
            int kept,
            int byId,
            int byIsrc,
            int byName,
            long repeated,
            int missing,
            List<String> missingSongs) {
        static Match of(AccountMix mix, Catalog catalog) {
            SongList.Matched matched = mix.matched();
            return new Match(
                    mix.list().name(),
                    catalog.toString(),
                    mix.list().songs().size(),
                    matched.rows().length,
                    matched.count(SongList.By.ID),
                    matched.count(SongList.By.ISRC),
                    matched.count(SongList.By.NAME),
                    matched.report().repeated(),
                    matched.missing().size(),
                    matched.missing().stream()
                            .limit(MOST_NAMED)
                            .map(SpotifySong::toString)
                            .toList());
        }
    }

    /**
     * A taste.
     *
     * @param number from 1
     * @param share of the matched songs, 0 to 1
     * @param songs matched ones in it
     * @param like the song in its middle
     * @param given songs of the playlist
     */
    record OneTaste(int number, String name, double share, int songs, String like, int given) {}

    /**
     * A song of the playlist.
     *
     * @param taste its number, from 1
     * @param like the person's song that it is most like
     * @param searched whether it was found at Spotify by its name
     */
    record Song(
            int rank,
            String id,
            String name,
            List<String> artists,
            Integer year,
            int taste,
            String like,
            String why,
            boolean searched) {
        static Song of(int rank, MixSong song) {
            Track track = song.track();
            return new Song(
                    rank,
                    track.id(),
                    track.name(),
                    track.artists(),
                    track.year().isPresent() ? track.year().getAsInt() : null,
                    song.song().taste() + 1,
                    song.song().liked().toString(),
                    song.reasons().inNumbers(false),
                    song.searched());
        }
    }

    static MixAnswer of(String draft, AccountMix mix, Catalog catalog) {
        TastePlaylist playlist = mix.playlist();
        List<String> notes = new ArrayList<>(mix.list().notes());
        notes.addAll(playlist.notes());
        return new MixAnswer(
                draft,
                mix.name(),
                Match.of(mix, catalog),
                playlist.tastes().stream()
                        .map(taste -> taste(taste, playlist.given().get(taste.number())))
                        .toList(),
                IntStream.range(0, mix.songs().size())
                        .mapToObj(i -> Song.of(i + 1, mix.songs().get(i)))
                        .toList(),
                mix.unplaced().stream().limit(MOST_NAMED).map(Track::toString).toList(),
                notes);
    }

    private static OneTaste taste(Taste taste, int given) {
        return new OneTaste(
                taste.number() + 1,
                taste.name(),
                taste.share(),
                taste.songs().length,
                taste.medoid().toString(),
                given);
    }

    /**
     * The playlist in the account.
     *
     * @param leftOut songs that Spotify has no longer
     * @param embed for an {@code <iframe>}
     */
    record Made(String id, String name, int songs, int leftOut, String link, String embed) {
        static Made of(SpotifyPlaylist made, int wanted) {
            return new Made(
                    made.id(),
                    made.name(),
                    made.size(),
                    wanted - made.size(),
                    made.link().toString(),
                    made.embed().toString());
        }
    }
}
