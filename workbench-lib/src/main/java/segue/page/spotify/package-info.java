/**
 * The Spotify account of whoever started the page: sign in, draw songs for the tastes in one's saved songs, see why, and only then
 * make a playlist of them in the account.
 *
 * <pre>{@code
 * POST   /api/spotify/sign-in                                        {"state": "waiting", "address": "https://accounts.spotify.com/…"}
 * POST   /api/spotify/mix        {"from": "saved", "n": 50}          202 {"job": "…"}: match report, tastes, songs, "draft"
 * POST   /api/spotify/playlists  {"draft": "…", "name": "For me"}    202 {"job": "…"}: link, address of Spotify's player
 * DELETE /api/spotify/sign-in                                        {"state": "signed_out"}
 * }</pre>
 *
 * <p>{@code OwnPage} lets nobody in where others than the person could reach the page: it must listen to its own machine, behind no
 * proxy. {@code AccountSignIn} has the sign-in of {@link segue.spotify.access} wait for the person in the background; tokens stay in
 * its file, and no answer holds one. {@code MixWork} does the work, as jobs that never leave this process; {@code Drafts} keeps what
 * was drawn until it is made. {@code Words} says what went wrong as a page should.
 *
 * <p>Cost: that of {@link segue.spotify.mix}; up to eight drafts in memory.
 */
package segue.page.spotify;
