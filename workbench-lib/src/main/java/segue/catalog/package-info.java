/**
 * Songs: one immutable table of them, read from the tables that people have, with an account of every row.
 *
 * <pre>{@code
 * Catalog songs = Catalog.open();                          // SEGUE_DATA where set, else the sample
 * LoadResult result = Catalog.loader().load(Path.of("songs.csv.gz"), Path.of("playlists.csv"));
 * result.report().write(Path.of("report.json"));          // read = kept + merged + rejected
 * result.catalog().track(0);                              // Warren G, The Twinz – Recognize (1994)
 * Table table = result.catalog().table();                 // to Tablesaw, Catalog.ofTable(table) back
 * CatalogWriter.write(result.catalog(), Path.of("songs.parquet"));
 * }</pre>
 *
 * <p>A song's numbers are either the nine features of song tables or what {@code ./segue features} measured in its recording:
 * a catalogue has one {@code FeatureSpace}, which tells the columns, puts them on one scale and names the parts of a distance.
 * Of recordings every row needs a path and every descriptor that recordings are compared by ({@code RecordingLayout},
 * {@code RecordingCleaner}); tags may be missing, and a recording without a title is called by its file.
 *
 * <p>The way in: {@code InputFile} unpacks, {@code LineReader} and {@code CsvRows} make rows (FastCSV splits them),
 * {@code Layout} tells the columns from the header, {@code RowCleaner} makes a song or a reason, {@code Recordings} marks
 * what was released twice. JSON ({@code JsonRows}), Parquet and Tablesaw tables join at {@code RowSource}, and what is no file at
 * {@code SongInput}, such as the collections of {@code segue.catalog.mongo}. {@code SongRules} and {@code CleaningLog} are the same
 * steps for those whose rows are not read one after the other, such as the module for Spark.
 *
 * <p>The rules. A row is <b>rejected</b> that has no id, or a feature that is missing, not finite or out of range (0 to 1;
 * loudness -100 to 20 dB, for above 0 is real; tempo 0 to 1000), that is ragged, holds a NUL byte, opens a quote and does
 * not close it, or is longer than 1 MiB. Optional values out of range become <b>missing</b>, and so does popularity 0;
 * tempo 0 is kept. A missing year is taken from the release date. Rows of one id are <b>merged</b>: the first wins, gaps
 * are filled, genres joined. All of this is counted in the report. A line that is not UTF-8 is read as windows-1252.
 * A damaged file gives what stands before the damage. What is no song table at all is a
 * {@link segue.catalog.CatalogException}, the only exception for bad content.
 *
 * <p>Cost: 105,681 rows in about 0.8 s on one core once warm, and in less than 400 MB of heap; a song takes about half a
 * kilobyte. Of a file only one row at a time is held.
 */
package segue.catalog;
