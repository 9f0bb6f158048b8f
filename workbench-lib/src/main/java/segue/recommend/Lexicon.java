package segue.recommend;

import java.util.Arrays;

/**
 * The distinct words of a catalogue, numbered in sorted order, as a trie that one loop can walk: its nodes stand in
 * preorder in flat arrays, so that the next node is {@code i + 1}, and {@code end[i]} when the words below node
 * {@code i} are out of reach. Words below a node are a range of numbers, hence a prefix match costs nothing per word.
 *
 * <p>{@link #match} carries the rows of the Damerau-Levenshtein table (neighbouring letters swapped count as one
 * mistake, optimal string alignment) down the trie and turns back where every cell exceeds the mistakes allowed. With
 * the 57,000 words of 105,681 songs it takes about 5 µs for no mistake, 40 µs for one and 80 µs for two.
 *
 * <p>Memory: 11 bytes a node, about 2 MB for those words.
 */
final class Lexicon {
    /** Of two mistakes at most one is forgiven in the first letters: people get those right, and it saves time. */
    private static final int BEGINNING = 3;

    private final int words;
    private final char[] label;
    private final byte[] depth;
    private final int[] end;
    private final int[] firstWord;

    /** @param sorted distinct, none empty, none longer than {@link Words#MAX_LENGTH}, in the order of strings */
    Lexicon(String[] sorted) {
        words = sorted.length;
        int nodes = 0;
        String previous = "";
        for (String word : sorted) {
            nodes += word.length() - shared(previous, word);
            previous = word;
        }
        label = new char[nodes];
        depth = new byte[nodes];
        end = new int[nodes];
        firstWord = new int[nodes + 1];
        firstWord[nodes] = words;

        int[] open = new int[Words.MAX_LENGTH + 1];
        int node = 0;
        previous = "";
        for (int w = 0; w < words; w++) {
            String word = sorted[w];
            int shared = shared(previous, word);
            close(open, shared, previous.length(), node);
            for (int d = shared + 1; d <= word.length(); d++) {
                label[node] = word.charAt(d - 1);
                depth[node] = (byte) d;
                firstWord[node] = w;
                open[d] = node++;
            }
            previous = word;
        }
        close(open, 0, previous.length(), nodes);
    }

    private void close(int[] open, int above, int from, int node) {
        for (int d = from; d > above; d--) {
            end[open[d]] = node;
        }
    }

    private static int shared(String a, String b) {
        int length = Math.min(a.length(), b.length());
        int i = 0;
        while (i < length && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    int size() {
        return words;
    }

    /** How many mistakes a typed word is forgiven: 1 from four letters, 2 from eight, none in a number. */
    static int tolerance(String word) {
        if (word.length() < 4 || word.chars().allMatch(Character::isDigit)) {
            return 0;
        }
        return word.length() < 8 ? 1 : 2;
    }

    /**
     * Adds to {@code found} the words that {@code typed} may stand for, each once, in its best {@linkplain Matches#kind
     * kind}.
     *
     * @param prefix whether the word may go on after what was typed
     * @param mistakes at most, 0 to 2
     */
    void match(String typed, boolean prefix, int mistakes, Matches found) {
        int m = typed.length();
        int depths = m + mistakes + 2;
        char[] path = new char[depths];
        int[][] table = new int[depths][m + 2];
        int[] reach = new int[depths]; // the least value of a row
        int[] nearest = new int[depths]; // distance from the typed word to the best beginning of the path
        long[] letters = letters(typed, mistakes, depths);
        Arrays.setAll(table[0], j -> j);
        nearest[0] = m;
        for (int node = 0; node < label.length; ) {
            int d = depth[node];
            char c = label[node];
            path[d] = c;
            int allowed = d <= BEGINNING ? Math.min(1, mistakes) : mistakes;
            boolean mustAgree = reach[d - 1] == allowed;
            reach[d] = mustAgree && (letters[d] >>> c & 1) == 0 ? allowed + 1 : fill(table, typed, path, d, mistakes);
            boolean alive = reach[d] <= allowed;
            int whole = alive && d >= m - mistakes ? table[d][m] : mistakes + 1;
            nearest[d] = Math.min(nearest[d - 1], whole);
            boolean completes = prefix && nearest[d] <= mistakes;
            boolean ends = firstWord[node + 1] > firstWord[node];
            if (!alive) {
                if (completes) {
                    found.add(firstWord[node], firstWord[end[node]], 2 * nearest[d] + 1);
                }
                node = end[node];
                continue;
            }
            if (ends && whole <= mistakes && (whole == nearest[d] || !prefix)) {
                found.add(firstWord[node], firstWord[node] + 1, 2 * whole);
            } else if (ends && completes) {
                found.add(firstWord[node], firstWord[node] + 1, 2 * nearest[d] + 1);
            }
            node++;
        }
    }

    /** For each depth the typed letters that may agree with a letter there, as bits; letters 64 apart share one. */
    private static long[] letters(String typed, int mistakes, int depths) {
        long[] letters = new long[depths];
        for (int d = 1; d < depths; d++) {
            int to = Math.min(typed.length(), d + mistakes);
            for (int i = Math.max(0, d - mistakes - 2); i < to; i++) {
                letters[d] |= 1L << typed.charAt(i);
            }
        }
        return letters;
    }

    /** Fills row {@code d} of the table where it can hold a value within {@code mistakes}; returns its least value. */
    private static int fill(int[][] table, String typed, char[] path, int d, int mistakes) {
        int least = mistakes + 1;
        int from = Math.max(1, d - mistakes);
        int to = Math.min(typed.length(), d + mistakes);
        if (from > to + 1) {
            return least;
        }
        int[] row = table[d];
        int[] above = table[d - 1];
        char c = path[d];
        row[from - 1] = from == 1 ? d : mistakes + 1;
        if (from == 1) {
            least = Math.min(least, d);
        }
        for (int j = from; j <= to; j++) {
            int value = above[j - 1] + (c == typed.charAt(j - 1) ? 0 : 1);
            value = Math.min(value, row[j - 1] + 1);
            value = Math.min(value, above[j] + 1);
            if (d > 1 && j > 1 && c == typed.charAt(j - 2) && path[d - 1] == typed.charAt(j - 1)) {
                value = Math.min(value, table[d - 2][j - 2] + 1);
            }
            row[j] = value;
            least = Math.min(least, value);
        }
        row[to + 1] = mistakes + 1; // the next row reads one cell beyond
        return least;
    }

    /** Ranges of word numbers that one typed word may stand for. */
    static final class Matches {
        /** Kinds run from 0: 2 × mistakes, and 1 more where the typed word is only the beginning. */
        static final int KINDS = 6;

        private int[] ranges = new int[96];
        private int size;

        private void add(int from, int to, int kind) {
            if (3 * size == ranges.length) {
                ranges = Arrays.copyOf(ranges, 2 * ranges.length);
            }
            ranges[3 * size] = from;
            ranges[3 * size + 1] = to;
            ranges[3 * size + 2] = kind;
            size++;
        }

        int size() {
            return size;
        }

        int from(int i) {
            return ranges[3 * i];
        }

        int to(int i) {
            return ranges[3 * i + 1];
        }

        int kind(int i) {
            return ranges[3 * i + 2];
        }
    }
}
