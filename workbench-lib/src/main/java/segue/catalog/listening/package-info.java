/**
 * What a person listens to, from the files that services hand out: no account, no network.
 *
 * <pre>{@code
 * Listening mine = Listening.read(Path.of("my_spotify_data.zip"), catalog);
 * IO.println(mine.report().summary());                     // read = kept + repeated + missing + left out
 * mine.history().last().ifPresent(IO::println);            // the song heard last, and when
 * mine.history().mostPlayed(10);
 * Request like = Request.of(mine.favourites(Request.MAX_SEEDS)).withKnown(mine.known());
 * }</pre>
 *
 * <p>{@code ListeningFiles} tells each file of a folder or archive by what stands in it: {@code JsonListening} reads lists and
 * objects, {@code JsonLines} an object a line, {@code ScrobbleTable} tables; {@code Entry} judges what they say, and {@code
 * ListeningCollector} looks for the songs, by id, then by artist and title. {@code SamePlays} removes what is told twice.
 *
 * <p>What it cannot tell: a play of a song that the catalogue has under two ids, told once by id and once by name, counts for
 * both. Of a play that was paused the beginning is taken to be its end less the time heard. Podcasts of Spotify's first account
 * downloads look like songs, and count as missing. ListenBrainz and Last.fm do not say how long a play was: each counts as heard.
 *
 * <p>Cost, of 500,000 plays of 3,000 songs against 105,681 songs (processor time, warm, of one thread): 3.3 s as Spotify's
 * extended history, 385 MB of JSON in a zip archive of 27 MB; a table of 367,739 plays of Last.fm 1.3 s. Memory: 22 MB are
 * kept, 45 bytes a play, and 400 MB of heap are enough for all of it with the catalogue. What is asked of it: 5 ms.
 */
package segue.catalog.listening;
