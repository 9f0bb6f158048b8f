package segue.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;

/**
 * Songs like a song, or like several, over audio features on one scale, under {@link Rules}. Immutable: safe for use by
 * several threads at once, and the same request has the same answer on every exact back end.
 *
 * <pre>{@code
 * Recommender recommender = Recommender.of(catalog);
 * Recommendations five = recommender.recommend(Request.of(row));
 * five.leftOut().forEach(IO::println);                             // and why
 * }</pre>
 *
 * <p>Of several songs each gives its nearest in turn: a round has one of every song, nearest first. Their mean is not asked,
 * because between a ballad and a march lies nothing that either is like; nor simply the songs nearest to any, because the
 * song in the densest neighbourhood would fill the answer. On 600 draws of two to five songs from real playlists taking turns
 * found as many of the other songs as their mean where one playlist was drawn from, and 40 to 54 % more where several were;
 * the songs nearest to any found fewer in both. The least similar songs of several are the farthest from the nearest of them.
 *
 * <p>The scale is taken over every recording once, so that a copy more changes no answer.
 */
public final class Recommender {
    private final Catalog catalog;
    private final RuleBook book;
    private final SongSpace space;
    private final FloatMatrix points;
    private final Reasons reasons;
    /** Made by the first request for variety. */
    private volatile FloatMatrix stretched;

    private final Map<IndexKey, NeighborIndex> indexes = new ConcurrentHashMap<>();

    private record IndexKey(Metric metric, Backend backend) {}

    private Recommender(RuleBook book, SongSpace space) {
        this(
                book,
                space,
                Reasons.of(space, space.points().selectRows(book.same().firsts())));
    }

    private Recommender(RuleBook book, SongSpace space, Reasons reasons) {
        this.catalog = book.catalog();
        this.book = book;
        this.space = space;
        this.points = space.points();
        this.reasons = reasons;
    }

    /**
     * Puts the features of the catalogue on one scale and finds its copies, once.
     *
     * @throws IllegalArgumentException if the catalogue is empty
     */
    public static Recommender of(Catalog catalog) {
        RuleBook book = RuleBook.of(catalog);
        return new Recommender(book, book.space());
    }

    /**
     * Recommends by the distances of another space: by weighted features, or by what was learned. Which songs are the same
     * recording, and which no music, is told by the features of the catalogue as ever.
     *
     * @param space of the songs of the catalogue, row by row
     * @throws IllegalArgumentException if the catalogue is empty, or the space of another number of songs
     */
    public static Recommender of(Catalog catalog, SongSpace space) {
        RuleBook book = RuleBook.of(catalog);
        if (space.points().rows() != catalog.size()) {
            throw new IllegalArgumentException(
                    "the space has %,d songs but the catalogue has %,d: make it of these songs"
                            .formatted(space.points().rows(), catalog.size()));
        }
        return new Recommender(book, space);
    }

    /**
     * The same with other weights of the parts of its space. It shares songs, points and rules with this one and is made at
     * once; its index, which the first request makes, has the points stretched, {@code 4 · songs · columns} bytes or some
     * times that, by back end.
     *
     * @throws IllegalArgumentException if there is not one weight a part, or one is negative or not finite
     */
    public Recommender weighted(double... weights) {
        SongSpace other = space.weighted(weights);
        return new Recommender(book, other, reasons.in(other));
    }

    /** The space that distances are told in. */
    public SongSpace space() {
        return space;
    }

    /**
     * The songs as points, among which distances are told.
     *
     * @return shape {@code (songs, columns)}
     */
    public FloatMatrix points() {
        return points;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** What it knows of rules, for the other ways to recommend. */
    public RuleBook ruleBook() {
        return book;
    }

    /**
     * The songs asked for, best first; fewer where the catalogue has no more that pass the rules.
     *
     * @throws IndexOutOfBoundsException if the catalogue has no such row
     * @throws IllegalArgumentException if new artists are asked for by the user's songs and there are none
     * @throws UnsupportedOperationException with the reason, if the back end cannot be used here
     */
    public Recommendations recommend(Request request) {
        List<float[]> queries = request.seeds().stream().map(points::row).toList();
        request.known().forEach(points::row);
        request.less().forEach(points::row);
        LessLike lessLike = new LessLike(space, book.same(), request);
        Screening screening = book.screening(request, lessLike);
        Sieve sieve = screening.sieve();

        int shown = request.n() * request.page();
        Selection selection = new Selection(screening, shown, request.isVaried() ? Request.POOL : shown + 1);
        BitSet among = sieve.isOpen() ? null : sieve.admitted();
        draft(request, queries, among, selection.wanted()).run(selection);
        Varied varied = Varied.of(
                request, catalog, measured(request), seedsOnce(request).size() > 1, selection.chosen());

        Account account = new Account(catalog, request, screening, lessLike);
        if (!sieve.isOpen()) {
            draft(request, queries, null, shown + Account.LOOKED_AT).run(account);
        }
        List<Recommendation> all = varied.chosen().stream()
                .skip(shown - request.n())
                .map(pick -> recommendation(request, queries, pick))
                .toList();
        boolean more = varied.chosen().size() > shown;
        return new Recommendations(
                more ? all.subList(0, request.n()) : all,
                request,
                screening.considered(),
                more,
                screening.leftOut(),
                account.lost(all, varied.passedOver(), selection),
                Stream.of(screening.notes(), selection.notes(), varied.notes())
                        .flatMap(List::stream)
                        .toList());
    }

    /**
     * What the distance of two songs is made of, what is alike first: the parts add up to the distance, their shares to 1.
     *
     * @param distance of the two in this metric
     * @throws IndexOutOfBoundsException if the catalogue has no such row
     */
    public List<Recommendation.Reason> reasons(Metric metric, int seed, int row, float distance) {
        return reasons.between(metric, points.row(seed), points.row(row), distance);
    }

    /** What variety is measured in: the points with their weights in them. */
    private FloatMatrix measured(Request request) {
        if (stretched == null && request.isVaried()) {
            stretched = space.distance(Metric.EUCLIDEAN).stretch(points);
        }
        return request.isVaried() ? stretched : points;
    }

    List<Recommendation.Reason> reasons(Metric metric, float[] point, int row, float distance) {
        return reasons.between(metric, point, points.row(row), distance);
    }

    /** Whether its points are the features of the catalogue on one scale, however weighted. */
    boolean hasPlainPoints() {
        return points == book.points();
    }

    private Recommendation recommendation(Request request, List<float[]> queries, Draft.Pick pick) {
        return new Recommendation(
                pick.row(),
                catalog.track(pick.row()),
                catalog.track(request.seeds().get(pick.seed())),
                pick.distance(),
                reasons.between(request.metric(), queries.get(pick.seed()), points.row(pick.row()), pick.distance()));
    }

    private Draft draft(Request request, List<float[]> queries, BitSet among, int wanted) {
        NeighborIndex index = index(request.metric(), request.backend());
        double most = request.maxDistance().orElse(Double.POSITIVE_INFINITY);
        List<Integer> places = seedsOnce(request);
        int k = wanted / places.size() + 8;
        if (request.dissimilar() && places.size() > 1) {
            return new Draft(List.of(new FarFromAll(index, queries, among, 8 * k)), most, true);
        }
        List<Ranking> rankings = new ArrayList<>(places.size());
        for (int seed : places) {
            rankings.add(Ranking.of(index, queries.get(seed), seed, among, request.dissimilar(), k));
        }
        return new Draft(rankings, most, request.dissimilar());
    }

    /** The places of the songs asked for, a recording that is asked for twice only once. */
    private List<Integer> seedsOnce(Request request) {
        BitSet recordings = new BitSet();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < request.seeds().size(); place++) {
            int recording = book.same().firstOf(request.seeds().get(place));
            if (!recordings.get(recording)) {
                recordings.set(recording);
                places.add(place);
            }
        }
        return places;
    }

    /** The index that answers for this metric and back end; built on first use. {@link Backend#AUTO} goes over to a tree in time. */
    public NeighborIndex index(Metric metric, Backend backend) {
        return indexes.computeIfAbsent(
                new IndexKey(metric, backend),
                key -> NeighborIndex.of(points, space.distance(key.metric()), key.backend()));
    }
}
