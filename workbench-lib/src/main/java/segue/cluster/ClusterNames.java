package segue.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names for a legend, each another: a word and two genres, more where clusters would be called the same. */
final class ClusterNames {
    static final String AVERAGE = "average";

    private static final int MOST_DETAIL = 4;

    private ClusterNames() {}

    static List<ClusterProfile> given(List<ClusterProfile> profiles) {
        int[] detail = new int[profiles.size()];
        for (int round = 1; round < MOST_DETAIL; round++) {
            Map<String, Long> times = profiles.stream()
                    .collect(Collectors.groupingBy(one -> name(one, detail[one.cluster()]), Collectors.counting()));
            for (ClusterProfile one : profiles) {
                detail[one.cluster()] += times.get(name(one, detail[one.cluster()])) > 1 ? 1 : 0;
            }
        }
        Set<String> taken = new HashSet<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<ClusterProfile> named = new ArrayList<>();
        for (ClusterProfile one : profiles) {
            String name = name(one, detail[one.cluster()]);
            String unique = name;
            while (!taken.add(unique)) {
                unique = name + " " + numbers.merge(name, 2, (before, two) -> before + 1);
            }
            named.add(one.named(unique));
        }
        return List.copyOf(named);
    }

    /** @param detail 0: one word and two genres; each more adds a word, and a genre at last */
    private static String name(ClusterProfile one, int detail) {
        String words =
                List.of(one.words().split(", ")).stream().limit(detail + 1L).collect(Collectors.joining(", "));
        String genres = one.genres().stream()
                .limit(detail == MOST_DETAIL - 1 ? 3 : 2)
                .map(ClusterProfile.GenreLift::genre)
                .collect(Collectors.joining(", "));
        if (genres.isEmpty()) {
            return words;
        }
        return words.equals(AVERAGE) ? genres : words + " · " + genres;
    }
}
