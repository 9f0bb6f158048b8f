/**
 * Cleans song tables of any size by the library's rules: the same songs in the same order with the same marks, and the same
 * report, as {@code Catalog.loader().load(files)} gives of the same files.
 *
 * <pre>{@code
 * try (CleanedCatalog songs = CatalogCleaning.ofFiles(spark, List.of("songs/*.csv.gz")).run()) {
 *     songs.report().write(Path.of("report.json"));
 *     WholeTable.parquet(songs.table(), "songs.parquet", false);
 * }
 * }</pre>
 *
 * <p>The way of a row: the library's reader and {@code SongRules} make it a song inside the task that reads its file
 * ({@code FileRows}, {@code CleanedRows}); the rows of an id meet in one partition, sorted by their places, and are joined
 * there ({@code JoinedRows}); the songs of a title meet in another and are compared ({@code SameTitles}); at last all are
 * sorted by the place of their first row ({@code CleaningRun}). What is counted on the way travels with the songs, never
 * beside them, so that a task that is tried again counts nothing twice. Rows that lie elsewhere than in files come in as
 * {@code SourceRows}.
 *
 * <p>Cost: a file is read by one task, a JSON file twice, for its fields and for its rows. Every song is shuffled three times at
 * most. A task holds one row of a file, one song of an id, and all songs of one title (about half a kilobyte each; a title of
 * n songs takes about 64 n comparisons at most). The driver holds the report: 10,000 rejections, 10,000 merges, and
 * one entry a file.
 */
package segue.spark.catalog;
