package segue.spotify.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import se.michaelthelin.spotify.IHttpManager;

/**
 * Carries the library's requests to the Web API, with the access token of the moment instead of the one that the request was
 * built with; on 401 with a new one, once.
 */
final class ApiManager implements IHttpManager {
    /** Stands in a request until it is sent. */
    static final String PLACEHOLDER = "of-the-moment";

    private static final int UNAUTHORIZED = 401;

    private final SpotifySession session;
    private final Consumer<String> say;

    ApiManager(SpotifySession session, Consumer<String> say) {
        this.session = session;
        this.say = say;
    }

    @Override
    public String get(URI uri, Header[] headers) {
        return send(uri, true, request -> request.GET());
    }

    /** What is created twice is there twice. */
    @Override
    public String post(URI uri, Header[] headers, HttpEntity body) throws IOException, ParseException {
        String json = text(body);
        return send(uri, false, request -> json(request).POST(BodyPublishers.ofString(json)));
    }

    @Override
    public String put(URI uri, Header[] headers, HttpEntity body) throws IOException, ParseException {
        String json = text(body);
        return send(uri, true, request -> json(request).PUT(BodyPublishers.ofString(json)));
    }

    @Override
    public String delete(URI uri, Header[] headers, HttpEntity body) throws IOException, ParseException {
        String json = text(body);
        return send(uri, true, request -> json(request).method("DELETE", BodyPublishers.ofString(json)));
    }

    private String send(URI spotifys, boolean repeatable, Function<HttpRequest.Builder, HttpRequest.Builder> method) {
        URI uri = session.settings().service().moved(spotifys);
        String token = session.accessToken();
        HttpResponse<String> answer = session.exchange().send(request(uri, token, method), repeatable, say);
        if (answer.statusCode() == UNAUTHORIZED) {
            token = session.another(token);
            answer = session.exchange().send(request(uri, token, method), repeatable, say);
        }
        return Errors.body(answer);
    }

    private static HttpRequest request(
            URI uri, String token, Function<HttpRequest.Builder, HttpRequest.Builder> method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.ACCEPT, "application/json");
        return method.apply(request).build();
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header(HttpHeaders.CONTENT_TYPE, "application/json");
    }

    private static String text(HttpEntity body) throws IOException, ParseException {
        return body == null ? "" : EntityUtils.toString(body);
    }
}
