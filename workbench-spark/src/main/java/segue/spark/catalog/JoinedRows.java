package segue.spark.catalog;

import java.util.Iterator;
import scala.Tuple2;
import segue.catalog.CleaningLog;
import segue.catalog.SongDraft;

/**
 * The songs of one partition, whose rows come sorted by id and place: the rows of an id are joined as they come, so that an
 * id with a million rows takes no more memory than one with two. At the end comes the log of all of them.
 */
final class JoinedRows extends Advancing<Tuple2<String, Piece>> {
    private final Iterator<Tuple2<Key, Piece>> sorted;
    private final CleaningLog log = new CleaningLog();
    private SongDraft current;
    private boolean told;

    JoinedRows(Iterator<Tuple2<Key, Piece>> sorted) {
        this.sorted = sorted;
    }

    @Override
    Tuple2<String, Piece> advance() {
        while (sorted.hasNext()) {
            Piece piece = sorted.next()._2();
            if (!piece.isSong()) {
                log.join(piece.log());
            } else if (current != null && current.id().equals(piece.song().id())) {
                current.join(piece.song(), log);
            } else {
                SongDraft whole = current;
                current = piece.song();
                log.kept();
                if (whole != null) {
                    return song(whole);
                }
            }
        }
        if (current != null) {
            SongDraft last = current;
            current = null;
            return song(last);
        }
        if (told) {
            return null;
        }
        told = true;
        return new Tuple2<>(Piece.LOG, Piece.of(log));
    }

    private static Tuple2<String, Piece> song(SongDraft whole) {
        return new Tuple2<>(whole.id(), Piece.of(whole));
    }
}
