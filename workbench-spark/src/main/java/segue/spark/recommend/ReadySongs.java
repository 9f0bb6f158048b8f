package segue.spark.recommend;

import java.util.OptionalInt;
import segue.catalog.Catalog;
import segue.catalog.playlists.ListedSong;
import segue.catalog.playlists.SongMatcher;
import segue.recommend.Recommender;
import segue.recommend.tastes.TasteSpace;

/** A catalogue made ready in one process: what it takes is made when it is first asked for, then shared by its tasks. */
final class ReadySongs {
    private final Catalog catalog;
    private final SongMatcher matcher;
    private Recommender recommender;
    private TasteSpace tastes;

    ReadySongs(Catalog catalog) {
        this.catalog = catalog;
        this.matcher = SongMatcher.of(catalog);
    }

    Catalog catalog() {
        return catalog;
    }

    /** The row of a listed song, found as the library finds it. */
    OptionalInt find(ListedSong song) {
        OptionalInt row = catalog.rowOf(song.id());
        if (row.isPresent() || song.path().isEmpty() && song.title().isBlank()) {
            return row;
        }
        synchronized (matcher) {
            return matcher.find(song).map(match -> OptionalInt.of(match.row())).orElseGet(OptionalInt::empty);
        }
    }

    synchronized Recommender recommender() {
        if (recommender == null) {
            recommender = Recommender.of(catalog);
        }
        return recommender;
    }

    synchronized TasteSpace tastes() {
        if (tastes == null) {
            tastes = TasteSpace.of(recommender());
        }
        return tastes;
    }
}
