package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void python_lists_with_mixed_quoting_are_read() {
        assertThat(NameList.parse("['A', \"Gigi D'Agostino\"]")).containsExactly("A", "Gigi D'Agostino");
        assertThat(NameList.parse("['Royce Da 5\\'9\"', 'Axwell /\\\\ Ingrosso']"))
                .containsExactly("Royce Da 5'9\"", "Axwell /\\ Ingrosso");
        assertThat(NameList.parse("['\\u00e9\\x41\\U0001F525\\q']")).containsExactly("éA🔥\\q");
        assertThat(NameList.parse("[ 'a' ,'b', ]")).containsExactly("a", "b");
        assertThat(NameList.parse("'A', 'B'")).containsExactly("A", "B");
        assertThat(NameList.parse("[]")).isEmpty();
        assertThat(NameList.parse(" ")).isEmpty();
    }

    @Test
    void bare_names_stay_whole_and_semicolons_separate() {
        assertThat(NameList.parse("Tyler, The Creator")).containsExactly("Tyler, The Creator");
        assertThat(NameList.parse("Khea;Omar Varela; ")).containsExactly("Khea", "Omar Varela");
        assertThat(NameList.parse("[:SITD:]")).containsExactly("[:SITD:]");
        assertThat(NameList.parse("'Til Tuesday")).containsExactly("'Til Tuesday");
        assertThat(NameList.parse("\"Weird Al\" Yankovic")).containsExactly("\"Weird Al\" Yankovic");
        assertThat(NameList.parse("['broken")).containsExactly("['broken");
        assertThat(NameList.parse("NA")).containsExactly("NA");
    }

    @Test
    void a_written_list_reads_back_whatever_the_names() {
        Random random = new Random(11);
        String letters = "ab'\"\\,;[]|\n\té🔥 ";
        for (int round = 0; round < 5000; round++) {
            List<String> names = random.ints(1 + random.nextInt(3), 0, 1000)
                    .mapToObj(seed -> word(new Random(seed), letters))
                    .distinct()
                    .toList();
            assertThat(NameList.parse(NameList.literal(names))).isEqualTo(names);
            assertThat(NameList.parse(Tables.joined(names, "; "))).isEqualTo(names);
        }
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder("x");
        int[] points = letters.codePoints().toArray();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return word.append('y').toString();
    }

    @Test
    void keys_fold_case_accents_and_punctuation() {
        assertThat(TextKey.of("Beyoncé – Don't Hurt Yourself!")).isEqualTo("beyonce dont hurt yourself");
        assertThat(TextKey.of("SIMON & Garfunkel")).isEqualTo(TextKey.of("simon and garfunkel"));
        assertThat(TextKey.of("Søren Łucja Straße")).isEqualTo("soren lucja strasse");
        assertThat(TextKey.of("が")).isNotEqualTo(TextKey.of("か"));
        assertThat(TextKey.of("!!!")).isEqualTo("!!!");
        assertThat(TextKey.of("  ")).isEmpty();
    }

    @Test
    void titles_lose_their_remark_about_a_remaster() {
        assertThat(TextKey.ofTitle("Ask - 2011 Remaster")).isEqualTo("ask");
        assertThat(TextKey.ofTitle("Ask (Remastered 2013)")).isEqualTo("ask");
        assertThat(TextKey.ofTitle("Remaster")).isEqualTo("remaster");
        assertThat(TextKey.ofTitle("Ask - Live")).isEqualTo("ask live");
    }
}
