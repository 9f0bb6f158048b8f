package segue.spotify;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CancellationException;
import se.michaelthelin.spotify.IHttpManager;
import segue.progress.Progress;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifySession;

/** Makes a playlist and fills it; where that stops on the way, says what is there. */
final class PlaylistMaker {
    private static final int MOST_AT_ONCE = 100;

    private PlaylistMaker() {}

    static SpotifyPlaylist make(NewPlaylist wanted, SpotifySession session, String token) {
        try (Progress progress =
                Progress.begin("playlist at Spotify", wanted.ids().size())) {
            IHttpManager manager = session.manager(progress::say);
            JsonObject head = new JsonObject();
            head.addProperty("name", wanted.name());
            head.addProperty("description", wanted.description());
            head.addProperty("public", wanted.isPublic());
            NewCall creation = NewCall.createPlaylist(manager, token, head.toString());
            SpotifyPlaylist made =
                    Calls.result(() -> Entries.playlist(creation.execute().getAsJsonObject()));
            for (List<String> part : Entries.parts(wanted.ids(), MOST_AT_ONCE)) {
                try {
                    Calls.result(NewCall.addItems(manager, token, made.id(), uris(part))::execute);
                } catch (SpotifyException failed) {
                    throw new SpotifyException(
                            failed.reason(), left(made, progress, wanted) + failed.getMessage(), failed);
                } catch (CancellationException stopped) {
                    throw new CancellationException(left(made, progress, wanted) + stopped.getMessage());
                }
                progress.step(part.size());
            }
            return new SpotifyPlaylist(
                    made.id(), wanted.name(), made.owner(), wanted.ids().size());
        }
    }

    private static String left(SpotifyPlaylist made, Progress progress, NewPlaylist wanted) {
        return "the playlist %s was made, but has only %,d of %,d songs; delete it in Spotify before you try again: "
                .formatted(made.link(), progress.state().done(), wanted.ids().size());
    }

    private static String uris(List<String> ids) {
        JsonArray uris = new JsonArray();
        ids.forEach(id -> uris.add(SpotifySong.uri(id)));
        JsonObject body = new JsonObject();
        body.add("uris", uris);
        return body.toString();
    }
}
