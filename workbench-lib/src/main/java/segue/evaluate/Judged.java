package segue.evaluate;

import java.util.Arrays;

/** A ranker whose answers are looked at before they count: what breaks the rules is a defect, not a low score. */
record Judged(String name, Ranker ranker, int songs) {
    int[] rank(int[] seeds, int n) {
        return checked(ranker.rank(seeds.clone(), n), n, seeds);
    }

    int[][] rankEach(int[] rows, int n) {
        int[][] ranked = ranker.rankEach(rows.clone(), n);
        for (int i = 0; i < rows.length; i++) {
            checked(ranked[i], n, rows[i]);
        }
        return ranked;
    }

    private int[] checked(int[] ranked, int n, int... seeds) {
        if (ranked.length > n) {
            throw broken("gave %,d songs where %,d were asked for".formatted(ranked.length, n));
        }
        int[] sorted = Arrays.copyOf(ranked, ranked.length + seeds.length);
        System.arraycopy(seeds, 0, sorted, ranked.length, seeds.length);
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                throw broken("gave row %,d twice, or though it was a seed".formatted(sorted[i]));
            }
        }
        if (sorted.length > 0 && (sorted[0] < 0 || sorted[sorted.length - 1] >= songs)) {
            throw broken("gave a row that is not in [0, %,d)".formatted(songs));
        }
        return ranked;
    }

    private IllegalStateException broken(String how) {
        return new IllegalStateException("the variant %s %s".formatted(name, how));
    }
}
