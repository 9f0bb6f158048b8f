package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.neighbors.gpu.EmulatedCard;

/** What a person is told, provoked with an emulated driver; the JVMs run side by side. */
class GpuFailuresTest {
    private static final Map<String, Process> TRIALS = new HashMap<>();

    @TempDir
    static Path nothing;

    @BeforeAll
    static void start_every_trial() {
        Path card = EmulatedCard.folder();
        TRIALS.put("no driver", EmulatedCard.start(CardTrial.class, nothing, Map.of(), "reason"));
        trial(card, "no card", "SEGUE_EMULATED_CARDS", "0", "reason");
        trial(card, "card that the driver does not see", "SEGUE_EMULATED_FAILURE", "cuInit:100", "reason");
        trial(card, "driver that does not start", "SEGUE_EMULATED_FAILURE", "cuInit:999", "reason");
        trial(card, "old driver", "SEGUE_EMULATED_DRIVER", "9020", "reason");
        trial(card, "old card", "SEGUE_EMULATED_CAPABILITY", "61", "reason");
        trial(card, "number too large", "SEGUE_GPU_DEVICE", "3", "reason");
        trial(card, "no number", "SEGUE_GPU_DEVICE", "the first", "reason");
        trial(card, "context", "SEGUE_EMULATED_FAILURE", "cuDevicePrimaryCtxRetain:2", "reason");
        trial(card, "kernel", "SEGUE_EMULATED_FAILURE", "cuModuleLoadData:218", "reason", "index");
        trial(card, "small", "SEGUE_EMULATED_MEMORY", "400000", "index");
        trial(card, "launch", "SEGUE_EMULATED_FAILURE", "cuLaunchKernel:700", "index", "auto");
    }

    private static void trial(Path card, String name, String setting, String value, String... trials) {
        TRIALS.put(name, EmulatedCard.start(CardTrial.class, card, Map.of(setting, value), trials));
    }

    private static String told(String trial) {
        return EmulatedCard.output(TRIALS.get(trial));
    }

    @Test
    void without_a_driver_the_library_that_was_looked_for_is_named() {
        assertThat(told("no driver"))
                .isEqualTo("No NVIDIA driver is installed (libcuda.so.1 was not found); the CPU answers exactly.");
    }

    @Test
    void a_driver_without_a_card_is_told_from_no_driver() {
        assertThat(told("no card")).isEqualTo("There is an NVIDIA driver but no card that it can use.");
        assertThat(told("card that the driver does not see"))
                .isEqualTo("There is an NVIDIA driver but no card that it can use.");
        assertThat(told("driver that does not start"))
                .isEqualTo("The NVIDIA driver does not start: cuInit answers 999.");
    }

    @Test
    void an_old_driver_and_an_old_card_say_what_is_needed() {
        assertThat(told("old driver"))
                .isEqualTo("The NVIDIA driver is too old: it speaks CUDA 9.2, but CUDA 10.1 (driver 418) or newer is"
                        + " needed.");
        assertThat(told("old card"))
                .isEqualTo("emulated card is too old: it has compute capability 6.1, but 7.5 (Turing) or newer is"
                        + " needed.");
    }

    @Test
    void a_wrong_number_of_a_card_is_answered_with_those_there_are() {
        assertThat(told("number too large"))
                .isEqualTo("SEGUE_GPU_DEVICE must be the number of a card, 0, the only one here, but was '3'.");
        assertThat(told("no number"))
                .isEqualTo("SEGUE_GPU_DEVICE must be the number of a card, 0, the only one here, but was 'the first'.");
    }

    @Test
    void a_card_that_cannot_be_opened_or_refuses_the_kernels_says_so_every_time() {
        assertThat(told("context")).isEqualTo("The card has too little free memory to open the card.");
        assertThat(told("kernel").lines())
                .containsExactly(
                        "The card failed to compile the kernel merge: CUDA_ERROR_INVALID_PTX.",
                        "The card failed to compile the kernel merge: CUDA_ERROR_INVALID_PTX.");
    }

    @Test
    void data_beyond_the_cards_memory_say_how_much_is_needed() {
        assertThat(told("small"))
                .isEqualTo("The card's memory is too small for the 3,000 rows of the data: they need 1 MB and 0 MB are"
                        + " free.");
    }

    @Test
    void a_card_that_fails_at_work_is_told_of_where_it_was_asked_for_and_given_up_under_auto() {
        String[] lines = told("launch").split("\n");
        String failure = "The card failed to run the kernel productsWide: CUDA_ERROR_ILLEGAL_ADDRESS.";
        assertThat(lines[0]).isEqualTo(failure);
        assertThat(lines[1])
                .isEqualTo("Choice[backend=GPU, reason=80,000 queries over 80,000 rows are work for emulated card.]");
        assertThat(lines[2]).isEqualTo("true");
        assertThat(lines[3])
                .contains("backend=TREE", "The card was given up: The card failed to run the kernel products8");
    }

    @Test
    void a_driver_that_lacks_a_function_is_too_old_instead_of_the_end_of_the_jvm(@TempDir Path folder)
            throws IOException {
        Process trial = EmulatedCard.start(
                CardTrial.class, EmulatedCard.driverOf(folder, "cuInit", "cuDriverGetVersion"), Map.of(), "reason");
        assertThat(EmulatedCard.output(trial))
                .isEqualTo("The NVIDIA driver is too old: it has no cuDeviceGetCount; CUDA 10.1 (driver 418) or newer"
                        + " is needed.");
    }
}
