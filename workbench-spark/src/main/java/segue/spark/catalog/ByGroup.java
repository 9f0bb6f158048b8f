package segue.spark.catalog;

import org.apache.spark.Partitioner;

/** Keeps a group in one partition, whether its {@link Key}s or its name alone are asked for. */
final class ByGroup extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int partitions;

    ByGroup(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        return Math.floorMod((key instanceof Key place ? place.group() : key).hashCode(), partitions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByGroup that && that.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
