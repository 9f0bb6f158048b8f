package segue.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A made-up listener of several tastes: playlists of different genres put together, where genres are known.
 *
 * @param seeds rows of all lists that are shown
 * @param held rows that are held back, of each list that has some that are not shown by another
 */
record MixedListener(int[] seeds, List<int[]> held) {
    /** So many listeners of {@code lists} playlists each; none where there are not so many questions. Seeded. */
    static List<MixedListener> of(List<HeldOut> questions, SongLabels genres, int lists, int listeners, long seed) {
        List<MixedListener> mixed = new ArrayList<>();
        if (questions.size() < lists) {
            return mixed;
        }
        int[] genreOf = questions.stream()
                .mapToInt(question -> mainGenre(question, genres))
                .toArray();
        long kinds = IntStream.of(genreOf).distinct().count();
        SplittableRandom random = new SplittableRandom(seed + lists);
        while (mixed.size() < listeners) {
            int[] order = IntStream.range(0, questions.size()).toArray();
            Set<Integer> taken = new HashSet<>();
            List<HeldOut> chosen = new ArrayList<>();
            for (int i = 0; i < order.length && chosen.size() < lists; i++) {
                int j = i + random.nextInt(order.length - i);
                int drawn = order[j];
                order[j] = order[i];
                // Once every genre is there, any list will do.
                if (taken.add(genreOf[drawn]) || taken.size() == kinds) {
                    chosen.add(questions.get(drawn));
                }
            }
            mixed.add(of(chosen));
        }
        return mixed;
    }

    private static MixedListener of(List<HeldOut> lists) {
        int[] seeds = lists.stream()
                .flatMapToInt(list -> IntStream.of(list.seeds()))
                .distinct()
                .sorted()
                .toArray();
        List<int[]> held = lists.stream()
                .map(list -> IntStream.of(list.songs())
                        .filter(row -> Arrays.binarySearch(seeds, row) < 0)
                        .toArray())
                .filter(rows -> rows.length > 0)
                .toList();
        return new MixedListener(seeds, held);
    }

    int[] songs() {
        return held.stream().flatMapToInt(IntStream::of).distinct().toArray();
    }

    /** The genre that most of its songs have; -1 where they have none. */
    private static int mainGenre(HeldOut question, SongLabels genres) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row : question.seeds()) {
            for (int genre : genres.of(row)) {
                counts.merge(genre, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(-1);
    }
}
