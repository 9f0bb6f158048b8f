package segue.spotify;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CancellationException;
import se.michaelthelin.spotify.IHttpManager;
import segue.progress.Progress;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifyException.Reason;
import segue.spotify.access.SpotifySession;

/**
 * Makes a playlist and fills it; where that stops on the way, says what is there. Spotify takes none of the songs of a call that
 * names one it has no longer, so such a call is halved until those are found, and they are left out.
 */
final class PlaylistMaker {
    private static final int MOST_AT_ONCE = 100;

    /** What Spotify says of such a call. */
    private static final String GONE = "non-existing";

    private final NewPlaylist wanted;
    private final IHttpManager manager;
    private final String token;
    private final Progress progress;
    private SpotifyPlaylist made;
    private int added;

    private PlaylistMaker(NewPlaylist wanted, IHttpManager manager, String token, Progress progress) {
        this.wanted = wanted;
        this.manager = manager;
        this.token = token;
        this.progress = progress;
    }

    static SpotifyPlaylist make(NewPlaylist wanted, SpotifySession session, String token) {
        try (Progress progress =
                Progress.begin("playlist at Spotify", wanted.ids().size())) {
            return new PlaylistMaker(wanted, session.manager(progress::say), token, progress).made();
        }
    }

    private SpotifyPlaylist made() {
        JsonObject head = new JsonObject();
        head.addProperty("name", wanted.name());
        head.addProperty("description", wanted.description());
        head.addProperty("public", wanted.isPublic());
        NewCall creation = NewCall.createPlaylist(manager, token, head.toString());
        made = Calls.result(() -> Entries.playlist(creation.execute().getAsJsonObject()));
        try {
            Entries.parts(wanted.ids(), MOST_AT_ONCE).forEach(this::add);
        } catch (SpotifyException failed) {
            throw new SpotifyException(failed.reason(), left() + failed.getMessage(), failed);
        } catch (CancellationException stopped) {
            throw new CancellationException(left() + stopped.getMessage());
        }
        if (added == 0) {
            throw new SpotifyException(Reason.NOT_FOUND, left() + "Spotify has none of these songs.");
        }
        return new SpotifyPlaylist(made.id(), wanted.name(), made.owner(), added);
    }

    private void add(List<String> ids) {
        try {
            Calls.result(NewCall.addItems(manager, token, made.id(), uris(ids))::execute);
            added += ids.size();
            progress.step(ids.size());
        } catch (SpotifyException refused) {
            if (refused.reason() != Reason.REFUSED || !refused.getMessage().contains(GONE)) {
                throw refused;
            }
            if (ids.size() == 1) {
                progress.step();
            } else {
                add(ids.subList(0, ids.size() / 2));
                add(ids.subList(ids.size() / 2, ids.size()));
            }
        }
    }

    private String left() {
        return "the playlist %s was made, but has only %,d of %,d songs; delete it in Spotify before you try again: "
                .formatted(made.link(), added, wanted.ids().size());
    }

    private static String uris(List<String> ids) {
        JsonArray uris = new JsonArray();
        ids.forEach(id -> uris.add(SpotifySong.uri(id)));
        JsonObject body = new JsonObject();
        body.add("uris", uris);
        return body.toString();
    }
}
