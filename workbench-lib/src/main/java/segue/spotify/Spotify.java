package segue.spotify;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import se.michaelthelin.spotify.IHttpManager;
import se.michaelthelin.spotify.model_objects.specification.Paging;
import se.michaelthelin.spotify.model_objects.specification.SavedTrack;
import se.michaelthelin.spotify.model_objects.specification.Track;
import se.michaelthelin.spotify.model_objects.specification.User;
import se.michaelthelin.spotify.requests.data.library.GetUsersSavedTracksRequest;
import se.michaelthelin.spotify.requests.data.personalization.simplified.GetUsersTopTracksRequest;
import se.michaelthelin.spotify.requests.data.search.simplified.SearchTracksRequest;
import se.michaelthelin.spotify.requests.data.users_profile.GetCurrentUsersProfileRequest;
import segue.catalog.Catalog;
import segue.progress.Progress;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifySession;
import segue.spotify.access.SpotifySettings;

/**
 * A Spotify account, as far as an app in development mode may use it in 2026. For any number of threads; every call ends when its
 * thread is interrupted, and throws {@link SpotifyException} where Spotify or the network refuses.
 */
public final class Spotify {
    private static final int PAGE = 50;
    private static final int MOST_HITS = 10;
    private static final int MOST_AT_ONCE = 40;

    private final SpotifySession session;
    private final String token;

    private Spotify(SpotifySession session) {
        this.session = session;
        this.token = session.placeholder();
    }

    /**
     * The account that Segue is signed in to.
     *
     * @throws SpotifyException if it is signed in to none, saying what to do
     */
    public static Spotify open() {
        return open(SpotifySettings.defaults());
    }

    /** The account that Segue is signed in to by these settings. */
    public static Spotify open(SpotifySettings settings) {
        return of(SpotifySession.open(settings));
    }

    public static Spotify of(SpotifySession session) {
        return new Spotify(session);
    }

    /** The account's name, or its id where it has none. */
    public String account() {
        User user = Calls.result(new GetCurrentUsersProfileRequest.Builder(token)
                .setHttpManager(quiet())
                .build()::execute);
        return Objects.requireNonNullElse(user.getDisplayName(), Objects.toString(user.getId(), "unknown"));
    }

    /** The liked songs, newest first. */
    public SongList likedSongs() {
        try (Progress progress = Progress.begin("liked songs")) {
            IHttpManager manager = session.manager(progress::say);
            List<SavedTrack> saved = Calls.all(
                    offset -> new GetUsersSavedTracksRequest.Builder(token)
                            .setHttpManager(manager)
                            .limit(PAGE)
                            .offset(offset)
                            .build()::execute,
                    progress,
                    "liked songs");
            return Entries.ofTracks(
                    "Liked songs",
                    saved.stream()
                            .map(one -> one == null ? null : one.getTrack())
                            .toList());
        }
    }

    /** The songs that the account plays most, most played first; Spotify names some hundreds at most. */
    public SongList topSongs(TopRange range) {
        try (Progress progress = Progress.begin("most played songs")) {
            IHttpManager manager = session.manager(progress::say);
            List<Track> top = Calls.all(
                    offset -> new GetUsersTopTracksRequest.Builder(token)
                            .setHttpManager(manager)
                            .time_range(range.id())
                            .limit(PAGE)
                            .offset(offset)
                            .build()::execute,
                    progress,
                    "most played songs");
            return Entries.ofTracks("Most played songs", top);
        }
    }

    /** The playlists that the account has made or follows. The songs of those it follows may not be read. */
    public List<SpotifyPlaylist> playlists() {
        try (Progress progress = Progress.begin("playlists")) {
            IHttpManager manager = session.manager(progress::say);
            List<JsonObject> all = Calls.all(
                    offset -> Entries.page(NewCall.playlists(manager, token, PAGE, offset)), progress, "playlists");
            return all.stream().filter(Objects::nonNull).map(Entries::playlist).toList();
        }
    }

    /**
     * The songs of a playlist that the account owns or works on.
     *
     * @throws SpotifyException with {@code NOT_YOURS} or {@code NOT_FOUND} for others'
     */
    public SongList playlist(PlaylistLink link) {
        try (Progress progress = Progress.begin("playlist")) {
            IHttpManager manager = session.manager(progress::say);
            SpotifyPlaylist head = Calls.result(() -> Entries.playlist(
                    NewCall.playlist(manager, token, link.id()).execute().getAsJsonObject()));
            List<JsonObject> entries = Calls.all(
                    offset -> Entries.page(NewCall.playlistItems(manager, token, link.id(), PAGE, offset)),
                    progress,
                    "songs of the playlist");
            return Entries.ofItems(head.name(), entries);
        }
    }

    /**
     * Songs that Spotify finds for a text.
     *
     * @param limit in [1, 10]
     */
    public List<SpotifySong> search(String text, int limit) {
        if (limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException(
                    "limit must be in [1, %d] but was %d: %s".formatted(MOST_HITS, limit, Withdrawn.LARGE_SEARCHES));
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("a search needs words of an artist or a title, but got none");
        }
        return search(quiet(), text, limit);
    }

    /**
     * Looks for a list's songs in a catalogue: by id, then, for those that have an ISRC, by the ids of other releases of the same
     * recording (one search each, {@code searches} at most), then by artist and title.
     *
     * @param searches at least 0; development mode allows few requests in 30 seconds, and what is more has to wait
     */
    public SongList.Matched match(SongList list, Catalog catalog, int searches) {
        if (searches < 0) {
            throw new IllegalArgumentException("searches must be at least 0 but was " + searches);
        }
        try (Progress progress = Progress.begin("other releases")) {
            IHttpManager manager = session.manager(progress::say);
            int[] left = {searches};
            return list.in(catalog, song -> {
                if (song.isrc().isEmpty() || left[0] == 0) {
                    return List.of();
                }
                left[0]--;
                List<SpotifySong> releases =
                        search(manager, "isrc:" + song.isrc().get(), MOST_HITS);
                progress.step();
                return releases.stream()
                        .filter(release -> release.isrc().equals(song.isrc()))
                        .map(SpotifySong::id)
                        .toList();
            });
        }
    }

    /**
     * Makes a playlist in the account and puts the songs into it, a hundred a call. Songs that Spotify has no longer are left out,
     * which the {@linkplain SpotifyPlaylist#size() size} shows.
     *
     * @throws SpotifyException where it stops on the way; the message then names the playlist and how many songs it has
     * @throws CancellationException likewise, if the thread is interrupted
     */
    public SpotifyPlaylist create(NewPlaylist wanted) {
        return PlaylistMaker.make(wanted, session, token);
    }

    /** Adds songs to the liked ones. */
    public void like(List<String> ids) {
        for (List<String> part : Entries.parts(ids, MOST_AT_ONCE)) {
            Calls.result(NewCall.save(quiet(), token, uris(part))::execute);
        }
    }

    /** Whether each song is among the liked ones, in their order. */
    public List<Boolean> isLiked(List<String> ids) {
        List<Boolean> liked = new ArrayList<>();
        for (List<String> part : Entries.parts(ids, MOST_AT_ONCE)) {
            NewCall question = NewCall.isSaved(quiet(), token, uris(part));
            liked.addAll(Calls.result(() -> Entries.flags(question.execute().getAsJsonArray())));
        }
        return liked;
    }

    private List<SpotifySong> search(IHttpManager manager, String text, int limit) {
        Paging<Track> hits = Calls.result(new SearchTracksRequest.Builder(token)
                .setHttpManager(manager)
                .q(text)
                .limit(limit)
                .build()::execute);
        return Entries.ofTracks("", List.of(Objects.requireNonNullElse(hits.getItems(), new Track[0])))
                .songs();
    }

    private static List<String> uris(List<String> ids) {
        return ids.stream().map(SpotifySong::uri).toList();
    }

    private IHttpManager quiet() {
        Consumer<String> nobody = wait -> {};
        return session.manager(nobody);
    }
}
