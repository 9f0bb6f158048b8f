package segue.spark.mongo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a collection is cut for tasks that read at the same time; all cut by {@code _id}. */
public enum Partitioning {
    /** Not at all: one task reads everything. Asks nothing special of a server, and so works with all of them. */
    SINGLE("SinglePartitionPartitioner"),
    /** Parts of about equal bytes, told from a sample of ids; the user must be allowed {@code collStats}. */
    SAMPLE("SamplePartitioner"),
    /** As many parts as the session has cores, of equal counts; the server counts to where each begins. */
    PAGINATE("PaginateIntoPartitionsPartitioner");

    private static final String PACKAGE = "com.mongodb.spark.sql.connector.read.partitioner.";

    private final String partitioner;

    Partitioning(String partitioner) {
        this.partitioner = partitioner;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static Partitioning of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--partitioner must be %s but was '%s'"
                        .formatted(
                                Arrays.stream(values())
                                        .map(Partitioning::toString)
                                        .collect(Collectors.joining(", ")),
                                name)));
    }

    Map<String, String> options(int cores) {
        return Map.of(
                "partitioner",
                PACKAGE + partitioner,
                "partitioner.options.partition.field",
                "_id",
                "partitioner.options.max.number.of.partitions",
                Integer.toString(cores));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
