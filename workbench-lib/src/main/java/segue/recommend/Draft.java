package segue.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Takes rows from rankings in rounds: in each round every ranking gives its best row that is still to be had, the nearest
 * first. What it takes depends on nothing but what it took before, so that a longer list begins with the shorter one.
 */
final class Draft {
    private final List<Ranking> rankings;
    private final double maxDistance;
    private final boolean farthest;
    private final BitSet seen = new BitSet();

    Draft(List<Ranking> rankings, double maxDistance, boolean farthest) {
        this.rankings = List.copyOf(rankings);
        this.maxDistance = maxDistance;
        this.farthest = farthest;
    }

    /** One row that was met. */
    record Pick(int row, float distance, int seed) {}

    /** Decides on every row that is met, best first. */
    interface Judge {
        /** Whether the row is taken. */
        boolean takes(Pick pick);

        /** Whether it needs no more rows. */
        boolean done();
    }

    /** Goes on until the judge has enough, or there are no more rows. */
    void run(Judge judge) {
        Comparator<Ranking> nearestFirst = Comparator.comparingDouble(
                        (Ranking ranking) -> farthest ? -ranking.distance() : ranking.distance())
                .thenComparing(Ranking::row);
        List<Ranking> open = new ArrayList<>();
        for (Ranking ranking : rankings) {
            if (advance(ranking)) {
                open.add(ranking);
            }
        }
        while (!open.isEmpty() && !judge.done()) {
            PriorityQueue<Ranking> round = new PriorityQueue<>(nearestFirst);
            round.addAll(open);
            open.clear();
            while (!round.isEmpty() && !judge.done()) {
                Ranking next = round.remove();
                boolean fresh = !seen.get(next.row());
                seen.set(next.row());
                boolean taken = fresh && judge.takes(new Pick(next.row(), next.distance(), next.seed()));
                if (advance(next)) {
                    (taken ? open : round).add(next);
                }
            }
        }
    }

    /** To the next row that is not too far away. */
    private boolean advance(Ranking ranking) {
        while (ranking.advance()) {
            if (ranking.distance() <= maxDistance) {
                return true;
            }
            if (!farthest) {
                return false;
            }
        }
        return false;
    }
}
