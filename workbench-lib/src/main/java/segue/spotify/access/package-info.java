/**
 * The way to Spotify: sign-in, tokens, and the sending of requests with patience.
 *
 * <pre>{@code
 * SpotifySettings settings = SpotifySettings.defaults();          // client id from SEGUE_SPOTIFY_CLIENT_ID
 * SignIn.to(settings, address -> System.out.println(address));    // once; then, for six months:
 * SpotifySession session = SpotifySession.open(settings);
 * }</pre>
 *
 * <p>{@code SignIn} shows the person Spotify's page, {@code RedirectListener} takes the browser's way back on 127.0.0.1, {@code
 * Pkce} proves that both are one; {@code TokenFile} keeps the result in a file of mode 600. {@code SpotifySession} renews it.
 * {@code ApiManager} and {@code TokenManager} carry the Java library's requests through {@code Exchange}, which waits and
 * repeats; {@code Errors} says what an answer means.
 *
 * <p>A sign-in lasts six months from when the person agreed, whatever is done with it; an access token lasts an hour.
 *
 * <p>Sources: Spotify's pages on authorization code with PKCE, redirect URIs (2025), refresh token expiration (June 2026), rate
 * limits; RFC 7636, RFC 8252.
 */
package segue.spotify.access;
