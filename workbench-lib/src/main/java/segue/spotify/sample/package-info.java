/**
 * An invented account of Spotify's on this machine: {@link segue.spotify.sample.SampleAccount} answers as the Web API's
 * documentation says, for an app in development mode since February 2026, so that notebooks, examples and tests need neither an
 * account nor a network.
 *
 * <pre>{@code
 * try (SampleAccount account = SampleAccount.start()) {
 *     SignIn.to(account.settings(), account::agree);               // as in a browser
 *     Spotify spotify = Spotify.open(account.settings());
 *     spotify.likedSongs();
 *     account.next("/v1/me", SampleAccount.Answer.error(403, "Forbidden"));      // what comes next goes wrong
 * }
 * }</pre>
 *
 * <p>Its songs are those of the {@linkplain segue.catalog.Catalog#sample() sample}, and some that the sample lacks. No song,
 * artist or person in it exists. {@code AccountApi} answers the calls, {@code AccountTokens} those of the sign-in, and {@code
 * AccountServer} carries both over HTTP on 127.0.0.1; {@code SampleListener} says whose account it is.
 *
 * <p>Cost: 0.7 s to start, most of it for reading the sample, on two cores that had much other work.
 */
package segue.spotify.sample;
