/**
 * What playlists say of songs: which stand in the same lists, and factors of songs and lists.
 *
 * <pre>{@code
 * try (ListEntries entries = ListEntries.read(spark, List.of("mpd/data"));
 *         ListedSongs songs = ListedSongs.of(entries)) {
 *     System.out.println(entries.report(songs).summary());
 *     WholeTable.parquet(CoOccurrence.of(songs, CoOccurrenceOptions.defaults()), "pairs.parquet", false);
 * }
 * }</pre>
 *
 * <p>Files are read by the library's own readers, each by one task: the slices of the Million Playlist Dataset, tables, M3U, XSPF,
 * JSPF. Songs are told by their ids, not looked for in a catalogue; an entry that has none is left out and counted. {@code
 * ListedSongs} numbers songs by popularity. {@code CoOccurrence} counts exactly and by blocks; {@code ListFactors} asks Spark ML.
 *
 * <p>Cost: entries are read once and kept where they were read. Counting takes the sum of the squares of the lists' lengths in
 * steps; a list is sent to as many tasks as there are groups of songs, two a core, or to as many as it has songs.
 */
package segue.spark.playlists;
