package segue.spotify.access;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ParseException;
import se.michaelthelin.spotify.exceptions.SpotifyWebApiException;
import se.michaelthelin.spotify.model_objects.credentials.AuthorizationCodeCredentials;
import se.michaelthelin.spotify.requests.IRequest;
import se.michaelthelin.spotify.requests.authorization.authorization_code.AuthorizationCodeUriRequest;
import se.michaelthelin.spotify.requests.authorization.authorization_code.pkce.AuthorizationCodePKCERefreshRequest;
import se.michaelthelin.spotify.requests.authorization.authorization_code.pkce.AuthorizationCodePKCERequest;
import segue.spotify.access.SpotifyException.Reason;

/** Gets tokens: for a code, or for a refresh token. */
final class TokenEndpoint {
    private final TokenManager manager;
    private final ServiceAddress service;

    TokenEndpoint(Exchange exchange, ServiceAddress service) {
        this.manager = new TokenManager(exchange, service, wait -> {});
        this.service = service;
    }

    /** Where the person agrees. */
    URI authorization(String clientId, Pkce pkce, URI redirect) {
        return service.moved(new AuthorizationCodeUriRequest.Builder()
                .client_id(clientId)
                .response_type("code")
                .redirect_uri(redirect)
                .code_challenge_method("S256")
                .code_challenge(pkce.challenge())
                .state(pkce.state())
                .scope(Scope.all())
                .build()
                .execute());
    }

    Tokens forCode(String clientId, String code, Pkce pkce, URI redirect) {
        Instant now = Instant.now();
        AuthorizationCodeCredentials got = result(new AuthorizationCodePKCERequest.Builder()
                .setHttpManager(manager)
                .client_id(clientId)
                .grant_type("authorization_code")
                .code(code)
                .redirect_uri(redirect)
                .code_verifier(pkce.verifier())
                .build());
        return tokens(clientId, got, now, now, "", Set.of());
    }

    Tokens refreshed(Tokens old) {
        Instant now = Instant.now();
        AuthorizationCodeCredentials got = result(new AuthorizationCodePKCERefreshRequest.Builder()
                .setHttpManager(manager)
                .client_id(old.clientId())
                .grant_type("refresh_token")
                .refresh_token(old.refresh())
                .build());
        // Where no other refresh token comes, the old one stays good.
        return tokens(old.clientId(), got, now, old.since(), old.refresh(), old.scopes());
    }

    private static AuthorizationCodeCredentials result(IRequest<AuthorizationCodeCredentials> request) {
        try {
            return request.execute();
        } catch (IOException | ParseException | SpotifyWebApiException broken) {
            throw new SpotifyException(
                    Reason.UNREADABLE,
                    "Spotify's answer to the sign-in cannot be read: " + broken.getMessage(),
                    broken);
        }
    }

    private static Tokens tokens(
            String clientId,
            AuthorizationCodeCredentials got,
            Instant now,
            Instant since,
            String oldRefresh,
            Set<String> oldScopes) {
        String refresh = Optional.ofNullable(got.getRefreshToken()).orElse(oldRefresh);
        if (got.getAccessToken() == null || got.getExpiresIn() == null || refresh.isEmpty()) {
            throw new SpotifyException(Reason.UNREADABLE, "Spotify's answer to the sign-in lacks a token. Try again.");
        }
        Set<String> scopes = got.getScope() == null || got.getScope().isBlank()
                ? oldScopes
                : Set.of(got.getScope().strip().split("\\s+"));
        return new Tokens(clientId, got.getAccessToken(), refresh, now.plusSeconds(got.getExpiresIn()), since, scopes);
    }
}
