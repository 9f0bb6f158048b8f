package segue.spark.catalog;

import java.io.Serializable;
import segue.catalog.CleaningLog;
import segue.catalog.SongDraft;

/** A song on its way; or, under the empty id that no song has, what became of the rows that some task read. */
record Piece(SongDraft song, CleaningLog log) implements Serializable {
    static final String LOG = "";

    static Piece of(SongDraft song) {
        return new Piece(song, null);
    }

    static Piece of(CleaningLog log) {
        return new Piece(null, log);
    }

    boolean isSong() {
        return song != null;
    }
}
