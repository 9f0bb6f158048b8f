package segue.evaluate;

import static segue.evaluate.Measure.ANTIHUBS;
import static segue.evaluate.Measure.CLICKS;
import static segue.evaluate.Measure.COVERAGE;
import static segue.evaluate.Measure.DIVERSITY;
import static segue.evaluate.Measure.GENRE;
import static segue.evaluate.Measure.GENRE_OTHERS;
import static segue.evaluate.Measure.GENRE_SHARE;
import static segue.evaluate.Measure.GINI;
import static segue.evaluate.Measure.NDCG;
import static segue.evaluate.Measure.NOVELTY;
import static segue.evaluate.Measure.POPULARITY_LIFT;
import static segue.evaluate.Measure.PRECISION;
import static segue.evaluate.Measure.RECALL;
import static segue.evaluate.Measure.RECALL_COLD;
import static segue.evaluate.Measure.RECALL_LEAST;
import static segue.evaluate.Measure.RECALL_NEW_ARTIST;
import static segue.evaluate.Measure.RECALL_OF_3;
import static segue.evaluate.Measure.RECALL_OF_5;
import static segue.evaluate.Measure.RECALL_SEEN;
import static segue.evaluate.Measure.R_PRECISION;
import static segue.evaluate.Measure.SAME_PLAYLIST;
import static segue.evaluate.Measure.SAME_PLAYLIST_OTHERS;
import static segue.evaluate.Measure.SKEWNESS;
import static segue.evaluate.Measure.SUBGENRE;
import static segue.evaluate.Measure.SUBGENRE_OTHERS;
import static segue.evaluate.Measure.SUBGENRE_SHARE;
import static segue.evaluate.Measure.UNLISTED;
import static segue.evaluate.Measure.UNLISTED_OF_ALL;

import java.util.List;

/** What recommenders are asked to do. */
public enum EvaluationTask {
    /** {@link Split#ofEntries}. */
    CONTINUATION(
            "continuation",
            "Continue playlists of which a part was held back",
            List.of(
                    List.of(RECALL, R_PRECISION, NDCG, CLICKS, PRECISION),
                    List.of(RECALL_SEEN, RECALL_COLD, RECALL_NEW_ARTIST, UNLISTED, UNLISTED_OF_ALL),
                    List.of(COVERAGE, GINI, DIVERSITY, NOVELTY, POPULARITY_LIFT))),
    /** {@link Split#ofSongs}. */
    COLD(
            "cold",
            "Continue playlists by songs that stand in no playlist of the training",
            List.of(List.of(RECALL, RECALL_NEW_ARTIST, R_PRECISION, NDCG, CLICKS, PRECISION))),
    /** The questions of {@link Split#ofEntries}, several put together. */
    MIXED(
            "mixed",
            "Songs for mixed listeners, each three or five playlists of different genres put together",
            List.of(List.of(RECALL_OF_3, RECALL_OF_5, RECALL_LEAST, NDCG))),
    /** Songs of {@link Split#ofSongs} that were held back; how evenly songs are found is of all songs. */
    SIMILAR(
            "similar",
            "Songs like a song whose playlists and genres were held back (* songs by the same artist not counted)",
            List.of(
                    List.of(GENRE, GENRE_OTHERS, GENRE_SHARE),
                    List.of(SUBGENRE, SUBGENRE_OTHERS, SUBGENRE_SHARE),
                    List.of(SAME_PLAYLIST, SAME_PLAYLIST_OTHERS, DIVERSITY),
                    List.of(GINI, SKEWNESS, ANTIHUBS)));

    private final String label;
    private final String title;
    private final List<List<Measure>> groups;

    EvaluationTask(String label, String title, List<List<Measure>> groups) {
        this.label = label;
        this.title = title;
        this.groups = groups;
    }

    /** Its name in JSON. */
    public String label() {
        return label;
    }

    /** One line. */
    public String title() {
        return title;
    }

    /** Measures that stand side by side in a table. */
    List<List<Measure>> groups() {
        return groups;
    }
}
