package segue.recommend;

import java.util.Collection;
import java.util.Set;
import java.util.function.IntPredicate;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;

/**
 * What {@link Rules} ask about the songs of one catalogue, gathered once: who is by whom, what is the same recording, what is no
 * music. Every way to recommend asks it, so that a rule means the same in all of them. Immutable: safe for use by several
 * threads at once.
 *
 * <pre>{@code
 * RuleBook book = RuleBook.of(catalog);
 * Screening screening = book.screening(List.of(12, 400), Set.of(), Rules.defaults().withPerArtist(1));
 * int[] taken = IntStream.of(candidates).filter(screening::takes).limit(10).toArray();
 * screening.leftOut().forEach(IO::println);
 * }</pre>
 *
 * <p>On 105,681 songs it takes most of the time that {@link Recommender#of} takes; {@link Recommender#ruleBook} hands it on.
 */
public final class RuleBook {
    private final Catalog catalog;
    private final SongFacts facts;
    private final SameRecordings same;
    private final SongSpace space;
    private final Sieves sieves;

    private RuleBook(Catalog catalog) {
        this.catalog = catalog;
        FloatMatrix features = catalog.features();
        facts = SongFacts.of(catalog);
        same = SameRecordings.of(catalog, facts, features);
        int[] firsts = same.firsts();
        space = SongSpace.of(catalog, features, firsts);
        sieves = new Sieves(catalog, facts, same, new Soundness(space.points(), firsts));
    }

    /** @throws IllegalArgumentException if the catalogue is empty */
    public static RuleBook of(Catalog catalog) {
        requireSongs(catalog);
        return new RuleBook(catalog);
    }

    static void requireSongs(Catalog catalog) {
        if (catalog.size() == 0) {
            throw new IllegalArgumentException("the catalogue is empty: there is nothing to recommend");
        }
    }

    /** The catalogue whose rows are meant. */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * The songs as points on one scale, over which every recording counts once, so that a copy more changes no distance.
     *
     * @return shape {@code (songs, columns)}
     */
    public FloatMatrix points() {
        return space.points();
    }

    /** The first row of every recording, ascending: what is counted over these a copy more does not change. */
    public int[] recordings() {
        return same.firsts();
    }

    /** The features of the catalogue on that scale. */
    SongSpace space() {
        return space;
    }

    /**
     * Begins an answer.
     *
     * @param seeds rows of the songs that are asked for; none of their recordings is taken where recordings are to be distinct
     * @param known rows of songs that the user has: they are not taken either
     * @throws IndexOutOfBoundsException if the catalogue has no such row
     * @throws IllegalArgumentException if new artists are asked for by the user's songs and there are none
     */
    public Screening screening(Collection<Integer> seeds, Collection<Integer> known, Rules rules) {
        seeds.forEach(points()::row);
        known.forEach(points()::row);
        return new Screening(this, seeds, rules, sieves.of(seeds, Set.copyOf(known), rules, false), row -> false);
    }

    /** @param lessLike whether a song is more like what there should be less of */
    Screening screening(Request request, IntPredicate lessLike) {
        Sieve sieve = sieves.of(request.seeds(), request.known(), request.rules(), request.dissimilar());
        return new Screening(this, request.seeds(), request.rules(), sieve, lessLike);
    }

    SongFacts facts() {
        return facts;
    }

    SameRecordings same() {
        return same;
    }
}
