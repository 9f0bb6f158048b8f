package segue.neighbors.hubness;

import segue.neighbors.Neighbors;

/** 1 - MP: the share of the other rows that are not farther than d(x, y) from both x and y. */
final class MutualProximity implements SecondaryDistance {
    private static final int NO_ROW = -1;

    private final NeighborLists lists;

    MutualProximity(NeighborLists lists) {
        this.lists = lists;
    }

    @Override
    public float[] ofRow(int row, Neighbors around, Neighbors candidates) {
        return distances(row, around, candidates);
    }

    @Override
    public float[] ofQuery(float[] query, Neighbors around, Neighbors candidates) {
        return distances(NO_ROW, around, candidates);
    }

    private float[] distances(int self, Neighbors around, Neighbors candidates) {
        DistanceByRow near = new DistanceByRow(around);
        int others = lists.rows() - (self == NO_ROW ? 1 : 2);
        float[] distances = new float[candidates.size()];
        for (int i = 0; i < distances.length; i++) {
            int row = candidates.rows()[i];
            if (row != self && others > 0) {
                double notFarther = notFartherThan(candidates.distances()[i], self, around.distances(), near, row);
                distances[i] = (float) Math.min(1, notFarther / others);
            }
        }
        return distances;
    }

    /** Rows other than x (which {@code near} lies around) and y whose distance to x or to y is at most theirs. */
    private double notFartherThan(float distance, int x, float[] aroundX, DistanceByRow near, int y) {
        int k = lists.graph().k();
        int[] rows = lists.graph().rows();
        float[] aroundY = lists.graph().distances();
        int ofY = 0;
        int ofBoth = 0;
        for (int i = y * k; i < (y + 1) * k && aroundY[i] <= distance; i++) {
            if (rows[i] != x) {
                ofY++;
                ofBoth += near.of(rows[i]) <= distance ? 1 : 0;
            }
        }
        int ofX = upTo(distance, aroundX) - (near.of(y) <= distance ? 1 : 0);
        return lists.within(aroundX, distance, ofX) + lists.within(y, distance, ofY) - ofBoth;
    }

    private static int upTo(float distance, float[] ascending) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= distance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
