package segue.feedback;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts labels. */
final class Tally {
    private final Map<String, Integer> times = new HashMap<>();

    void add(String label, int more) {
        times.merge(label, more, Integer::sum);
    }

    /** The most frequent first, equally frequent ones by label. */
    List<Count> most(int limit) {
        return times.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Count::times).reversed().thenComparing(Count::label))
                .limit(limit)
                .toList();
    }
}
