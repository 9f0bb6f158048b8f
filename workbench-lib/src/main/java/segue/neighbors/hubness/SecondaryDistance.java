package segue.neighbors.hubness;

import segue.neighbors.Neighbors;

/** Distances that depend on what else lies around both rows. Safe for use by several threads at once. */
interface SecondaryDistance {
    /**
     * From a row of the space.
     *
     * @param row asked for
     * @param around its nearest other rows
     * @param candidates rows and their plain distances; may hold {@code row} itself
     * @return one distance a candidate, at least 0
     */
    float[] ofRow(int row, Neighbors around, Neighbors candidates);

    /** From a vector that is no row of the space; otherwise as {@link #ofRow}. */
    float[] ofQuery(float[] query, Neighbors around, Neighbors candidates);

    /** Learnt from the neighbours of every row. */
    static SecondaryDistance ofLists(HubnessReduction reduction, NeighborLists lists, ReductionOptions options) {
        return switch (reduction) {
            case MUTUAL_PROXIMITY -> new MutualProximity(lists);
            case LOCAL_SCALING -> new LocalScaling(lists.graph(), options.scaleNeighbor());
            case NONE, CENTRING, GAUSSIAN_PROXIMITY ->
                throw new IllegalArgumentException(reduction.label() + " does not learn from neighbours");
        };
    }
}
