package segue.chart.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.chart.ChartFiles;
import segue.feedback.Count;

class WordCloudTest {
    private static final List<Count> SCRIPTS = List.of(
            new Count("東京事変", 30),
            new Count("أم كلثوم", 25),
            new Count("<script>alert(1)</script>", 20),
            new Count("Björk", 18),
            new Count("🎷 jazz", 14),
            new Count("방탄소년단", 12),
            new Count("פיוט", 9),
            new Count("a&b \"c\" 'd'", 7),
            new Count("gypsy", 5));

    private static WordCloud cloud(List<Count> counts) {
        return WordCloud.of("Searched for", counts, "Nobody has searched yet.", CloudOptions.defaults());
    }

    /** Words of random letters, a few of them much more frequent than most. */
    private static List<Count> words(int count, long seed) {
        Random random = new Random(seed);
        List<Count> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String letters = random.ints(3 + random.nextInt(9), 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            words.add(new Count(letters + i, 1 + (int) (400 / Math.pow(i + 1, 0.8))));
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_two_words_share_a_pixel(long seed) {
        assertApart(WordCloud.of(
                "t", words(80, seed), "none", CloudOptions.defaults().withSeed(seed)));
    }

    @Test
    void no_two_words_of_other_scripts_share_a_pixel() {
        assertApart(cloud(SCRIPTS));
    }

    private static void assertApart(WordCloud cloud) {
        int[] owner = new int[cloud.getWidth() * cloud.getHeight()];
        for (int i = 0; i < cloud.words().size(); i++) {
            PlacedWord word = cloud.words().get(i);
            BufferedImage alone = new BufferedImage(cloud.getWidth(), cloud.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D graphics = alone.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setColor(Color.WHITE);
            TextLayout layout =
                    new TextLayout(word.shown(), WordSize.font(word.size()), graphics.getFontRenderContext());
            layout.draw(graphics, (float) (word.x() - layout.getAdvance() / 2), (float) word.baseline());
            int[] ink = alone.getData().getPixels(0, 0, alone.getWidth(), alone.getHeight(), (int[]) null);
            int inked = 0;
            for (int pixel = 0; pixel < ink.length; pixel++) {
                if (ink[pixel] > 0) {
                    inked++;
                    assertThat(owner[pixel])
                            .as("word that %s stands on", word.shown())
                            .isZero();
                    owner[pixel] = i + 1;
                }
            }
            assertThat(inked).as(word.shown()).isPositive();
        }
    }

    @Test
    void every_word_stands_inside_the_picture() {
        Stream.of(words(200, 4), SCRIPTS, List.of(new Count("w".repeat(400), 3)))
                .flatMap(counts -> cloud(counts).words().stream())
                .forEach(word -> {
                    assertThat(word.left()).isNotNegative();
                    assertThat(word.top()).isNotNegative();
                    assertThat(word.right()).isLessThanOrEqualTo(560);
                    assertThat(word.bottom()).isLessThanOrEqualTo(340);
                });
    }

    @Test
    void every_word_is_shown_or_said_to_be_left_out() throws Exception {
        List<Count> counts = words(200, 5);
        WordCloud cloud =
                WordCloud.of("t", counts, "none", CloudOptions.defaults().withMost(200));
        assertThat(Stream.concat(
                        cloud.words().stream().map(PlacedWord::label),
                        cloud.leftOut().stream().map(Count::label)))
                .containsExactlyInAnyOrderElementsOf(
                        counts.stream().map(Count::label).toList());
        assertThat(cloud.leftOut()).isNotEmpty();
        assertThat(cloud.inlineSvg("c"))
                .contains("and %d rarer words".formatted(cloud.leftOut().size()));
        assertThat(cloud.description())
                .endsWith("; %d rarer not shown.".formatted(cloud.leftOut().size()));
    }

    @Test
    void the_most_frequent_word_stands_out_however_many_there_are() {
        WordCloud cloud =
                WordCloud.of("t", words(200, 5), "none", CloudOptions.defaults().withMost(200));
        assertThat(cloud.words().getFirst().size()).isGreaterThanOrEqualTo(2.5 * 11);
    }

    @Test
    void letters_grow_with_the_square_root_of_the_count() {
        List<PlacedWord> words = cloud(List.of(new Count("jazz", 900), new Count("rock", 225), new Count("folk", 100)))
                .words();
        assertThat(words.get(0).size() / words.get(1).size()).isCloseTo(2, within(1e-9));
        assertThat(words.get(0).size() / words.get(2).size()).isCloseTo(3, within(1e-9));
    }

    @Test
    void words_of_equal_counts_are_equally_large_and_come_by_the_alphabet() {
        List<PlacedWord> words = cloud(IntStream.range(10, 50)
                        .mapToObj(i -> new Count("word" + i, 5))
                        .toList())
                .words();
        assertThat(words).hasSize(40).isSortedAccordingTo((a, b) -> a.label().compareTo(b.label()));
        assertThat(words)
                .extracting(PlacedWord::size)
                .containsOnly(words.getFirst().size());
    }

    @Test
    void the_same_counts_in_another_order_give_the_same_picture() {
        List<Count> counts = words(60, 6);
        List<Count> shuffled = new ArrayList<>(counts);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(cloud(shuffled).words()).isEqualTo(cloud(counts).words());
        assertThat(cloud(shuffled).inlineSvg("c")).isEqualTo(cloud(counts).inlineSvg("c"));
        WordCloud otherSeed =
                WordCloud.of("t", counts, "none", CloudOptions.defaults().withSeed(43));
        assertThat(otherSeed.words()).isNotEqualTo(cloud(counts).words());
    }

    @Test
    void a_word_that_comes_twice_is_one_and_what_is_no_word_is_none() {
        WordCloud cloud = cloud(
                List.of(new Count("jazz", 2), new Count(" jazz\u0000", 3), new Count(" \t", 9), new Count("never", 0)));
        assertThat(cloud.words()).extracting(PlacedWord::label).containsExactly("jazz");
        assertThat(cloud.words().getFirst().times()).isEqualTo(5);
        assertThat(cloud.leftOut()).isEmpty();
    }

    @Test
    void a_long_word_is_shown_by_its_beginning_and_told_whole() throws Exception {
        String whole = "Donaudampfschifffahrtsgesellschaftskapitän";
        WordCloud cloud = cloud(List.of(new Count(whole, 3)));
        assertThat(cloud.words().getFirst().shown()).hasSize(WordCloud.LONGEST).endsWith("…");
        assertThat(Xml.elements(Xml.parse(cloud.inlineSvg("c")), "title").get(1).getTextContent())
                .isEqualTo(whole + ": 3");
    }

    @Test
    void half_a_character_and_turned_directions_do_not_reach_the_picture() throws Exception {
        WordCloud cloud = cloud(List.of(new Count("\ud83c jazz \u202eevil\uffff", 3)));
        assertThat(cloud.words().getFirst().label()).isEqualTo("jazz evil");
        Xml.parse(cloud.inlineSvg("c"));
    }

    @Test
    void the_svg_is_well_formed_and_its_words_are_text_with_their_counts() throws Exception {
        WordCloud cloud = cloud(SCRIPTS);
        var root = Xml.parse(cloud.inlineSvg("searches"));
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(Xml.elements(root, "script")).isEmpty();
        var words = Xml.elements(root, "text");
        assertThat(words.stream().map(word -> word.getLastChild().getTextContent()))
                .containsAll(SCRIPTS.stream().map(Count::label).toList());
        assertThat(Xml.elements(root, "title").stream().map(title -> title.getTextContent()))
                .containsAll(SCRIPTS.stream()
                        .map(count -> count.label() + ": " + count.times())
                        .toList());
        assertThat(Xml.elements(root, "desc").getFirst().getTextContent()).contains("東京事変 (30)");
        assertThat(words)
                .filteredOn(word -> word.getAttribute("direction").equals("rtl"))
                .hasSize(2);
    }

    @Test
    void without_words_a_sentence_is_drawn() {
        WordCloud none = cloud(List.of());
        assertThat(none.description()).isEqualTo("Nobody has searched yet.");
        assertThat(none.inlineSvg("c")).contains(">Nobody has searched yet.</text>");
        BufferedImage image = ChartFiles.image(none, 1).getSubimage(0, 100, 560, 200);
        assertThat(IntStream.range(0, 560 * 200).anyMatch(i -> image.getRGB(i % 560, i / 560) != Color.WHITE.getRGB()))
                .isTrue();
    }

    @Test
    void options_out_of_range_are_refused_by_name() {
        assertThatThrownBy(() -> CloudOptions.defaults().withMost(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("most must be in [1, 200] but was 0");
        assertThatThrownBy(() -> CloudOptions.defaults().withSize(10, 340)).hasMessageContaining("width must be in");
        assertThatThrownBy(() -> cloud(SCRIPTS).inlineSvg("a b")).hasMessageContaining("but was 'a b'");
    }
}
