package segue.spark.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import segue.catalog.Track;
import segue.recommend.Recommendation;
import segue.recommend.Recommendations;
import segue.recommend.Request;
import segue.recommend.tastes.TasteOptions;
import segue.recommend.tastes.TastePlaylist;
import segue.recommend.tastes.TasteSong;
import segue.recommend.tastes.Tastes;

/**
 * What one user is recommended, as the library recommends it.
 *
 * @param rows of {@link AnswerColumns#ofRecommendations}, best first
 * @param note what there is to know; null where nothing is
 */
record Answer(List<Row> rows, String note) {
    /** Of a user who has more songs as many are started from, taken evenly from all over the list. */
    private static final int MOST_SEEDS = Request.MAX_SEEDS;

    static Answer of(ReadySongs ready, ListenerOptions options, int[] songs, long entries) {
        if (songs.length == 0) {
            return new Answer(List.of(), entries == 0 ? "there is no song" : "no song is in the catalogue");
        }
        int[] seeds = seeds(songs);
        List<Integer> known = seeds.length == songs.length
                ? List.of()
                : IntStream.of(songs).boxed().toList();
        List<Row> rows = options.way() == Way.SOUND
                ? bySound(ready, options, seeds, known)
                : byTastes(ready, options, seeds, known);
        if (rows.isEmpty()) {
            return new Answer(rows, "no song is left by the rules");
        }
        return new Answer(
                rows, known.isEmpty() ? null : "started from %,d of %,d songs".formatted(seeds.length, songs.length));
    }

    private static int[] seeds(int... songs) {
        return songs.length <= MOST_SEEDS
                ? songs
                : IntStream.range(0, MOST_SEEDS)
                        .map(i -> songs[(int) ((long) i * songs.length / MOST_SEEDS)])
                        .toArray();
    }

    private static List<Row> bySound(ReadySongs ready, ListenerOptions options, int[] seeds, List<Integer> known) {
        Request request = options.request()
                .withSeeds(IntStream.of(seeds).boxed().toList())
                .withKnown(known);
        Recommendations found = ready.recommender().recommend(request);
        List<Row> rows = new ArrayList<>(found.size());
        for (Recommendation one : found) {
            String why = options.explain() ? one.inNumbers(options.dissimilar()) : null;
            rows.add(row(rows.size() + 1, one.track(), one.distance(), one.seed(), null, why));
        }
        return rows;
    }

    private static List<Row> byTastes(ReadySongs ready, ListenerOptions options, int[] seeds, List<Integer> known) {
        TastePlaylist playlist = Tastes.of(ready.tastes(), TasteOptions.defaults(), seeds)
                .playlist(options.playlist().withKnown(known));
        List<Row> rows = new ArrayList<>(playlist.songs().size());
        for (TasteSong one : playlist.songs()) {
            String why = options.explain() ? one.because(ready.recommender()).inNumbers(false) : null;
            rows.add(row(rows.size() + 1, one.track(), one.score(), one.liked(), one.taste() + 1, why));
        }
        return rows;
    }

    private static Row row(int rank, Track song, double score, Track like, Integer taste, String why) {
        return RowFactory.create(
                rank, song.id(), song.name(), song.artists().toArray(String[]::new), score, like.id(), taste, why);
    }
}
