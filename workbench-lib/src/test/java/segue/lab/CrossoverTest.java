package segue.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrossoverTest {
    private static final double[] BATCHES = {1, 10, 100, 1_000};
    private static final double NONE = Double.NaN;

    private static Curve curve(String name, double... seconds) {
        return new Curve(name, true, false, seconds, "");
    }

    private static Sweep sweep(Curve... curves) {
        return new Sweep("made up", "queries a batch", BATCHES, List.of(curves));
    }

    /** One that costs 40 to begin with and 1 a query meets one that costs 2 a query at 40 queries. */
    @Test
    void the_crossing_of_two_lines_is_found_between_the_steps() {
        Curve steady = curve("steady", 1, 1, 1, 1);
        Curve starter = curve("starter", 100, 10, 1.0 / 10, 1.0 / 100);
        List<Crossover> found = Crossover.of(BATCHES, List.of(steady, starter));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().below()).isEqualTo("steady");
        assertThat(found.getFirst().above()).isEqualTo("starter");
        // From 10 times slower at 10 to 10 times quicker at 100: half way, on logarithmic axes.
        assertThat(found.getFirst().at()).isCloseTo(Math.sqrt(1_000), within(1e-9));
    }

    @Test
    void a_lead_within_the_noise_is_no_crossover() {
        assertThat(Crossover.of(BATCHES, List.of(curve("a", 1, 1, 1, 1), curve("b", 2, 0.95, 0.9, 1.1))))
                .isEmpty();
    }

    @Test
    void who_was_too_slow_to_be_measured_loses_where_it_stopped() {
        List<Crossover> found =
                Crossover.of(BATCHES, List.of(curve("short", 1, 1, NONE, NONE), curve("long", 5, 5, 5, 5)));
        assertThat(found).containsExactly(new Crossover(100, "short", "long"));
    }

    @Test
    void the_sentence_names_every_change_in_order() {
        Sweep sweep = sweep(curve("scalar", 1, 5, 50, 50), curve("simd", 4, 1, 5, 5), curve("tree", 20, 20, 1, 0.1));
        assertThat(sweep.findings())
                .hasSize(1)
                .first()
                .asString()
                .matches("Of the exact ones scalar is quickest up to about \\d, then simd up to about \\d\\d "
                        + "queries a batch, and tree from there on\\.");
    }

    @Test
    void where_nothing_changes_the_sentence_says_so() {
        assertThat(sweep(curve("simd", 1, 1, 1, 1), curve("scalar", 9, 9, 9, 9)).findings())
                .containsExactly("Of the exact ones simd is quickest at every step, from 1 to 1,000 queries a batch.");
    }

    @Test
    void a_lead_that_begins_and_ends_at_one_number_is_not_told() {
        Sweep sweep = sweep(curve("plain", 1, 1.16, 1, 9), curve("simd", 1e6, 1, 1e6, 1));
        assertThat(sweep.findings())
                .hasSize(1)
                .first()
                .asString()
                .matches(
                        "Of the exact ones plain is quickest up to about \\d+ queries a batch, and simd from there on\\.");
    }

    @Test
    void a_card_is_compared_with_the_best_that_the_processor_can_do() {
        Sweep sweep = sweep(curve("simd", 1, 9, 9, 9), curve("tree", 9, 1, 1, 1), curve("gpu", 90, 9, 0.9, 0.1));
        assertThat(sweep.findings())
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("CPU against card: the CPU is quickest up to about")
                        .endsWith("and gpu from there on."));
    }

    @Test
    void auto_and_approximate_ones_do_not_compete_with_the_exact() {
        Curve auto = new Curve("auto", true, true, new double[] {0.1, 0.1, 0.1, 0.1}, "");
        Curve hnsw = new Curve("hnsw", false, false, new double[] {0.5, 0.5, 0.5, 0.5}, "");
        assertThat(sweep(auto, hnsw, curve("simd", 1, 1, 1, 1)).findings())
                .containsExactly(
                        "Of the exact ones simd is quickest at every step, from 1 to 1,000 queries a batch.",
                        "With the approximate ones hnsw is quickest at every step, from 1 to 1,000 queries a batch.");
    }

    @Test
    void an_approximate_one_that_is_never_quicker_is_said_to_be_none() {
        Curve hnsw = new Curve("hnsw", false, false, new double[] {5, 5, 5, 5}, "");
        assertThat(sweep(hnsw, curve("simd", 1, 1, 1, 1)).findings())
                .last()
                .isEqualTo("No approximate one is clearly quicker at any step.");
    }

    @Test
    void numbers_in_sentences_have_two_digits() {
        assertThat(Sweep.number(43.7)).isEqualTo("44");
        assertThat(Sweep.number(437.2)).isEqualTo("440");
        assertThat(Sweep.number(1.3)).isEqualTo("1");
        assertThat(Sweep.number(170_653)).isEqualTo("170,653");
    }
}
