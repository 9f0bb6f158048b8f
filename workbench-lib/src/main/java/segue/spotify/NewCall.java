package segue.spotify;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import se.michaelthelin.spotify.IHttpManager;
import se.michaelthelin.spotify.exceptions.SpotifyWebApiException;
import se.michaelthelin.spotify.requests.data.AbstractDataRequest;

/** A call of 2026 that the library does not know yet, in the library's own manner. */
final class NewCall extends AbstractDataRequest<JsonElement> {
    private final Method method;

    private enum Method {
        GET,
        POST,
        PUT
    }

    private NewCall(Builder builder) {
        super(builder);
        this.method = builder.method;
    }

    /** A page of a playlist's songs and podcasts. */
    static NewCall playlistItems(IHttpManager manager, String token, String playlist, int limit, int offset) {
        return new Builder(token, Method.GET)
                .setHttpManager(manager)
                .setPath("/v1/playlists/" + playlist + "/items")
                .setQueryParameter("limit", limit)
                .setQueryParameter("offset", offset)
                .setQueryParameter("additional_types", "track")
                .build();
    }

    /** A page of the playlists that the account has made or follows. */
    static NewCall playlists(IHttpManager manager, String token, int limit, int offset) {
        return new Builder(token, Method.GET)
                .setHttpManager(manager)
                .setPath("/v1/me/playlists")
                .setQueryParameter("limit", limit)
                .setQueryParameter("offset", offset)
                .build();
    }

    /** A playlist's name and owner. */
    static NewCall playlist(IHttpManager manager, String token, String playlist) {
        return new Builder(token, Method.GET)
                .setHttpManager(manager)
                .setPath("/v1/playlists/" + playlist)
                .build();
    }

    static NewCall createPlaylist(IHttpManager manager, String token, String json) {
        return new Builder(token, Method.POST)
                .setHttpManager(manager)
                .setPath("/v1/me/playlists")
                .setBody(new StringEntity(json, ContentType.APPLICATION_JSON))
                .build();
    }

    static NewCall addItems(IHttpManager manager, String token, String playlist, String json) {
        return new Builder(token, Method.POST)
                .setHttpManager(manager)
                .setPath("/v1/playlists/" + playlist + "/items")
                .setBody(new StringEntity(json, ContentType.APPLICATION_JSON))
                .build();
    }

    /** Puts songs into the account's library. */
    static NewCall save(IHttpManager manager, String token, List<String> uris) {
        return new Builder(token, Method.PUT)
                .setHttpManager(manager)
                .setPath("/v1/me/library")
                .setQueryParameter("uris", String.join(",", uris))
                .build();
    }

    /** Which songs are in the account's library, in their order. */
    static NewCall isSaved(IHttpManager manager, String token, List<String> uris) {
        return new Builder(token, Method.GET)
                .setHttpManager(manager)
                .setPath("/v1/me/library/contains")
                .setQueryParameter("uris", String.join(",", uris))
                .build();
    }

    @Override
    public JsonElement execute() throws IOException, SpotifyWebApiException, ParseException {
        String json = switch (method) {
            case GET -> getJson();
            case POST -> postJson();
            case PUT -> putJson();
        };
        return JsonParser.parseString(json == null ? "{}" : json);
    }

    private static final class Builder extends AbstractDataRequest.Builder<JsonElement, Builder> {
        private final Method method;

        private Builder(String token, Method method) {
            super(token);
            this.method = method;
        }

        @Override
        public NewCall build() {
            return new NewCall(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
