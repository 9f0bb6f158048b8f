/**
 * Playlists times songs as a product of factors, with what is known of songs as a guide.
 *
 * <pre>{@code
 * PlaylistFactors factors = PlaylistFactors.of(playlists, SongContent.of(numbers, List.of(artists, tags)));
 * float[] alike = factors.cosines(12, 400, 7);     // of every song, also of those that nobody listed
 * }</pre>
 *
 * <p>{@link segue.recommend.factors.ImplicitFactors} is the least squares of Hu, Koren and Volinsky, {@link
 * segue.recommend.factors.SongContent} what is known of songs; a ridge regression leads from the one to the other. From playlists
 * alone 471 lists are too few, as {@code docs/evaluation.md} shows.
 *
 * <p>Cost: 471 playlists of 28,356 songs are factorised in about 3 s of CPU time, with 64 factors of 4 bytes a song.
 */
package segue.recommend.factors;
