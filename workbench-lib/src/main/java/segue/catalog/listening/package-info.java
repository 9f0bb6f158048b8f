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
 */
package segue.catalog.listening;
