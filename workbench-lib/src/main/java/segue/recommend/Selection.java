package segue.recommend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.matrix.FloatMatrix;

/** Chooses songs one after another by the rules that look at those chosen before: no recording twice, so many an artist. */
final class Selection implements Draft.Judge {
    /** Coordinates apart up to this are as good as equal: of a song table thousandths of a standard deviation. */
    private static final float NEARLY_ZERO = 1e-3f;

    private final Rules rules;
    private final SongFacts facts;
    private final SameRecordings same;
    private final FloatMatrix points;
    private final int shown;
    private final List<Integer> seeds;
    private final Set<Integer> recordings = new HashSet<>();
    private final List<Integer> heard = new ArrayList<>();
    private final Map<Integer, Integer> songsOfArtist = new HashMap<>();
    private final List<Draft.Pick> chosen = new ArrayList<>();
    private final Map<Rule, List<Integer>> leftOut = new EnumMap<>(Rule.class);

    /** @param shown how many songs are shown, this page's and those before; one more is chosen, as what comes next */
    Selection(Request request, SongFacts facts, SameRecordings same, FloatMatrix points, int shown) {
        this.rules = request.rules();
        this.seeds = request.seeds();
        this.facts = facts;
        this.same = same;
        this.points = points;
        this.shown = shown;
        for (int seed : seeds) {
            recordings.add(same.firstOf(seed));
            heard.add(seed);
        }
    }

    @Override
    public boolean done() {
        return chosen.size() > shown;
    }

    @Override
    public boolean takes(Draft.Pick pick) {
        Rule against = against(pick.row());
        if (against == null) {
            chosen.add(pick);
            recordings.add(same.firstOf(pick.row()));
            heard.add(pick.row());
            for (int i = 0; i < facts.artists().size(pick.row()); i++) {
                songsOfArtist.merge(facts.artists().get(pick.row(), i), 1, Integer::sum);
            }
            return true;
        }
        if (chosen.size() < shown && !seeds.contains(pick.row())) {
            leftOut.computeIfAbsent(against, rule -> new ArrayList<>()).add(pick.row());
        }
        return false;
    }

    private Rule against(int row) {
        if (rules.distinct() && (recordings.contains(same.firstOf(row)) || soundsLikeOneHeard(row))) {
            return Rule.SAME_RECORDING;
        }
        if (rules.perArtist().isPresent()) {
            for (int i = 0; i < facts.artists().size(row); i++) {
                int songs = songsOfArtist.getOrDefault(facts.artists().get(row, i), 0);
                if (songs >= rules.perArtist().getAsInt()) {
                    return Rule.ARTIST_CAP;
                }
            }
        }
        return null;
    }

    private boolean soundsLikeOneHeard(int row) {
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

    /** What was chosen, in order; at most one more than is shown. */
    List<Draft.Pick> chosen() {
        return chosen;
    }

    /** The rows left out on the way to the last one shown, by the rule, best first. */
    Map<Rule, List<Integer>> leftOut() {
        return leftOut;
    }
}
