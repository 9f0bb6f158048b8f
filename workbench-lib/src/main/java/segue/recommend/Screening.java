package segue.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;

/**
 * One answer in the making: decides song by song, best first, which may be taken after those that were taken before, and tells
 * afterwards what was left out. From {@link RuleBook#screening}; for one answer and one thread.
 */
public final class Screening {
    /** Coordinates apart up to this are as good as equal: of a song table thousandths of a standard deviation. */
    private static final float NEARLY_ZERO = 1e-3f;

    private static final int NAMED = 3;

    private final RuleBook book;
    private final Rules rules;
    private final Sieve sieve;
    private final Set<Integer> seeds;
    private final BitSet recordings = new BitSet();
    private final List<Integer> heard = new ArrayList<>();
    private final Map<Integer, Integer> songsOfArtist = new HashMap<>();
    private final BitSet met = new BitSet();
    private final Map<Rule, List<Integer>> keptOut = new EnumMap<>(Rule.class);
    private final Map<Rule, List<Integer>> refused = new EnumMap<>(Rule.class);
    private final IntPredicate lessLike;
    private boolean counting = true;

    /** @param lessLike whether a song is more like what there should be less of */
    Screening(RuleBook book, Collection<Integer> seeds, Rules rules, Sieve sieve, IntPredicate lessLike) {
        this.book = book;
        this.lessLike = lessLike;
        this.rules = rules;
        this.sieve = sieve;
        this.seeds = new HashSet<>(seeds);
        for (int seed : seeds) {
            recordings.set(book.same().firstOf(seed));
            met.set(book.same().firstOf(seed));
            heard.add(seed);
        }
    }

    /** Whether a song may be taken now; if so it counts as taken, and otherwise as left out. */
    public boolean takes(int row) {
        return admits(row) && takesAdmitted(row);
    }

    /**
     * Whether a song passes the rules that it passes or not by itself. If not, it stands among the first that are named as left
     * out by its rule.
     */
    public boolean admits(int row) {
        keepsOut(row);
        return sieve.admitted().get(row);
    }

    /** Whether a song does not pass by itself, and is no copy of one that was met before: the counter-example may be it. */
    boolean keepsOut(int row) {
        int recording = book.same().firstOf(row);
        boolean copy = met.get(recording);
        met.set(recording);
        if (copy || sieve.admitted().get(row)) {
            return false;
        }
        keptOut.computeIfAbsent(sieve.failed(row).rule(), first -> new ArrayList<>())
                .add(row);
        return true;
    }

    /** Rows that pass every rule which a song passes by itself; a copy. */
    public BitSet admitted() {
        return (BitSet) sieve.admitted().clone();
    }

    /** How many these are. */
    public int considered() {
        return sieve.admitted().cardinality();
    }

    /** What each rule left out, in the order of {@link Rule}; rules that left out nothing are not there. */
    public List<LeftOut> leftOut() {
        List<LeftOut> all = new ArrayList<>();
        for (Sieve.Count count : sieve.counts()) {
            List<Integer> first = keptOut.getOrDefault(count.rule(), List.of());
            all.add(new LeftOut(count.rule(), count.songs(), count.unknown(), tracks(first)));
        }
        refused.forEach((rule, rows) -> all.add(new LeftOut(rule, rows.size(), 0, tracks(rows))));
        return all;
    }

    /** What a person should know: which rule left nothing, a genre that no song has. One sentence each. */
    public List<String> notes() {
        return sieve.notes();
    }

    /** As {@link #takes}, of a song that is known to pass by itself. */
    boolean takesAdmitted(int row) {
        Rule against = against(row);
        if (against != null) {
            if (counting && !seeds.contains(row)) {
                refused.computeIfAbsent(against, rule -> new ArrayList<>()).add(row);
            }
            return false;
        }
        recordings.set(book.same().firstOf(row));
        heard.add(row);
        SongFacts.Lists artists = book.facts().artists();
        for (int i = 0; i < artists.size(row); i++) {
            songsOfArtist.merge(artists.get(row, i), 1, Integer::sum);
        }
        return true;
    }

    /** Whether this is the first rule against a song that passes by itself. */
    boolean isRefusedFor(Rule rule, int row) {
        return against(row) == rule;
    }

    /** What is refused from now on is not told. */
    void stopCounting() {
        counting = false;
    }

    Sieve sieve() {
        return sieve;
    }

    private Rule against(int row) {
        if (lessLike.test(row)) {
            return Rule.LESS_LIKE;
        }
        if (rules.distinct() && (recordings.get(book.same().firstOf(row)) || soundsLikeOneHeard(row))) {
            return Rule.SAME_RECORDING;
        }
        if (rules.perArtist().isPresent()) {
            SongFacts.Lists artists = book.facts().artists();
            for (int i = 0; i < artists.size(row); i++) {
                int songs = songsOfArtist.getOrDefault(artists.get(row, i), 0);
                if (songs >= rules.perArtist().getAsInt()) {
                    return Rule.ARTIST_CAP;
                }
            }
        }
        return null;
    }

    private boolean soundsLikeOneHeard(int row) {
        FloatMatrix points = book.points();
        float[] values = points.values();
        int from = points.offset(row);
        for (int other : heard) {
            int start = points.offset(other);
            int column = 0;
            while (column < points.columns()
                    && Math.abs(values[from + column] - values[start + column]) <= NEARLY_ZERO) {
                column++;
            }
            if (column == points.columns()) {
                return true;
            }
        }
        return false;
    }

    private List<Track> tracks(List<Integer> rows) {
        return rows.stream().limit(NAMED).map(book.catalog()::track).toList();
    }
}
