/**
 * Playlists over the songs of a catalogue, and the files that people keep them in.
 *
 * <pre>{@code
 * LoadedPlaylists loaded = Playlists.load(Path.of("spotify-playlists-32k.csv.gz"), catalog);
 * System.out.println(loaded.report().summary());         // read = kept + repeated + not in the catalogue
 * int[] rows = loaded.playlists().lists().getFirst().songs();
 * PlaylistFile mine = PlaylistFile.read(Path.of("party.m3u8"));
 * mine.in(catalog).missing();                            // what the catalogue does not have
 * PlaylistExport.of("For the road", catalog, rows).write(Path.of("road.xspf"));
 * }</pre>
 *
 * <p>{@code PlaylistFiles} tells the format by what a file begins with: a table with a row a playlist and song ({@code
 * CsvPlaylists}), the Million Playlist Dataset and JSPF ({@code JsonPlaylists}), M3U, XSPF, or one id a line ({@code IdList}).
 * Each reader hands on one song at a time to a {@code PlaylistSink}. {@code SongMatcher} looks for it by id, then by the path of
 * the recording, then by artist and title. A file that breaks off gives what stands before; the report says where.
 *
 * <p>Cost: of an entry four bytes are kept. Of a slice one playlist at a time is held.
 */
package segue.catalog.playlists;
