package segue.spark.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a job runs, and with what settings.
 *
 * @param master {@code local[*]}, {@code local[2]}, {@code spark://host:7077}, {@code yarn}, {@code k8s://…}
 * @param settings of Spark's own, over those of Segue: {@code spark.executor.memory} to {@code 8g}
 */
public record SessionOptions(String master, Map<String, String> settings) {
    /** @throws IllegalArgumentException if the master is blank, or a setting is none of Spark's */
    public SessionOptions {
        Masters.require(master);
        settings = Map.copyOf(settings);
        for (String name : settings.keySet()) {
            if (!name.startsWith("spark.")) {
                throw new IllegalArgumentException(
                        "a setting of Spark begins with 'spark.' but this one is '%s'".formatted(name));
            }
        }
    }

    /** Every core of this machine. */
    public static SessionOptions local() {
        return new SessionOptions("local[*]", Map.of());
    }

    public SessionOptions withMaster(String other) {
        return new SessionOptions(other, settings);
    }

    public SessionOptions with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new SessionOptions(master, more);
    }
}
