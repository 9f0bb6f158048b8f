package segue.page.songs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.recommend.RuleBook;

/** Songs to begin with, for whom no song comes to mind: well known, and as unlike each other as well-known songs are. */
final class Examples {
    private static final int AMONG = 100;

    private Examples() {}

    /** The most popular song, then always the farthest from those before among the most popular ones by other artists. */
    static List<Track> of(RuleBook book, int n) {
        Catalog catalog = book.catalog();
        int[] recordings = fit(catalog, book.recordings());
        boolean told = IntStream.of(recordings)
                .anyMatch(row -> catalog.track(row).popularity().isPresent());
        int step = Math.max(1, recordings.length / AMONG);
        List<Integer> candidates = new ArrayList<>(
                told
                        ? IntStream.of(recordings)
                                .boxed()
                                .sorted(Comparator.comparingInt((Integer row) -> -popularity(catalog.track(row)))
                                        .thenComparing(Comparator.naturalOrder()))
                                .limit(AMONG)
                                .toList()
                        : IntStream.range(0, recordings.length)
                                .filter(place -> place % step == 0)
                                .mapToObj(place -> recordings[place])
                                .toList());
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < n && !candidates.isEmpty()) {
            int next = chosen.isEmpty()
                    ? candidates.getFirst()
                    : candidates.stream()
                            .max(Comparator.comparingDouble(row -> apart(book.points(), row, chosen)))
                            .orElseThrow();
            chosen.add(next);
            List<String> artists = catalog.track(next).artists();
            candidates.removeIf(
                    row -> row == next || catalog.track(row).artists().stream().anyMatch(artists::contains));
        }
        return chosen.stream().map(catalog::track).toList();
    }

    /** The recordings whose words are for everybody, as far as is known, and whose year is told; all where there are none such. */
    private static int[] fit(Catalog catalog, int... recordings) {
        int[] fit = IntStream.of(recordings)
                .filter(row -> !catalog.track(row).explicit().orElse(false)
                        && catalog.track(row).year().isPresent())
                .toArray();
        return fit.length == 0 ? recordings : fit;
    }

    private static int popularity(Track track) {
        OptionalInt popularity = track.popularity();
        return popularity.orElse(0);
    }

    /** The distance from the nearest of the others. */
    private static double apart(FloatMatrix points, int row, List<Integer> others) {
        float[] values = points.row(row);
        double least = Double.POSITIVE_INFINITY;
        for (int other : others) {
            double squares = 0;
            for (int column = 0; column < values.length; column++) {
                double difference = (double) values[column] - points.get(other, column);
                squares += difference * difference;
            }
            least = Math.min(least, squares);
        }
        return least;
    }
}
