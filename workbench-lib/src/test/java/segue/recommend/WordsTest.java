package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Beyoncé, beyonce",
                "Sigur Rós, sigur ros",
                "Motörhead, motorhead",
                "P!nk, pink",
                "Ke$ha, kesha",
                "A$AP Rocky, asap rocky",
                "$uicideboy$, suicideboys",
                "Panic! At The Disco, panic at the disco",
                "Don't Stop, dont stop",
                "Don’t Stop, dont stop",
                "Don´t Stop, dont stop",
                "Simon & Garfunkel, simon and garfunkel",
                "Florence + The Machine, florence and the machine",
                "R&B, r and b",
                "R.E.M., rem",
                "O.C. Smith, oc smith",
                "AC/DC, ac dc",
                "Straße, strasse",
                "Røyksopp, royksopp",
                "Ænima, aenima",
                "İstanbul ISPARTA, istanbul isparta",
                "Ｈalo　１, halo 1",
                "Кино, кино",
                "Чёрный май, черный май",
                "Ελλάς, ελλασ",
                "blink-182, blink 182",
                "\uD83D\uDC94 heart, heart",
            })
    void case_accents_and_punctuation_are_folded(String text, String words) {
        assertThat(String.join(" ", Words.of(text).spoken())).isEqualTo(words);
    }

    @Test
    void each_han_or_kana_character_is_a_word_because_such_text_has_no_spaces() {
        assertThat(Words.of("東京 love").spoken()).containsExactly("東", "京", "love");
        assertThat(Words.of("loveが好き").spoken()).hasSize(4).startsWith("love");
    }

    @Test
    void half_a_hangul_syllable_begins_the_whole_one() {
        String half = Words.of("비").spoken().getFirst();
        assertThat(Words.of("빈").spoken().getFirst()).startsWith(half);
    }

    @Test
    void a_name_is_found_under_its_parts_and_joined() {
        assertThat(Words.of("AC/DC").searchable()).contains("ac", "dc", "acdc");
        assertThat(Words.of("O'Connor").searchable()).contains("oconnor", "o", "connor");
        assertThat(Words.of("R.E.M.").searchable()).contains("rem", "r", "e", "m");
    }

    @Test
    void and_and_n_stand_for_each_other() {
        assertThat(Words.of("Guns N' Roses").searchable()).contains("and");
        assertThat(Words.of("Rock & Roll").searchable()).contains("n");
    }

    @Test
    void text_without_letters_or_digits_has_no_words() {
        assertThat(Words.of("").spoken()).isEmpty();
        assertThat(Words.of(" …?! \u0301\uFE0F").spoken()).isEmpty();
    }

    @Test
    void any_text_gives_words_that_are_not_empty_and_not_long() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            Words words = Words.of(RandomText.of(random, 80));
            assertThat(words.searchable()).containsAll(words.spoken());
            assertThat(words.searchable()).allMatch(word -> !word.isEmpty() && word.length() <= Words.MAX_LENGTH);
        }
    }
}
