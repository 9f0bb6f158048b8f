package segue.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.Neighbors;

/**
 * Songs of a catalogue like a song that is not in it, put on the catalogue's scale. Immutable: safe for use by several threads at
 * once.
 *
 * <pre>{@code
 * Outsiders outsiders = Outsiders.of(recommender);
 * outsiders.near(recording, 10, Metric.EUCLIDEAN).forEach(IO::println);
 * }</pre>
 *
 * <p>To make one takes 0.1 µs a number of the catalogue; an answer as long as the recommender's.
 */
public final class Outsiders {
    /** More than are asked for, since recordings come once however often the catalogue has them. */
    private static final int SPARE = 3;

    private final Recommender recommender;
    private final UnaryOperator<FloatMatrix> scale;

    private Outsiders(Recommender recommender, UnaryOperator<FloatMatrix> scale) {
        this.recommender = recommender;
        this.scale = scale;
    }

    /** By the recommender's own distances where they are those of features; otherwise by plain ones. */
    public static Outsiders of(Recommender recommender) {
        Catalog catalog = recommender.catalog();
        FloatMatrix recordings =
                catalog.features().selectRows(recommender.ruleBook().recordings());
        return new Outsiders(
                recommender.hasPlainPoints() ? recommender : Recommender.of(catalog),
                catalog.space().scale(recordings));
    }

    /**
     * The songs most like it, best first, no recording twice.
     *
     * @param song with the features that the catalogue has
     * @param n 1 to {@value Request#MAX_N}
     * @throws IllegalArgumentException if it has other features
     */
    public List<Recommendation> near(Track song, int n, Metric metric) {
        Catalog catalog = recommender.catalog();
        if (!song.features().space().equals(catalog.space())) {
            throw new IllegalArgumentException("%s has %s but the catalogue has %s: they cannot be compared"
                    .formatted(song, song.features().space(), catalog.space()));
        }
        if (n < 1 || n > Request.MAX_N) {
            throw new IllegalArgumentException("n must be in [1, %d] but was %d".formatted(Request.MAX_N, n));
        }
        float[] point =
                scale.apply(new Catalog("a song", List.of(song)).features()).row(0);
        Screening screening = recommender.ruleBook().screening(Set.of(), Set.of(), Rules.defaults());
        Neighbors nearest = recommender.index(metric, Backend.AUTO).nearest(point, SPARE * n);
        List<Recommendation> found = new ArrayList<>(n);
        for (int i = 0; i < nearest.size() && found.size() < n; i++) {
            int row = nearest.rows()[i];
            if (screening.takes(row)) {
                float distance = nearest.distances()[i];
                found.add(new Recommendation(
                        row, catalog.track(row), song, distance, recommender.reasons(metric, point, row, distance)));
            }
        }
        return List.copyOf(found);
    }
}
