package segue.spark.graph;

import org.apache.spark.Partitioner;

/** A partition a piece. */
final class PiecePartitioner extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int pieces;

    PiecePartitioner(int pieces) {
        this.pieces = pieces;
    }

    @Override
    public int numPartitions() {
        return pieces;
    }

    @Override
    public int getPartition(Object piece) {
        return (Integer) piece;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PiecePartitioner that && pieces == that.pieces;
    }

    @Override
    public int hashCode() {
        return pieces;
    }
}
