package segue.spotify.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import se.michaelthelin.spotify.IHttpManager;
import segue.spotify.access.SpotifyException.Reason;

/** Carries the library's requests for tokens, which know no other host than Spotify's, to where the service is. */
final class TokenManager implements IHttpManager {
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final Exchange exchange;
    private final ServiceAddress service;
    private final Consumer<String> say;

    TokenManager(Exchange exchange, ServiceAddress service, Consumer<String> say) {
        this.exchange = exchange;
        this.service = service;
        this.say = say;
    }

    /** A code and a refresh token are good for one use, so the request is not repeated once it was sent. */
    @Override
    public String post(URI uri, Header[] headers, HttpEntity body) throws IOException, ParseException {
        HttpRequest request = HttpRequest.newBuilder(service.moved(uri))
                .header(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(HttpHeaders.ACCEPT, "application/json")
                .POST(BodyPublishers.ofString(EntityUtils.toString(body)))
                .build();
        HttpResponse<String> answer = exchange.send(request, false, say);
        if (answer.statusCode() >= BAD_REQUEST && answer.statusCode() < SERVER_ERROR) {
            String code = Errors.code(answer.body());
            throw switch (code) {
                case "invalid_grant" -> new SpotifyException(Reason.SIGN_IN_ENDED, Errors.message(answer.body()));
                case "invalid_client" ->
                    new SpotifyException(
                            Reason.NOT_CONFIGURED,
                            "Spotify knows no app with this client id (\"" + Errors.message(answer.body())
                                    + "\"). Compare it with https://developer.spotify.com/dashboard.");
                default -> Errors.of(answer);
            };
        }
        return Errors.body(answer);
    }

    @Override
    public String get(URI uri, Header[] headers) {
        throw new UnsupportedOperationException("tokens are got by POST");
    }

    @Override
    public String put(URI uri, Header[] headers, HttpEntity body) {
        throw new UnsupportedOperationException("tokens are got by POST");
    }

    @Override
    public String delete(URI uri, Header[] headers, HttpEntity body) {
        throw new UnsupportedOperationException("tokens are got by POST");
    }
}
