package segue.spotify.mix;

import java.util.List;
import java.util.Optional;
import segue.catalog.Track;
import segue.recommend.Recommender;
import segue.recommend.tastes.TastePlaylist;
import segue.spotify.NewPlaylist;
import segue.spotify.SongList;
import segue.spotify.Spotify;
import segue.spotify.SpotifyPlaylist;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifyException.Reason;

/**
 * A playlist for all tastes of an account's songs. Tastes are told from the first 1,000 that the catalogue has; none of the
 * account's own songs comes back.
 *
 * @param list the songs that it is made from
 * @param matched which of them the catalogue has
 * @param playlist tastes, and songs drawn for them
 * @param songs those of them that Spotify has, in an order that flows
 * @param unplaced songs that were drawn but are not to be found at Spotify; others were drawn for them where there are any
 * @param name of the playlist
 * @param isPublic whether it is shown on the person's profile
 * @param made the playlist in the account; empty as long as it is a draft
 */
public record AccountMix(
        SongList list,
        SongList.Matched matched,
        TastePlaylist playlist,
        List<MixSong> songs,
        List<Track> unplaced,
        String name,
        boolean isPublic,
        Optional<SpotifyPlaylist> made) {
    private static final String DESCRIPTION = "Made with Segue, for %s in %,d songs of: %s";

    public AccountMix {
        songs = List.copyOf(songs);
        unplaced = List.copyOf(unplaced);
    }

    /** Fifty songs, {@linkplain #make(Spotify, Recommender, MixSource, MixOptions) made}. */
    public static AccountMix make(Spotify spotify, Recommender recommender, MixSource source) {
        return make(spotify, recommender, source, MixOptions.defaults());
    }

    /**
     * Reads the songs, tells tastes, and makes the playlist in the account.
     *
     * @throws SpotifyException where Spotify refuses; with {@code TOO_FEW} if too few songs are known, {@code ALREADY_THERE} if
     *     the account has a playlist of that name and no second one is asked for: nothing is made then
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static AccountMix make(Spotify spotify, Recommender recommender, MixSource source, MixOptions options) {
        SongList list = source.read(spotify);
        requireNew(spotify, list, options);
        SongList.Matched matched = spotify.match(list, recommender.ruleBook().catalog(), options.isrcSearches());
        return draft(spotify, recommender, list, matched, options).makeIn(spotify);
    }

    /** The same without the playlist: nothing in the account changes. */
    public static AccountMix draft(Spotify spotify, Recommender recommender, MixSource source, MixOptions options) {
        SongList list = source.read(spotify);
        SongList.Matched matched = spotify.match(list, recommender.ruleBook().catalog(), options.isrcSearches());
        return draft(spotify, recommender, list, matched, options);
    }

    /** The same from songs that were read and matched before. */
    public static AccountMix draft(
            Spotify spotify, Recommender recommender, SongList list, SongList.Matched matched, MixOptions options) {
        if (matched.rows().length < options.least()) {
            throw new SpotifyException(
                    Reason.TOO_FEW,
                    "nothing was made: of %,d songs in '%s' %,d are in %s, and tastes are told from %,d at least. Take another list"
                                    .formatted(
                                            list.songs().size(),
                                            list.name(),
                                            matched.rows().length,
                                            recommender.ruleBook().catalog(),
                                            options.least())
                            + " or another catalogue.");
        }
        return new Drawing(spotify, recommender, list, matched, options).mix();
    }

    /**
     * Nothing is made twice by mistake: whoever asks again is told.
     *
     * @throws SpotifyException with {@code ALREADY_THERE} if the account has a playlist of that name and no other is asked for
     */
    public static void requireNew(Spotify spotify, SongList list, MixOptions options) {
        String name = nameOf(list, options);
        if (!options.again()) {
            spotify.playlists().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .ifPresent(there -> {
                        throw new SpotifyException(
                                Reason.ALREADY_THERE,
                                "nothing was made: your account has a playlist '%s' already (%s). Give another name (--name), or"
                                                .formatted(name, there.link())
                                        + " ask for one more of that name (--again).");
                    });
        }
    }

    static String nameOf(SongList list, MixOptions options) {
        String usual = ("Segue: " + list.name()).strip();
        return options.name().orElse(usual.substring(0, Math.min(usual.length(), MixOptions.LONGEST_NAME)));
    }

    /** As it is to be made. */
    public NewPlaylist asNewPlaylist() {
        int tastes = playlist.tastes().size();
        String description = DESCRIPTION.formatted(
                tastes == 1 ? "one taste" : tastes + " tastes",
                matched.rows().length,
                list.name().substring(0, Math.min(list.name().length(), MixOptions.LONGEST_NAME)));
        return NewPlaylist.of(name, songs.stream().map(MixSong::id).toList())
                .withDescription(description)
                .withPublic(isPublic);
    }

    /** Makes the playlist of a draft; each call makes one. */
    public AccountMix makeIn(Spotify spotify) {
        SpotifyPlaylist there = spotify.create(asNewPlaylist());
        return new AccountMix(list, matched, playlist, songs, unplaced, name, isPublic, Optional.of(there));
    }
}
