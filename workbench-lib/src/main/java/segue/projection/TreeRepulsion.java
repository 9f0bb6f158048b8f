package segue.projection;

import java.util.Arrays;

/**
 * Repulsion in space by a tree of boxes: a box that is far for its size pushes as one. Points that are next to each other on
 * a curve through space look at the tree together, and what they find pushes each of them.
 *
 * <p>J. Barnes and P. Hut, A hierarchical O(N log N) force-calculation algorithm, 1986; the groups are those of J. E. Barnes, A
 * modified tree code: don't laugh; it runs, 1990.
 */
final class TreeRepulsion implements Repulsion {
    private static final int GROUP = 32;
    private static final int FIRST_SOURCES = 1 << 12;

    private final double theta;
    private final Loops loops;
    private final Team team;

    TreeRepulsion(double theta, Loops loops, Team team) {
        this.theta = theta;
        this.loops = loops;
        this.team = team;
    }

    @Override
    public double compute(float[][] positions, float[][] forces) {
        int points = positions[0].length;
        int dimensions = positions.length;
        int[] order = MortonOrder.of(positions);
        float[][] sorted = new float[dimensions][points];
        for (int d = 0; d < dimensions; d++) {
            for (int i = 0; i < points; i++) {
                sorted[d][i] = positions[d][order[i]];
            }
        }
        BoxTree tree = BoxTree.of(sorted);
        float[][] pushes = new float[dimensions][points];
        Sources[] sources = new Sources[team.members()];
        double[] sums = new double[Math.ceilDiv(points, GROUP)];
        team.blocks(points, GROUP, (group, from, to, member) -> {
            if (sources[member] == null) {
                sources[member] = new Sources(dimensions, FIRST_SOURCES);
            }
            tree.sources(from, to, theta, sources[member]);
            sums[group] = loops.repelBy(sources[member], sorted, from, to, pushes);
        });
        for (int d = 0; d < dimensions; d++) {
            for (int i = 0; i < points; i++) {
                forces[d][order[i]] = pushes[d][i];
            }
        }
        return Arrays.stream(sums).sum() - points;
    }
}
