/**
 * A person's Spotify account: their liked songs and playlists as songs of a catalogue, and recommendations as a playlist there.
 *
 * <pre>{@code
 * Spotify spotify = Spotify.open();                              // after './segue spotify sign-in'
 * SongList liked = spotify.likedSongs();
 * SongList.Matched mine = liked.in(catalog);                     // by id, then by artist and title
 * System.out.println(mine.report().summary());                   // what is not in the catalogue, and why
 * SpotifyPlaylist made = spotify.create(NewPlaylist.of("From Segue", catalog, rows));
 * made.embed();                                                  // for an <iframe>
 * }</pre>
 *
 * <p>What an app in development mode may do since February 2026: read liked and most played songs, read the account's own
 * playlists ({@code /playlists/{id}/items}), make playlists ({@code POST /me/playlists}), add to the library ({@code
 * /me/library}), search ten songs at a time. What it may not is listed in {@link segue.spotify.Withdrawn}; nothing here calls it.
 *
 * <p>The Java library makes the calls that it knows; {@code NewCall} adds those of 2026 in its manner. Both go through {@code
 * segue.spotify.access}, which signs in, waits where Spotify asks to, and puts failures into words.
 *
 * <p>Cost: a request for every fifty songs that are read, and for every hundred that are put into a playlist. The library is
 * loaded by the first call, not before.
 *
 * <p>Sources: Spotify's changelogs of 2024-11-27, February 2026 and March 2026 (ISRCs stay), the migration guide, and the Web
 * API reference.
 */
package segue.spotify;
