package segue.projection;

import java.util.Arrays;

/**
 * Repulsion on a plane by a lattice, in time that grows with the points and the area of the map: points weigh on the nodes
 * around them, the weights are convolved with {@code 1 / (1 + r^2)}, and the potential that results is read at the points
 * with its slope, which is minus twice the force.
 *
 * <p>The idea is of G. C. Linderman et al., Fast interpolation-based t-SNE for improved visualization of single-cell RNA-seq
 * data, 2019; the quintic B-splines and the slope of one potential are those of U. Essmann et al., A smooth particle mesh
 * Ewald method, 1995, which need one transform there and back where interpolating the forces takes four.
 */
final class LatticeRepulsion implements Repulsion {
    private static final int BLOCK = 1 << 12;

    /** Rows of nodes whose points one task spreads: more than a point reaches beyond its base. */
    private static final int BAND = 8;

    private static final float[] STEPS = {1 / 16f, 1 / 8f, 1 / 4f, 1 / 3f, 0.4f};

    /** Nodes along the longer side of a map beyond which a wider step is taken. */
    private static final int WANTED_NODES = 450;

    private static final int MOST_NODES = 2_000;

    private final Loops loops;
    private final Team team;
    private final Convolution convolution;
    private final int[] byRow;
    private float[] nodes = {};

    LatticeRepulsion(int points, Loops loops, Team team) {
        this.loops = loops;
        this.team = team;
        this.convolution = new Convolution(loops, team);
        this.byRow = new int[points];
    }

    /** The potential of points on the nodes of a lattice. */
    record Field(Lattice lattice, float[] nodes) {}

    /** The potential of these points, up to {@code margin} outside of them. */
    Field field(float[][] positions, float margin) {
        Lattice lattice = potential(positions, margin);
        return new Field(lattice, nodes.clone());
    }

    @Override
    public double compute(float[][] positions, float[][] forces) {
        Lattice lattice = potential(positions, 0);
        int points = positions[0].length;
        double[] sums = new double[Math.ceilDiv(points, BLOCK)];
        team.blocks(points, BLOCK, (block, from, to, member) -> {
            sums[block] = loops.feel(lattice, nodes, positions, byRow, from, to, forces);
        });
        return Arrays.stream(sums).sum() - points;
    }

    /** Has {@code nodes} hold the potential of these points. */
    private Lattice potential(float[][] positions, float margin) {
        Lattice lattice = around(positions, margin);
        if (nodes.length < lattice.size()) {
            nodes = new float[lattice.size() + lattice.size() / 4];
        }
        Arrays.fill(nodes, 0, lattice.size(), 0);
        int[] firstOfRow = sortByRow(lattice, positions[0]);
        int bands = Math.ceilDiv(lattice.rows(), BAND);
        for (int parity = 0; parity < 2; parity++) {
            int odd = parity;
            team.run((bands + 1 - odd) / 2, (task, member) -> {
                int row = (2 * task + odd) * BAND;
                int from = firstOfRow[row];
                int to = firstOfRow[Math.min(row + BAND, lattice.rows())];
                loops.spread(lattice, positions, byRow, from, to, nodes);
            });
        }
        convolution.apply(lattice, nodes);
        return lattice;
    }

    private Lattice around(float[][] positions, float margin) {
        int points = positions[0].length;
        int blocks = Math.ceilDiv(points, BLOCK);
        float[][] bounds = new float[blocks][];
        team.blocks(points, BLOCK, (block, from, to, member) -> bounds[block] = bounds(positions, from, to));
        float[] all = bounds[0];
        for (float[] some : bounds) {
            all[0] = Math.min(all[0], some[0]);
            all[1] = Math.max(all[1], some[1]);
            all[2] = Math.min(all[2], some[2]);
            all[3] = Math.max(all[3], some[3]);
        }
        float extent = Math.max(all[1] - all[0], all[3] - all[2]);
        float step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            step = STEPS[i] * WANTED_NODES >= extent ? STEPS[i] : step;
        }
        // A map that flies apart is computed roughly, in as much memory as another.
        while (extent > MOST_NODES * step) {
            step *= 2;
        }
        return Lattice.around(step, all[0] - margin, all[1] + margin, all[2] - margin, all[3] + margin);
    }

    private static float[] bounds(float[][] positions, int from, int to) {
        float[] x = positions[0];
        float[] y = positions[1];
        float[] bounds = {x[from], x[from], y[from], y[from]};
        for (int i = from; i < to; i++) {
            bounds[0] = Math.min(bounds[0], x[i]);
            bounds[1] = Math.max(bounds[1], x[i]);
            bounds[2] = Math.min(bounds[2], y[i]);
            bounds[3] = Math.max(bounds[3], y[i]);
        }
        return bounds;
    }

    /** Sorts points by the row of their base, in order within a row; returns where each row's begin, and the end. */
    private int[] sortByRow(Lattice lattice, float[] x) {
        int rows = lattice.rows();
        float perStep = 1 / lattice.step();
        int blocks = Math.ceilDiv(x.length, BLOCK);
        int[][] next = new int[blocks][];
        team.blocks(x.length, BLOCK, (block, from, to, member) -> {
            int[] counts = new int[rows];
            for (int i = from; i < to; i++) {
                counts[row(x[i], perStep, lattice)]++;
            }
            next[block] = counts;
        });
        int[] firstOfRow = new int[rows + 1];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            firstOfRow[row] = at;
            for (int[] counts : next) {
                int count = counts[row];
                counts[row] = at;
                at += count;
            }
        }
        firstOfRow[rows] = at;
        team.blocks(x.length, BLOCK, (block, from, to, member) -> {
            for (int i = from; i < to; i++) {
                byRow[next[block][row(x[i], perStep, lattice)]++] = i;
            }
        });
        return firstOfRow;
    }

    private static int row(float x, float perStep, Lattice lattice) {
        return (int) Math.floor(x * perStep) - lattice.firstRow();
    }
}
