package segue.cluster.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import segue.cluster.CentroidScan;
import segue.cluster.Tiles;

/** Four vectors of rows at a time against each centroid: a value of a centroid is loaded once for all of them. */
public final class VectorScan implements CentroidScan {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> NUMBERS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int STEP = Math.min(Tiles.ROWS, 4 * LANES);

    @Override
    public void nearest(Tiles tiles, int tile, float[] centroids, int k, int[] labels, float[] distances) {
        for (int row = 0; row < Tiles.ROWS; row += STEP) {
            scan(tiles, tile, row, centroids, k, labels, distances);
        }
    }

    private static void scan(
            Tiles tiles, int tile, int row, float[] centroids, int k, int[] labels, float[] distances) {
        float[] values = tiles.values();
        int columns = tiles.columns();
        int begin = tile * Tiles.ROWS * columns + row;
        FloatVector bestA = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
        FloatVector bestB = bestA;
        FloatVector bestC = bestA;
        FloatVector bestD = bestA;
        IntVector labelA = IntVector.zero(NUMBERS);
        IntVector labelB = labelA;
        IntVector labelC = labelA;
        IntVector labelD = labelA;
        for (int centroid = 0, from = 0; centroid < k; centroid++, from += columns) {
            FloatVector sumA = FloatVector.zero(SPECIES);
            FloatVector sumB = sumA;
            FloatVector sumC = sumA;
            FloatVector sumD = sumA;
            for (int column = 0, at = begin; column < columns; column++, at += Tiles.ROWS) {
                FloatVector middle = FloatVector.broadcast(SPECIES, centroids[from + column]);
                FloatVector a = FloatVector.fromArray(SPECIES, values, at).sub(middle);
                FloatVector b =
                        FloatVector.fromArray(SPECIES, values, at + LANES).sub(middle);
                FloatVector c =
                        FloatVector.fromArray(SPECIES, values, at + 2 * LANES).sub(middle);
                FloatVector d =
                        FloatVector.fromArray(SPECIES, values, at + 3 * LANES).sub(middle);
                sumA = a.mul(a).add(sumA);
                sumB = b.mul(b).add(sumB);
                sumC = c.mul(c).add(sumC);
                sumD = d.mul(d).add(sumD);
            }
            VectorMask<Float> nearerA = sumA.lt(bestA);
            VectorMask<Float> nearerB = sumB.lt(bestB);
            VectorMask<Float> nearerC = sumC.lt(bestC);
            VectorMask<Float> nearerD = sumD.lt(bestD);
            bestA = bestA.blend(sumA, nearerA);
            bestB = bestB.blend(sumB, nearerB);
            bestC = bestC.blend(sumC, nearerC);
            bestD = bestD.blend(sumD, nearerD);
            labelA = labelA.blend(centroid, nearerA.cast(NUMBERS));
            labelB = labelB.blend(centroid, nearerB.cast(NUMBERS));
            labelC = labelC.blend(centroid, nearerC.cast(NUMBERS));
            labelD = labelD.blend(centroid, nearerD.cast(NUMBERS));
        }
        int to = tile * Tiles.ROWS + row;
        bestA.intoArray(distances, to);
        bestB.intoArray(distances, to + LANES);
        bestC.intoArray(distances, to + 2 * LANES);
        bestD.intoArray(distances, to + 3 * LANES);
        labelA.intoArray(labels, to);
        labelB.intoArray(labels, to + LANES);
        labelC.intoArray(labels, to + 2 * LANES);
        labelD.intoArray(labels, to + 3 * LANES);
    }
}
