package segue.spark.catalog;

import java.util.Iterator;
import java.util.List;
import scala.Tuple2;
import segue.catalog.CatalogException;
import segue.catalog.CleaningLog;
import segue.catalog.FeatureSpace;
import segue.catalog.RowPlace;
import segue.catalog.SongDraft;
import segue.catalog.SongRules;
import segue.catalog.SourceName;

/** The songs of the rows that one task reads, and at the end what became of the other rows. */
final class CleanedRows extends Advancing<Tuple2<Key, Piece>> {
    private final SourceName source;
    private final long part;
    private final Iterator<SourceRow> rows;
    private final CleaningLog log;
    private final SongRules rules;
    private boolean told;

    /**
     * @param part which of its source's parts, so that no two logs have one key
     * @param log is told of the rows, and by them of their file
     */
    CleanedRows(SourceName source, long part, List<String> header, Iterator<SourceRow> rows, CleaningLog log) {
        this.source = source;
        this.part = part;
        this.rows = rows;
        this.log = log;
        this.rules = SongRules.of(source, header, log);
        if (!rules.space().equals(FeatureSpace.ofSongTables())) {
            throw new CatalogException(
                    source.path(),
                    "this is a table of recordings, and only song tables are cleaned here",
                    "Read it with ./segue catalog");
        }
    }

    @Override
    Tuple2<Key, Piece> advance() {
        while (rows.hasNext()) {
            SourceRow row = rows.next();
            SongDraft song = rules.clean(row.row(), row.number());
            if (song != null) {
                return new Tuple2<>(new Key(song.id(), song.place()), Piece.of(song));
            }
        }
        if (told) {
            return null;
        }
        told = true;
        return new Tuple2<>(new Key(Piece.LOG, new RowPlace(source.number(), part, 0)), Piece.of(log));
    }
}
