package segue.catalog.listening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds plays that are told twice: by the same layout, of the same song at the same time; or by a less exact layout, of the same
 * song within two minutes. Spotify's two histories overlap, and who sends plays from one service to another has them in both.
 */
final class SamePlays {
    private static final long WITHIN_MILLIS = 120_000;

    private SamePlays() {}

    /** The plays without those that are told twice, by time; the order that they are given in is of no matter. */
    static List<Play> removed(List<Play> plays) {
        Play[] sorted = plays.toArray(Play[]::new);
        Arrays.sort(sorted, Play.BY_SONG);
        boolean[] repeated = new boolean[sorted.length];
        for (int i = 1; i < sorted.length; i++) {
            repeated[i] = sorted[i].isCopyOf(sorted[i - 1]);
        }
        markNear(sorted, repeated, 0, 1);
        markNear(sorted, repeated, sorted.length - 1, -1);
        List<Play> each = new ArrayList<>(sorted.length);
        for (int i = 0; i < sorted.length; i++) {
            if (!repeated[i]) {
                each.add(sorted[i]);
            }
        }
        each.sort(Play.BY_TIME);
        return each;
    }

    /** Marks plays soon after (or before, going down) one of the same song that a more exact layout tells of. */
    private static void markNear(Play[] sorted, boolean[] repeated, int from, int step) {
        Play[] last = new Play[Layout.values().length];
        for (int i = from; i >= 0 && i < sorted.length; i += step) {
            Play play = sorted[i];
            int rank = play.layout().ordinal();
            for (int better = 0; better < rank; better++) {
                Play other = last[better];
                repeated[i] |= other != null
                        && other.row() == play.row()
                        && Math.abs(other.began() - play.began()) <= WITHIN_MILLIS;
            }
            last[rank] = play;
        }
    }
}
