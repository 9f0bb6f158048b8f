package segue.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import segue.neighbors.Backend;
import segue.neighbors.Metric;

/**
 * What is asked of a {@link Recommender}.
 *
 * @param seeds rows of the songs to start from, 1 to 1,000, each once
 * @param n how many songs a page has, 1 to 100
 * @param page 1 is the first; {@code n * page} is at most 10,000, and with variety or novelty {@value #POOL}
 * @param maxDistance no song farther than this, in the metric; also of the least similar ones
 * @param metric of the distance
 * @param backend that computes it
 * @param dissimilar farthest songs instead of nearest
 * @param variety 0 to 1: 0 has the most similar songs and nothing else, 1 songs as far from each other as the {@value #POOL}
 *     most similar ones allow; between them maximal marginal relevance, see {@link segue.recommend.variety.VarietyDial}. Not for
 *     the farthest songs
 * @param novelty 0 to 1: 0 takes no heed of popularity, 1 has the least popular of the {@value #POOL} most similar songs
 * @param rules that the songs have to pass
 * @param known rows of songs that the user has: they are not recommended
 * @param less rows of songs of whose kind there should be less, at most 1,000, none of them a seed: they are not recommended,
 *     nor is any song that is nearer to one of them, in the metric, than to every seed. So it is of the least similar songs as
 *     well: of what is far from the seeds, that which lies where these lie
 */
public record Request(
        List<Integer> seeds,
        int n,
        int page,
        OptionalDouble maxDistance,
        Metric metric,
        Backend backend,
        boolean dissimilar,
        double variety,
        double novelty,
        Rules rules,
        Set<Integer> known,
        Set<Integer> less) {
    public static final int MAX_N = 100;
    public static final int MAX_SEEDS = 1_000;
    /** Most similar songs among which variety and novelty choose. */
    public static final int POOL = 1_000;

    private static final int DEEPEST = 10_000;

    /** @throws IllegalArgumentException if a value is out of range; the message names it */
    public Request {
        seeds = seeds.stream().distinct().toList();
        known = Set.copyOf(known);
        less = Set.copyOf(less);
        if (seeds.isEmpty() || seeds.size() > MAX_SEEDS) {
            throw new IllegalArgumentException(
                    "songs to start from must be 1 to %,d but were %,d".formatted(MAX_SEEDS, seeds.size()));
        }
        if (less.size() > MAX_SEEDS) {
            throw new IllegalArgumentException(
                    "songs to have less of must be at most %,d but were %,d".formatted(MAX_SEEDS, less.size()));
        }
        if (seeds.stream().anyMatch(less::contains)) {
            throw new IllegalArgumentException("a song to start from cannot be one to have less of");
        }
        if (n < 1 || n > MAX_N) {
            throw new IllegalArgumentException("n must be in [1, %d] but was %d".formatted(MAX_N, n));
        }
        requireShare("variety", variety);
        requireShare("novelty", novelty);
        if (dissimilar && variety + novelty > 0) {
            throw new IllegalArgumentException(
                    "variety and novelty choose among the most similar songs: the least similar cannot have them");
        }
        int lastPage = lastPage(n, variety + novelty > 0);
        if (page < 1 || page > lastPage) {
            throw new IllegalArgumentException("page must be in [1, %,d] with n of %d%s but was %,d"
                    .formatted(lastPage, n, lastPage < lastPage(n, false) ? " and variety or novelty" : "", page));
        }
        if (maxDistance.isPresent()) {
            double most = maxDistance.getAsDouble();
            if (!Double.isFinite(most) || most < 0 && metric != Metric.DOT) {
                throw new IllegalArgumentException("the largest distance must be %s but was %s"
                        .formatted(metric == Metric.DOT ? "a finite number" : "finite and at least 0", most));
            }
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be in [0, 1] but was %s".formatted(name, value));
        }
    }

    private static int lastPage(int n, boolean varied) {
        return (varied ? POOL : DEEPEST) / n;
    }

    /** The last page there may be. */
    int lastPage() {
        return lastPage(n, isVaried());
    }

    /** Whether anything but similarity counts. */
    public boolean isVaried() {
        return variety > 0 || novelty > 0;
    }

    /** Five most similar songs by euclidean distance. */
    public static Request of(int seed, int... more) {
        List<Integer> seeds = new ArrayList<>(List.of(seed));
        IntStream.of(more).forEach(seeds::add);
        return of(seeds);
    }

    /** Five most similar songs by euclidean distance; of several seeds each in its turn, see {@link Recommender}. */
    public static Request of(Collection<Integer> seeds) {
        return new Request(
                List.copyOf(seeds),
                5,
                1,
                OptionalDouble.empty(),
                Metric.EUCLIDEAN,
                Backend.AUTO,
                false,
                0,
                0,
                Rules.defaults(),
                Set.of(),
                Set.of());
    }

    /** The same of other songs. */
    public Request withSeeds(Collection<Integer> seeds) {
        return new Request(
                List.copyOf(seeds),
                n,
                page,
                maxDistance,
                metric,
                backend,
                dissimilar,
                variety,
                novelty,
                rules,
                known,
                less);
    }

    public Request withN(int n) {
        return new Request(
                seeds, n, page, maxDistance, metric, backend, dissimilar, variety, novelty, rules, known, less);
    }

    /** More of the same: the page after this one has the songs that come next. */
    public Request withPage(int page) {
        return new Request(
                seeds, n, page, maxDistance, metric, backend, dissimilar, variety, novelty, rules, known, less);
    }

    public Request withMaxDistance(double maxDistance) {
        return new Request(
                seeds,
                n,
                page,
                OptionalDouble.of(maxDistance),
                metric,
                backend,
                dissimilar,
                variety,
                novelty,
                rules,
                known,
                less);
    }

    /** Instead of so many songs all within a distance, {@value #MAX_N} a page. */
    public Request within(double maxDistance) {
        return withN(MAX_N).withMaxDistance(maxDistance);
    }

    public Request withMetric(Metric metric) {
        return new Request(
                seeds, n, page, maxDistance, metric, backend, dissimilar, variety, novelty, rules, known, less);
    }

    public Request withBackend(Backend backend) {
        return new Request(
                seeds, n, page, maxDistance, metric, backend, dissimilar, variety, novelty, rules, known, less);
    }

    public Request withDissimilar(boolean dissimilar) {
        return new Request(
                seeds, n, page, maxDistance, metric, backend, dissimilar, variety, novelty, rules, known, less);
    }

    /** @param variety 0 = only similarity counts, 1 = only variety */
    public Request withVariety(double variety) {
        return new Request(
                seeds, n, page, maxDistance, metric, backend, dissimilar, variety, novelty, rules, known, less);
    }

    /** @param novelty 0 = popularity does not count, 1 = only that does, the least popular first */
    public Request withNovelty(double novelty) {
        return new Request(
                seeds, n, page, maxDistance, metric, backend, dissimilar, variety, novelty, rules, known, less);
    }

    public Request withRules(Rules rules) {
        return new Request(
                seeds, n, page, maxDistance, metric, backend, dissimilar, variety, novelty, rules, known, less);
    }

    /** @param known rows of songs that the user has */
    public Request withKnown(Collection<Integer> known) {
        return new Request(
                seeds,
                n,
                page,
                maxDistance,
                metric,
                backend,
                dissimilar,
                variety,
                novelty,
                rules,
                Set.copyOf(known),
                less);
    }

    /** @param less rows of songs of whose kind there should be less, none of them a seed */
    public Request withLess(Collection<Integer> less) {
        return new Request(
                seeds,
                n,
                page,
                maxDistance,
                metric,
                backend,
                dissimilar,
                variety,
                novelty,
                rules,
                known,
                Set.copyOf(less));
    }
}
