package segue.recommend;

/**
 * A typed word as an automaton that reads other words letter by letter and knows with how many mistakes their beginnings are
 * beginnings of it: a letter too many, too few, another one, or two neighbours swapped (optimal string alignment). Its states
 * are bits, all places of the typed word in one {@code long} for each number of mistakes (Wu and Manber, Fast text searching
 * allowing errors, CACM 35(10), 1992; swaps added), so that reading a letter takes a handful of operations. Going back is
 * reading again from an earlier depth.
 */
final class TypedWord {
    private static final int ASCII = 128;

    private static final int BITS = 31;

    private final String typed;
    private final boolean ascii;
    private final int mistakes;
    private final long all;
    private final long end;
    /** For each letter the places where it stands in the typed word: bit 1 for the first. */
    private final long[] places = new long[ASCII];
    /** For each depth the places of the letter read there. */
    private final long[] read;

    private final long[] none;
    private final long[] one;
    private final long[] two;

    /** @param typed at most {@link Words#MAX_LENGTH} letters */
    TypedWord(String typed, int mistakes) {
        this.typed = typed;
        this.mistakes = mistakes;
        ascii = typed.chars().allMatch(letter -> letter < ASCII);
        all = (2L << typed.length()) - 1;
        end = 1L << typed.length();
        for (int i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) < ASCII) {
                places[typed.charAt(i)] |= 2L << i;
            }
        }
        int depths = deepest() + 1;
        read = new long[depths];
        none = new long[depths];
        one = new long[depths];
        two = new long[depths];
        none[0] = 1;
        one[0] = 3 & all;
        two[0] = 7 & all;
    }

    /** Every word is told apart by so many letters. */
    int deepest() {
        return typed.length() + mistakes + 1;
    }

    /**
     * Reads the letter at a depth, after those above it.
     *
     * @param depth from 1 to {@link #deepest}
     * @return the fewest mistakes that any beginning of the typed word is away; one more than allowed where it is more
     */
    int read(char letter, int depth) {
        long here = letter < ASCII ? places[letter] : ascii ? 0 : placesOf(letter);
        read[depth] = here;
        long without = none[depth - 1] << 1 & here;
        none[depth] = without;
        if (mistakes == 0) {
            return without != 0 ? 0 : 1;
        }
        long swapped = depth > 1 ? here << 1 & read[depth - 1] : 0;
        long with = step(one, none, without, depth, here, swapped);
        if (mistakes == 1) {
            return without != 0 ? 0 : with != 0 ? 1 : 2;
        }
        long withTwo = step(two, one, with, depth, here, swapped);
        return without != 0 ? 0 : with != 0 ? 1 : withTwo != 0 ? 2 : 3;
    }

    private long step(long[] states, long[] fewer, long fewerNow, int depth, long here, long swapped) {
        long before = fewer[depth - 1];
        long now = states[depth - 1] << 1 & here | before | before << 1 | fewerNow << 1;
        if (swapped != 0) {
            now |= fewer[depth - 2] << 2 & swapped;
        }
        now &= all;
        states[depth] = now;
        return now;
    }

    /** A letter as one bit of 32; letters 32 apart share theirs. */
    static int bit(char letter) {
        return 1 << (letter & BITS);
    }

    /** The {@linkplain #bit bits} of the letters that may agree with one at a depth; any other one is a mistake there. */
    int[] agreeing() {
        int[] agreeing = new int[deepest() + 1];
        for (int depth = 1; depth < agreeing.length; depth++) {
            int to = Math.min(typed.length(), depth + mistakes);
            for (int i = Math.max(0, depth - mistakes - 2); i < to; i++) {
                agreeing[depth] |= bit(typed.charAt(i));
            }
        }
        return agreeing;
    }

    private long placesOf(char letter) {
        long found = 0;
        for (int i = typed.indexOf(letter); i >= 0; i = typed.indexOf(letter, i + 1)) {
            found |= 2L << i;
        }
        return found;
    }

    /** How many mistakes what was read to a depth is away from the whole typed word; one more than allowed for more. */
    int away(int depth) {
        if ((none[depth] & end) != 0) {
            return 0;
        }
        if (mistakes > 0 && (one[depth] & end) != 0) {
            return 1;
        }
        return mistakes > 1 && (two[depth] & end) != 0 ? 2 : mistakes + 1;
    }
}
