package segue.audio.scan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the files that hold the same recording: the same bytes, or sound that is alike in another format, bitrate, or with
 * some silence before it. Sound is alike where at most {@value #LARGEST_ERROR_RATE} of the bits of two fingerprints
 * differ, over {@value #LEAST_COMMON} of the longer one at least, and the lengths differ by at most 2 % or
 * {@value #MOST_SECONDS_APART} s. Of several the first by path counts as the recording, the others as the same as it; no
 * two of them begin further apart than that share allows, so excerpts that overlap one by one do not become one recording.
 *
 * <p>Measured on 43 excerpts of seven pieces, mostly of 10 s, each as WAV, MP3 with 64, 128 and 320 kbit/s, Vorbis, AAC,
 * Opus with 48 kbit/s, and behind 46 ms, 0.5 s and 2 s of silence. Of 1,935 pairs of one excerpt half differ in at most 6 %
 * of their bits, 99 of 100 in at most 18 %, none in more than 23 %; of 16,900 pairs of different excerpts of one piece
 * none in less than 32 %; of 73,400 pairs of different pieces none in less than 44 %.
 *
 * <p>Only pairs that have a step in common bit by bit are compared (1,885 of those 1,935 have; the rest are found where
 * both are like a third), so the work grows with the number of files, not with its square.
 */
final class SameRecordings {
    static final double LARGEST_ERROR_RATE = 0.25;
    static final double LEAST_COMMON = 0.75;
    private static final int FEWEST_STEPS = 16;
    static final double MOST_SECONDS_APART = 5;
    private static final double MOST_APART = 0.02;

    /** A step that so many have in common tells nothing, and bounds the work. */
    private static final int MOST_IN_COMMON = 64;

    private static final int STEP_BITS = 10;
    private static final int ROW_BITS = 22;

    private final List<Entry> entries;
    private final int[] first;

    /** Steps from the beginning of {@code first} to that of each. */
    private final int[] later;

    /** Of those that are the same as each, the steps from its beginning to the earliest and to the latest. */
    private final int[] earliest;

    private final int[] latest;

    private SameRecordings(List<Entry> entries) {
        this.entries = entries;
        this.first = new int[entries.size()];
        this.later = new int[entries.size()];
        this.earliest = new int[entries.size()];
        this.latest = new int[entries.size()];
        Arrays.setAll(first, row -> row);
    }

    /** For every entry the first that holds the same recording: itself where there is none before it. */
    static int[] among(List<Entry> entries) {
        SameRecordings same = new SameRecordings(entries);
        same.joinSameBytes();
        same.joinSameSound();
        for (int row = 0; row < same.first.length; row++) {
            same.first[row] = same.find(row);
        }
        return same.first;
    }

    private void joinSameBytes() {
        Map<String, Integer> byHash = HashMap.newHashMap(first.length);
        for (int row = 0; row < first.length; row++) {
            Integer earlier = byHash.putIfAbsent(entries.get(row).sha256(), row);
            if (earlier != null) {
                first[row] = earlier;
            }
        }
    }

    private void joinSameSound() {
        long[] steps = steps();
        Arrays.parallelSort(steps);
        for (int from = 0, to; from < steps.length; from = to) {
            to = from + 1;
            while (to < steps.length && wordOf(steps[to]) == wordOf(steps[from])) {
                to++;
            }
            if (to - from <= MOST_IN_COMMON) {
                joinPairs(steps, from, to);
            }
        }
    }

    private void joinPairs(long[] steps, int from, int to) {
        for (int a = from; a < to; a++) {
            for (int b = a + 1; b < to; b++) {
                int row = rowOf(steps[a]);
                int other = rowOf(steps[b]);
                int offset = stepOf(steps[b]) - stepOf(steps[a]);
                if (find(row) != find(other) && isSame(row, other, offset)) {
                    if (find(row) < find(other)) {
                        join(row, other, offset);
                    } else {
                        join(other, row, -offset);
                    }
                }
            }
        }
    }

    /** @param offset the step of {@code other} that lies on the first of {@code row} */
    private void join(int row, int other, int offset) {
        int root = find(row);
        int joining = find(other);
        int begins = later[row] - offset - later[other];
        int from = Math.min(earliest[root], begins + earliest[joining]);
        int to = Math.max(latest[root], begins + latest[joining]);
        int longest = Math.max(
                heard(row).fingerprint().length(), heard(other).fingerprint().length());
        if (to - from <= (1 - LEAST_COMMON) * longest) {
            first[joining] = root;
            later[joining] = begins;
            earliest[root] = from;
            latest[root] = to;
        }
    }

    private boolean isSame(int row, int other, int offset) {
        Outcome.Heard a = heard(row);
        Outcome.Heard b = heard(other);
        double apart = Math.abs(a.seconds() - b.seconds());
        if (apart > Math.max(MOST_SECONDS_APART, MOST_APART * Math.max(a.seconds(), b.seconds()))) {
            return false;
        }
        Fingerprint mine = a.fingerprint();
        Fingerprint others = b.fingerprint();
        int fewest = (int) Math.max(FEWEST_STEPS, LEAST_COMMON * Math.max(mine.heardSteps(), others.heardSteps()));
        for (int nudge = -1; nudge <= 1; nudge++) {
            if (mine.matches(others, offset + nudge, fewest, LARGEST_ERROR_RATE)) {
                return true;
            }
        }
        return false;
    }

    /** Every step that is not silent, of one file of each content: its bits, then the row, then its place. */
    private long[] steps() {
        int rows = Math.min(first.length, 1 << ROW_BITS);
        long[] steps = new long[1 << 12];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (first[row] == row && !heard(row).isSilent()) {
                Fingerprint fingerprint = heard(row).fingerprint();
                for (int step = 0; step < Math.min(fingerprint.length(), 1 << STEP_BITS); step++) {
                    if (fingerprint.word(step) != 0) {
                        if (count == steps.length) {
                            steps = Arrays.copyOf(steps, count + (count >> 1));
                        }
                        steps[count++] = (long) fingerprint.word(step) << 32 | (long) row << STEP_BITS | step;
                    }
                }
            }
        }
        return Arrays.copyOf(steps, count);
    }

    private Outcome.Heard heard(int row) {
        return (Outcome.Heard) entries.get(row).outcome();
    }

    private int find(int row) {
        int root = row;
        int steps = 0;
        while (first[root] != root) {
            steps += later[root];
            root = first[root];
        }
        first[row] = root;
        later[row] = steps;
        return root;
    }

    private static int wordOf(long step) {
        return (int) (step >> 32);
    }

    private static int rowOf(long step) {
        return (int) step >>> STEP_BITS;
    }

    private static int stepOf(long step) {
        return (int) step & (1 << STEP_BITS) - 1;
    }
}
