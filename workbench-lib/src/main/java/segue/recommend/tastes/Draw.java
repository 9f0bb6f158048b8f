package segue.recommend.tastes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
    private final int perArtist;
    private final int[] quotas;
    private List<TasteSong> drawn;

    /** @param perArtist most songs by an artist; 0 for no rules at all but that none of the listener's own is drawn */
    Draw(TasteSpace space, int[] liked, int[][] tastes, int n, int perArtist) {
        this.space = space;
        this.liked = liked;
        this.tastes = tastes;
        this.n = n;
        this.perArtist = perArtist;
        this.quotas = Quotas.of(
                n, Arrays.stream(tastes).mapToLong(songs -> songs.length).toArray());
    }

    List<Integer> quotas() {
        return Arrays.stream(quotas).boxed().toList();
    }

    List<Integer> given() {
        int[] given = new int[tastes.length];
        songs().forEach(song -> given[song.taste()]++);
        return Arrays.stream(given).boxed().toList();
    }

    /** Looks wider and wider until there are enough, or every song of the catalogue was a candidate. */
    List<TasteSong> songs() {
        int around = Math.max(AROUND, Math.ceilDiv(CANDIDATES_A_PLACE * n, liked.length));
        for (int size = space.catalog().size(); drawn == null; around = (int) Math.min(size, 4L * around)) {
            Candidates candidates = Candidates.around(space, liked, tastes, around);
            List<TasteSong> found = draw(candidates, mostOnOne());
            if (found.size() == n && filled(found)) {
                drawn = found;
            } else if (around >= size) {
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
        Rules rules = new Rules(space.catalog(), perArtist, liked);
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
                song = leaning[one.nearest()] < mostOnOne && rules.allow(one.row()) ? one : null;
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

    /** Songs that may lean on the same liked one: three times what they would be if each had the same. */
    private int mostOnOne() {
        return perArtist == 0 ? Integer.MAX_VALUE : Math.max(2, Math.ceilDiv(LEANING * n, liked.length));
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
