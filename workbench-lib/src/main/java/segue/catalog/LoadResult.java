package segue.catalog;

/**
 * The songs that were read and the account of every row.
 *
 * @param catalog the songs
 * @param report what was kept, merged, rejected and changed
 */
public record LoadResult(Catalog catalog, CleaningReport report) {}
