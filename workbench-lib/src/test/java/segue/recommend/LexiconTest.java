package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The walk over the trie against a table filled cell by cell, on words of few letters, so that many are near. */
class LexiconTest {
    private static final int SEED = 11;

    @Test
    void a_walk_finds_what_comparing_with_every_word_finds() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 300; round++) {
            String[] sorted = words(random);
            Lexicon lexicon = new Lexicon(sorted);
            for (int i = 0; i < 10; i++) {
                String typed = word(random, 10);
                boolean prefix = random.nextBoolean();
                int mistakes = random.nextInt(typed.length() < 8 ? 2 : 3);
                assertThat(walk(lexicon, sorted, typed, prefix, mistakes))
                        .as("%s, prefix %s, %d mistakes, round %d of seed %d", typed, prefix, mistakes, round, SEED)
                        .isEqualTo(compare(sorted, typed, prefix, mistakes));
            }
        }
    }

    @Test
    void mistakes_are_forgiven_by_length_and_never_in_numbers() {
        assertThat(Lexicon.tolerance("abc")).isZero();
        assertThat(Lexicon.tolerance("abcd")).isEqualTo(1);
        assertThat(Lexicon.tolerance("abcdefg")).isEqualTo(1);
        assertThat(Lexicon.tolerance("abcdefgh")).isEqualTo(2);
        assertThat(Lexicon.tolerance("1999")).isZero();
    }

    @Test
    void a_lexicon_without_words_matches_nothing() {
        Lexicon.Matches found = new Lexicon.Matches();
        new Lexicon(new String[0]).match("word", true, 1, found);
        assertThat(found.size()).isZero();
    }

    private static Map<String, Integer> walk(
            Lexicon lexicon, String[] sorted, String typed, boolean prefix, int mistakes) {
        Lexicon.Matches found = new Lexicon.Matches();
        lexicon.match(typed, prefix, mistakes, found);
        Map<String, Integer> kinds = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            for (int word = found.from(i); word < found.to(i); word++) {
                assertThat(kinds.put(sorted[word], found.kind(i)))
                        .as("found once")
                        .isNull();
            }
        }
        return kinds;
    }

    private static Map<String, Integer> compare(String[] sorted, String typed, boolean prefix, int mistakes) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (String word : sorted) {
            int best = Integer.MAX_VALUE;
            for (int length = 1; length <= word.length(); length++) {
                boolean whole = length == word.length();
                int distance = distance(typed, word.substring(0, length));
                if (distance <= mistakes && (whole || prefix)) {
                    best = Math.min(best, 2 * distance + (whole ? 0 : 1));
                }
            }
            if (best != Integer.MAX_VALUE && (mistakes < 2 || agreesAtTheBeginning(typed, word))) {
                kinds.put(word, best);
            }
        }
        return kinds;
    }

    /** With two mistakes, at most one in the first three letters: some beginning of the typed word is that near. */
    private static boolean agreesAtTheBeginning(String typed, String word) {
        for (int d = 1; d <= Math.min(3, word.length()); d++) {
            int least = Integer.MAX_VALUE;
            for (int length = 0; length <= typed.length(); length++) {
                least = Math.min(least, distance(typed.substring(0, length), word.substring(0, d)));
            }
            if (least > 1) {
                return false;
            }
        }
        return true;
    }

    /** Optimal string alignment distance, by its definition. */
    private static int distance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                table[i][j] = Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[a.length()][b.length()];
    }

    private static String[] words(SplittableRandom random) {
        TreeSet<String> words = new TreeSet<>();
        for (int i = random.nextInt(200); i >= 0; i--) {
            words.add(word(random, 12));
        }
        return words.toArray(String[]::new);
    }

    private static String word(SplittableRandom random, int maxLength) {
        StringBuilder word = new StringBuilder();
        for (int left = 1 + random.nextInt(maxLength); left > 0; left--) {
            word.append("abc¡".charAt(random.nextInt(4))); // ¡ and a share their last six bits
        }
        return word.toString();
    }
}
