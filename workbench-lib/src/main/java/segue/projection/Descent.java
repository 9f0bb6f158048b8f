package segue.projection;

import java.util.Arrays;
import segue.matrix.FloatMatrix;

/**
 * The points of a map on their way down the gradient of the Kullback-Leibler divergence, with momentum, and for each
 * coordinate a gain that grows while it goes one way and shrinks when it turns.
 *
 * <p>Points are kept in an order in which those that are near each other on the map are near in memory.
 */
final class Descent {
    private static final int BLOCK = 1 << 10;
    private static final float LEAST_GAIN = 0.01f;

    /** No point goes farther in one step. */
    private static final float LONGEST_STEP = 5;

    private final Loops loops;
    private final Team team;
    private final Repulsion repulsion;
    private final float[][] attraction;
    private final float[][] push;
    private final float[][] start;
    private Affinities affinities;
    private float[][] positions;
    private float[][] velocities;
    private float[][] gains;
    private float[][] next;
    private int[] order;

    Descent(Affinities affinities, float[][] start, Repulsion repulsion, Loops loops, Team team) {
        int dimensions = start.length;
        int points = start[0].length;
        this.loops = loops;
        this.team = team;
        this.repulsion = repulsion;
        this.affinities = affinities;
        this.start = start;
        this.next = new float[dimensions][points];
        this.attraction = new float[dimensions][points];
        this.push = new float[dimensions][points];
        this.order = new int[points];
        Arrays.setAll(order, i -> i);
        restart();
    }

    /** Puts all points back to where they started. */
    void restart() {
        int dimensions = start.length;
        positions = new float[dimensions][points()];
        velocities = new float[dimensions][points()];
        gains = new float[dimensions][points()];
        for (int d = 0; d < dimensions; d++) {
            for (int i = 0; i < order.length; i++) {
                positions[d][i] = start[d][order[i]];
            }
            Arrays.fill(gains[d], 1);
        }
    }

    float[][] velocities() {
        return velocities;
    }

    int points() {
        return order.length;
    }

    /**
     * One step: all points move at once.
     *
     * @return how many would have gone farther than a point may
     */
    int step(double exaggeration, double learningRate, double momentum) {
        double sum = Math.max(repulsion.compute(positions, push), Double.MIN_NORMAL);
        float pull = (float) exaggeration;
        float share = (float) (1 / sum);
        int[] cut = new int[Math.ceilDiv(order.length, BLOCK)];
        team.blocks(order.length, BLOCK, (block, from, to, member) -> {
            loops.attract(affinities, positions, from, to, attraction);
            for (int d = 0; d < positions.length; d++) {
                advance(d, from, to, pull, share, (float) learningRate, (float) momentum);
            }
            cut[block] = limit(from, to);
        });
        float[][] old = positions;
        positions = next;
        next = old;
        return Arrays.stream(cut).sum();
    }

    /** Gains and velocities of one dimension. */
    private void advance(int d, int from, int to, float pull, float share, float learningRate, float momentum) {
        float[] velocity = velocities[d];
        float[] gain = gains[d];
        for (int i = from; i < to; i++) {
            float slope = pull * attraction[d][i] - share * push[d][i];
            boolean turned = slope * velocity[i] > 0;
            gain[i] = turned ? Math.max(LEAST_GAIN, gain[i] * 0.8f) : gain[i] + 0.2f;
            velocity[i] = momentum * velocity[i] - learningRate * gain[i] * slope;
        }
    }

    /** Moves points by their velocities; returns how many of those were cut. */
    private int limit(int from, int to) {
        int cut = 0;
        for (int i = from; i < to; i++) {
            float squares = 0;
            for (float[] velocity : velocities) {
                squares += velocity[i] * velocity[i];
            }
            float factor = 1;
            if (!(squares <= LONGEST_STEP * LONGEST_STEP)) {
                factor = LONGEST_STEP / (float) Math.sqrt(squares);
                cut++;
            }
            for (int d = 0; d < velocities.length; d++) {
                // A velocity that is not finite, or the square of which is not, moves nothing.
                float velocity = factor > 0 ? velocities[d][i] * factor : 0;
                velocities[d][i] = velocity;
                next[d][i] = positions[d][i] + velocity;
            }
        }
        return cut;
    }

    /** The Kullback-Leibler divergence of the map from the affinities, in nats. */
    double divergence() {
        double sum = Math.max(repulsion.compute(positions, push), Double.MIN_NORMAL);
        double[] parts = new double[Math.ceilDiv(order.length, BLOCK)];
        team.blocks(order.length, BLOCK, (block, from, to, member) -> {
            parts[block] = loops.stretch(affinities, positions, from, to);
        });
        return affinities.information() + Arrays.stream(parts).sum() + Math.log(sum);
    }

    /** The standard deviation along the dimension in which the map is widest. */
    double deviation() {
        double most = 0;
        for (float[] axis : positions) {
            double sum = 0;
            double squares = 0;
            for (float value : axis) {
                sum += value;
                squares += (double) value * value;
            }
            double mean = sum / axis.length;
            most = Math.max(most, squares / axis.length - mean * mean);
        }
        return Math.sqrt(most);
    }

    /** Sorts the points along a curve that fills the map. */
    void sort() {
        int[] sorted = MortonOrder.of(positions);
        affinities = affinities.reordered(sorted, team);
        for (float[][] values : new float[][][] {positions, velocities, gains}) {
            for (int d = 0; d < values.length; d++) {
                float[] old = values[d];
                float[] moved = new float[old.length];
                for (int i = 0; i < moved.length; i++) {
                    moved[i] = old[sorted[i]];
                }
                values[d] = moved;
            }
        }
        int[] old = order;
        order = Arrays.stream(sorted).map(i -> old[i]).toArray();
    }

    /** The map so far, around its middle; a copy, a row for each point in the order of the data. */
    FloatMatrix coordinates() {
        int dimensions = positions.length;
        float[] values = new float[order.length * dimensions];
        for (int d = 0; d < dimensions; d++) {
            double sum = 0;
            for (float value : positions[d]) {
                sum += value;
            }
            float middle = (float) (sum / order.length);
            for (int i = 0; i < order.length; i++) {
                values[order[i] * dimensions + d] = positions[d][i] - middle;
            }
        }
        return FloatMatrix.wrap(order.length, dimensions, values);
    }
}
