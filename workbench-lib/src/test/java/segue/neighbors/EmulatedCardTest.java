package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.neighbors.gpu.EmulatedCard;

/** The kernels' own source and JCuda's own library, on the CPU: everything but the card. */
class EmulatedCardTest {
    @Test
    void the_kernels_give_the_oracles_answers_to_the_last_bit() {
        Process trial = EmulatedCard.start(CardTrial.class, EmulatedCard.folder(), Map.of(), "compare");
        assertThat(EmulatedCard.output(trial)).isEqualTo("212 answers are the oracle's");
    }

    @Test
    void portions_that_fit_a_small_card_and_passes_behind_one_another_give_the_same() {
        Process trial = EmulatedCard.start(
                CardTrial.class, EmulatedCard.folder(), Map.of("SEGUE_EMULATED_MEMORY", "400000"), "split");
        assertThat(EmulatedCard.output(trial)).isEqualTo("2 answers are the oracle's");
    }
}
