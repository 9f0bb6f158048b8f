package segue.neighbors.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.ExactIndex;
import segue.neighbors.Metric;
import segue.neighbors.TopK;

/**
 * Brute force with the Vector API. The data is laid out in blocks of as many rows as a vector has lanes, column by column
 * within a block, so that one vector holds one feature of neighbouring rows and no sum ever crosses lanes.
 */
public final class SimdIndex extends ExactIndex {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Block b holds rows [b * LANES, (b + 1) * LANES); its column c begins at (b * dimensions + c) * LANES. */
    private final float[] blocks;

    public SimdIndex(FloatMatrix data, Metric metric) {
        super(data, metric, Backend.SIMD);
        blocks = inBlocks(prepare(data, metric));
    }

    private static float[] inBlocks(FloatMatrix data) {
        int columns = data.columns();
        int blockCount = (data.rows() + LANES - 1) / LANES;
        float[] blocks = new float[Math.multiplyExact(Math.multiplyExact(blockCount, LANES), columns)];
        float[] values = data.values();
        for (int r = 0, at = 0; r < data.rows(); r++) {
            int base = (r / LANES) * columns * LANES + r % LANES;
            for (int c = 0; c < columns; c++) {
                blocks[base + c * LANES] = values[at++];
            }
        }
        return blocks;
    }

    @Override
    protected void scan(float[] query, float sign, TopK top) {
        switch (metric()) {
            case EUCLIDEAN -> scanEuclidean(query, sign, top);
            case MANHATTAN -> scanManhattan(query, sign, top);
            case COSINE -> scanCosine(query, -sign, top);
        }
    }

    private void scanEuclidean(float[] query, float sign, TopK top) {
        int at = 0;
        for (int row = 0; row < size(); row += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (float value : query) {
                FloatVector difference =
                        FloatVector.fromArray(SPECIES, blocks, at).sub(value);
                sum = difference.fma(difference, sum);
                at += LANES;
            }
            offer(sum.mul(sign), row, top);
        }
    }

    private void scanManhattan(float[] query, float sign, TopK top) {
        int at = 0;
        for (int row = 0; row < size(); row += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (float value : query) {
                sum = sum.add(
                        FloatVector.fromArray(SPECIES, blocks, at).sub(value).abs());
                at += LANES;
            }
            offer(sum.mul(sign), row, top);
        }
    }

    private void scanCosine(float[] query, float sign, TopK top) {
        int at = 0;
        for (int row = 0; row < size(); row += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (float value : query) {
                sum = FloatVector.fromArray(SPECIES, blocks, at).fma(FloatVector.broadcast(SPECIES, value), sum);
                at += LANES;
            }
            offer(sum.mul(sign), row, top);
        }
    }

    /** Once k are kept, few blocks hold a row that can still enter, so looking at single lanes is rare. */
    private void offer(FloatVector keys, int firstRow, TopK top) {
        VectorMask<Float> better = keys.compare(VectorOperators.LT, top.threshold());
        if (top.isFull() && !better.anyTrue()) {
            return;
        }
        int lanes = Math.min(LANES, size() - firstRow);
        for (int lane = 0; lane < lanes; lane++) {
            top.offer(keys.lane(lane), firstRow + lane);
        }
    }
}
