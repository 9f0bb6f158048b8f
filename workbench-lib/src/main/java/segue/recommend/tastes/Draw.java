package segue.recommend.tastes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import segue.recommend.LeftOut;
import segue.recommend.Screening;

/** Tastes draw songs in turns, each from its own candidates, until every quota is filled or nothing is left. */
final class Draw {
    /** Songs that are looked for around each liked one, at least. */
    private static final int AROUND = 32;

    private static final int CANDIDATES_A_PLACE = 8;
    private static final int LEANING = 3;

    private final TasteSpace space;
    private final int[] liked;
    private final int[][] tastes;
    private final int n;
    private final Supplier<Optional<Screening>> screenings;
    private final int[] quotas;
    private Optional<Screening> screening = Optional.empty();
    private List<TasteSong> drawn;

    private Draw(TasteSpace space, int[] liked, int[][] tastes, int n, Supplier<Optional<Screening>> screenings) {
        this.space = space;
        this.liked = liked;
        this.tastes = tastes;
        this.n = n;
        this.screenings = screenings;
        this.quotas = Quotas.of(
                n, Arrays.stream(tastes).mapToLong(songs -> songs.length).toArray());
    }

    /** By no rule but that none of the listener's own is drawn. */
    static Draw ofRows(TasteSpace space, int[] liked, int[][] tastes, int n) {
        return new Draw(space, liked, tastes, n, Optional::empty);
    }

    static Draw of(TasteSpace space, int[] liked, int[][] tastes, TastePlaylistOptions options) {
        List<Integer> seeds = Arrays.stream(liked).boxed().toList();
        return new Draw(
                space,
                liked,
                tastes,
                options.n(),
                () -> Optional.of(space.ruleBook().screening(seeds, options.known(), options.rules())));
    }

    List<Integer> quotas() {
        return Arrays.stream(quotas).boxed().toList();
    }

    List<Integer> given() {
        int[] given = new int[tastes.length];
        songs().forEach(song -> given[song.taste()]++);
        return Arrays.stream(given).boxed().toList();
    }

    List<LeftOut> leftOut() {
        return screening.map(Screening::leftOut).orElse(List.of());
    }

    List<String> notes() {
        return screening.map(Screening::notes).orElse(List.of());
    }

    /** Looks wider and wider until there are enough, or every song that may come was a candidate. */
    List<TasteSong> songs() {
        BitSet admitted = screenings.get().map(Screening::admitted).orElse(null);
        int size = space.catalog().size();
        int all = admitted == null ? size : admitted.cardinality();
        BitSet among = all < size ? admitted : null;
        int around = Math.max(AROUND, Math.ceilDiv(CANDIDATES_A_PLACE * n, liked.length));
        for (; drawn == null; around = (int) Math.min(size, 4L * around)) {
            Candidates candidates = Candidates.around(space, liked, tastes, around, among);
            List<TasteSong> found = draw(candidates, mostOnOne());
            if (found.size() == n && filled(found)) {
                drawn = found;
            } else if (around >= all) {
                drawn = found.size() == n ? found : draw(candidates, Integer.MAX_VALUE);
            }
        }
        return drawn;
    }

    /** Whether each taste has what it was to get: where one has not, there may be more of it farther off. */
    private boolean filled(List<TasteSong> found) {
        int[] given = new int[tastes.length];
        found.forEach(song -> given[song.taste()]++);
        return Arrays.equals(given, quotas);
    }

    private List<TasteSong> draw(Candidates candidates, int mostOnOne) {
        screening = screenings.get();
        int[] leaning = new int[space.catalog().size()];
        int[] next = new int[tastes.length];
        int[] given = new int[tastes.length];
        boolean[] dry = new boolean[tastes.length];
        int[] quota = quotas.clone();
        List<TasteSong> found = new ArrayList<>(n);
        while (found.size() < n) {
            int taste = mostBehind(quota, given, dry, found.size());
            if (taste < 0) {
                if (!redealt(quota, given, dry)) {
                    break;
                }
                continue;
            }
            TasteSong song = null;
            while (song == null && next[taste] < candidates.size(taste)) {
                TasteSong one = candidates.song(taste, next[taste]++);
                song = leaning[one.nearest()] < mostOnOne && takes(one.row()) ? one : null;
            }
            if (song == null) {
                dry[taste] = true;
            } else {
                given[taste]++;
                leaning[song.nearest()]++;
                found.add(song);
            }
        }
        return found;
    }

    private boolean takes(int row) {
        return screening.isEmpty() || screening.get().takes(row);
    }

    /** Songs that may lean on the same liked one: three times what they would be if each had the same. */
    private int mostOnOne() {
        return screenings.get().isEmpty() ? Integer.MAX_VALUE : Math.max(2, Math.ceilDiv(LEANING * n, liked.length));
    }

    /** The taste that is farthest behind its share of the songs so far; -1 where all quotas are filled. */
    private int mostBehind(int[] quota, int[] given, boolean[] dry, int so) {
        int behind = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int taste = 0; taste < quota.length; taste++) {
            double lack = (double) quota[taste] * (so + 1) / n - given[taste];
            if (!dry[taste] && given[taste] < quota[taste] && lack > most) {
                behind = taste;
                most = lack;
            }
        }
        return behind;
    }

    /** Deals the places of tastes that ran dry to the others; false where there are none. */
    private boolean redealt(int[] quota, int[] given, boolean... dry) {
        int left = n - IntStream.of(given).sum();
        long[] weights = IntStream.range(0, tastes.length)
                .mapToLong(taste -> dry[taste] ? 0 : tastes[taste].length)
                .toArray();
        int[] more = Quotas.of(left, weights);
        for (int taste = 0; taste < quota.length; taste++) {
            quota[taste] = given[taste] + more[taste];
        }
        return IntStream.of(more).sum() > 0;
    }
}
