package segue.spotify.mix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.catalog.Track;
import segue.recommend.Recommender;
import segue.recommend.tastes.TasteOptions;
import segue.recommend.tastes.TastePlaylist;
import segue.recommend.tastes.TastePlaylistOptions;
import segue.recommend.tastes.TasteSong;
import segue.recommend.tastes.TasteSpace;
import segue.recommend.tastes.Tastes;
import segue.spotify.SongList;
import segue.spotify.Spotify;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifyException.Reason;

/** Draws songs for tastes until as many as are wanted are at Spotify, or nothing more is found. */
final class Drawing {
    /** Songs that tastes are told from; the time grows with their number. */
    static final int MOST_TELLING = 1_000;

    private static final int ROUNDS = 5;

    private final Spotify spotify;
    private final Recommender recommender;
    private final SongList list;
    private final SongList.Matched matched;
    private final MixOptions options;
    private final Map<Integer, Track> unplaced = new LinkedHashMap<>();

    Drawing(Spotify spotify, Recommender recommender, SongList list, SongList.Matched matched, MixOptions options) {
        this.spotify = spotify;
        this.recommender = recommender;
        this.list = list;
        this.matched = matched;
        this.options = options;
    }

    AccountMix mix() {
        int[] telling = IntStream.of(matched.rows()).limit(MOST_TELLING).toArray();
        Tastes tastes = Tastes.of(TasteSpace.of(recommender), TasteOptions.defaults(), telling);
        List<MixSong> songs = new ArrayList<>();
        TastePlaylist playlist = null;
        try (Placing placing = new Placing(spotify, list, options.nameSearches())) {
            int before = -1;
            for (int round = 0; round < ROUNDS && unplaced.size() > before; round++) {
                before = unplaced.size();
                playlist = drawn(tastes);
                songs.clear();
                for (TasteSong song : playlist.songs()) {
                    placing.idOf(song.row(), song.track())
                            .ifPresentOrElse(
                                    id -> songs.add(new MixSong(
                                            song,
                                            song.because(recommender),
                                            id,
                                            !id.equals(song.track().id()))),
                                    () -> unplaced.put(song.row(), song.track()));
                }
            }
        }
        if (songs.size() < options.least()) {
            throw new SpotifyException(
                    Reason.TOO_FEW,
                    "nothing was made: of the songs drawn from %s only %,d are to be found at Spotify, and a playlist has %,d at"
                                    .formatted(recommender.ruleBook().catalog(), songs.size(), options.least())
                            + " least. Take a catalogue whose ids are those of Spotify.");
        }
        return new AccountMix(
                list,
                matched,
                placed(playlist, songs),
                songs,
                List.copyOf(unplaced.values()),
                AccountMix.nameOf(list, options),
                options.isPublic(),
                Optional.empty());
    }

    /** None of the person's songs, and none that was not found before. */
    private TastePlaylist drawn(Tastes tastes) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped while songs were drawn; nothing was made");
        }
        Set<Integer> known = IntStream.of(matched.rows()).boxed().collect(Collectors.toSet());
        known.addAll(unplaced.keySet());
        return tastes.playlist(
                TastePlaylistOptions.defaults().withN(options.n()).withKnown(known));
    }

    /** Without the songs that are not at Spotify. */
    private TastePlaylist placed(TastePlaylist drawn, List<MixSong> songs) {
        List<String> notes = new ArrayList<>(drawn.notes());
        if (matched.rows().length > MOST_TELLING) {
            notes.add("tastes are told from the first %,d of your %,d songs"
                    .formatted(MOST_TELLING, matched.rows().length));
        }
        int[] given = new int[drawn.tastes().size()];
        songs.forEach(song -> given[song.song().taste()]++);
        return new TastePlaylist(
                songs.stream().map(MixSong::song).toList(),
                drawn.tastes(),
                drawn.quotas(),
                IntStream.of(given).boxed().toList(),
                drawn.leftOut(),
                notes);
    }
}
