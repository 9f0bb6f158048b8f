package segue.recommend;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The distinct words of a catalogue, numbered in sorted order, as a trie that one loop can walk: its nodes stand in
 * preorder in one flat array, so that the next node stands behind each, and that after the words below it is known when
 * they are out of reach. Words below a node are a range of numbers, hence a prefix match costs nothing per word.
 *
 * <p>{@link #match} has a {@link TypedWord} read down the trie and turns back where it allows for no more mistakes.
 *
 * <p>Memory: 16 bytes a node, about 3 MB for those words.
 */
final class Lexicon {
    /** Of two mistakes at most one is forgiven in the first letters: people get those right, and it saves time. */
    private static final int BEGINNING = 3;

    /**
     * Of a node, side by side, since a walk jumps about: letter and depth, where the words below it end, the first of them, and
     * the {@linkplain TypedWord#bit bits} of the letters that follow.
     */
    private static final int STRIDE = 4;

    private static final int END = 1;
    private static final int FIRST_WORD = 2;
    private static final int FOLLOWING = 3;

    private static final int REMEMBERED = 8192;
    /** Words that may stand for so much are short: they are found faster than remembered. */
    private static final int MOST_REMEMBERED_RANGES = 500;

    private final int words;
    private final int[] nodes;
    private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(REMEMBERED);

    private record Known(String typed, boolean prefix, int mistakes, Matches found) {
        boolean is(String typed, boolean prefix, int mistakes) {
            return this.prefix == prefix && this.mistakes == mistakes && this.typed.equals(typed);
        }
    }

    /** @param sorted distinct, none empty, none longer than {@link Words#MAX_LENGTH}, in the order of strings */
    Lexicon(String[] sorted) {
        words = sorted.length;
        int size = 0;
        String previous = "";
        for (String word : sorted) {
            size += word.length() - shared(previous, word);
            previous = word;
        }
        nodes = new int[STRIDE * (size + 1)];
        nodes[STRIDE * size + FIRST_WORD] = words;

        int[] open = new int[Words.MAX_LENGTH + 1];
        int node = 0;
        previous = "";
        for (int w = 0; w < words; w++) {
            String word = sorted[w];
            int shared = shared(previous, word);
            close(open, shared, previous.length(), node);
            for (int d = shared + 1; d <= word.length(); d++) {
                nodes[node] = word.charAt(d - 1) << Byte.SIZE | d;
                nodes[node + FIRST_WORD] = w;
                open[d] = node;
                if (d > 1) {
                    nodes[open[d - 1] + FOLLOWING] |= TypedWord.bit(word.charAt(d - 1));
                }
                node += STRIDE;
            }
            previous = word;
        }
        close(open, 0, previous.length(), node);
    }

    private void close(int[] open, int above, int from, int node) {
        for (int d = from; d > above; d--) {
            nodes[open[d] + END] = node;
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

    /** What {@link #match} finds; not to be changed. It is remembered for a while: while somebody types, words come again. */
    Matches matches(String typed, boolean prefix, int mistakes) {
        int place = Math.floorMod(Objects.hash(typed, prefix, mistakes), REMEMBERED);
        Known before = known.getAcquire(place);
        if (before != null && before.is(typed, prefix, mistakes)) {
            return before.found();
        }
        Matches found = new Matches();
        match(typed, prefix, mistakes, found);
        if (found.size() <= MOST_REMEMBERED_RANGES) {
            found.trim();
            known.setRelease(place, new Known(typed, prefix, mistakes, found));
        }
        return found;
    }

    /**
     * Adds to {@code found} the words that {@code typed} may stand for, each once, in its best {@linkplain Matches#kind
     * kind}.
     *
     * @param prefix whether the word may go on after what was typed
     * @param mistakes at most, 0 to 2
     */
    void match(String typed, boolean prefix, int mistakes, Matches found) {
        TypedWord word = new TypedWord(typed, mistakes);
        int[] agreeing = word.agreeing();
        int[] nearest = new int[word.deepest() + 1]; // distance from the typed word to the best beginning of the path
        nearest[0] = typed.length();
        for (int node = 0; node < nodes.length - STRIDE; ) {
            int d = nodes[node] & 0xff;
            char letter = (char) (nodes[node] >>> Byte.SIZE);
            if (mistakes == 0 && d == 1 && letter > typed.charAt(0)) {
                return;
            }
            int reach = word.read(letter, d);
            boolean alive = reach <= allowed(d, mistakes);
            int whole = alive ? word.away(d) : mistakes + 1;
            nearest[d] = Math.min(nearest[d - 1], whole);
            boolean completes = prefix && nearest[d] <= mistakes;
            int rest = firstWord(node);
            if (alive && firstWord(node + STRIDE) > rest) {
                if (whole <= mistakes && (whole == nearest[d] || !prefix)) {
                    found.add(rest, rest + 1, 2 * whole);
                } else if (completes) {
                    found.add(rest, rest + 1, 2 * nearest[d] + 1);
                }
                rest++;
            }
            boolean goesOn =
                    alive && (reach < allowed(d + 1, mistakes) || (nodes[node + FOLLOWING] & agreeing[d + 1]) != 0);
            if (goesOn) {
                node += STRIDE;
                continue;
            }
            node = nodes[node + END];
            if (completes && firstWord(node) > rest) {
                found.add(rest, firstWord(node), 2 * nearest[d] + 1);
            }
        }
    }

    private static int allowed(int depth, int mistakes) {
        return depth <= BEGINNING ? Math.min(1, mistakes) : mistakes;
    }

    private int firstWord(int node) {
        return nodes[node + FIRST_WORD];
    }

    /** Ranges of word numbers that one typed word may stand for. */
    static final class Matches {
        /** Kinds run from 0: 2 × mistakes, and 1 more where the typed word is only the beginning. */
        static final int KINDS = 6;

        private int[] ranges = new int[96];
        private int size;

        private void add(int from, int to, int kind) {
            if (3 * size == ranges.length) {
                ranges = Arrays.copyOf(ranges, 2 * ranges.length + 3);
            }
            ranges[3 * size] = from;
            ranges[3 * size + 1] = to;
            ranges[3 * size + 2] = kind;
            size++;
        }

        private void trim() {
            ranges = Arrays.copyOf(ranges, 3 * size);
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
