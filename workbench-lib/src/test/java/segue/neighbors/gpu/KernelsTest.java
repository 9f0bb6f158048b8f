package segue.neighbors.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jcuda.driver.CUdeviceptr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.neighbors.Accumulation;

class KernelsTest {
    private static final Pattern ENTRY = Pattern.compile("\\.visible \\.entry (\\w+)\\(([^)]*)\\)");

    private static final String SPILLED = "[1-9]\\d* bytes (stack frame|spill)";

    static Stream<String> kernels() {
        return ENTRY.matcher(Kernels.ptx()).results().map(entry -> entry.group(1));
    }

    @Test
    void the_ptx_was_made_from_the_source_beside_it() throws IOException, NoSuchAlgorithmException {
        try (InputStream source = Kernels.class.getResourceAsStream("neighbors.cu")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.readAllBytes());
            assertThat(Kernels.ptx().lines().findFirst().orElseThrow())
                    .as("neighbors.cu was changed: run bench/gpu-ptx")
                    .endsWith(HexFormat.of().formatHex(digest));
        }
    }

    @Test
    void the_ptx_is_in_a_language_that_drivers_since_cuda_10_1_read() {
        assertThat(Kernels.ptx()).contains("\n.version 6.4\n", "\n.target sm_75\n");
    }

    /** With more registers fewer blocks run at a time than launch bounds promise; a spilled one goes to slow memory. */
    @Test
    void every_kernel_becomes_machine_code_that_keeps_everything_in_128_registers() {
        assumeTrue(PtxAssembler.isHere(), "JCuda's assembler has natives for Linux on x86-64 only");
        PtxAssembler.Result result = PtxAssembler.assemble(Kernels.ptx(), "sm_90");
        assertThat(result.errors()).isEmpty();
        assertThat(result.registers().keySet())
                .containsExactlyInAnyOrderElementsOf(kernels().toList());
        assertThat(result.registers().values()).allMatch(count -> count <= 128);
        assertThat(result.log()).doesNotContainPattern(SPILLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "products13", "absolutesWide", "largest32"})
    void a_kernel_cut_out_of_the_text_becomes_machine_code_by_itself(String kernel) {
        assumeTrue(PtxAssembler.isHere(), "JCuda's assembler has natives for Linux on x86-64 only");
        PtxAssembler.Result result = PtxAssembler.assemble(Kernels.ptxOf(kernel), "sm_75");
        assertThat(result.errors()).isEmpty();
        assertThat(result.registers()).containsOnlyKeys(kernel);
        assertThat(result.registers().get(kernel)).isLessThanOrEqualTo(128);
        assertThat(result.log()).doesNotContainPattern(SPILLED);
    }

    @Test
    void nonsense_does_not_become_machine_code() {
        assumeTrue(PtxAssembler.isHere(), "JCuda's assembler has natives for Linux on x86-64 only");
        String wrong = Kernels.ptxOf("merge").replaceFirst("ld\\.param\\.u64", "ld.param.u63");
        assertThat(PtxAssembler.assemble(wrong, "sm_75").errors()).contains(".u63");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void every_kernel_takes_what_it_is_called_with(String kernel) {
        Matcher entry = ENTRY.matcher(Kernels.ptxOf(kernel));
        assertThat(entry.find()).isTrue();
        List<String> parameters = Pattern.compile("\\.param \\.(\\w+)")
                .matcher(entry.group(2))
                .results()
                .map(parameter -> parameter.group(1))
                .toList();
        Portion portion = new Portion(Kernels.searching(Screen.Kind.PRODUCTS, 13), true, 5, 3, 2);
        CUdeviceptr address = new CUdeviceptr();
        CardRows.View rows = new CardRows.View(address, address, address);
        Arguments arguments = kernel.equals(Kernels.MERGE)
                ? Arguments.ofMerge(portion, address)
                : Arguments.ofSearch(rows, portion, address, address, 1, 0, Accumulation.SQUARES, 9, 1);
        assertThat(parameters).isEqualTo(arguments.types());
    }

    @Test
    void there_is_a_kernel_for_every_screen_and_any_number_of_columns() {
        List<String> kernels = kernels().toList();
        for (Screen.Kind screen : Screen.Kind.values()) {
            for (int columns : new int[] {0, 1, 8, 9, 13, 14, 32, 33, 1024, 100_000}) {
                Kernels.Searching kernel = Kernels.searching(screen, columns);
                assertThat(kernels).contains(kernel.name());
                assertThat(kernel.stride()).isGreaterThanOrEqualTo(columns).matches(stride -> stride % 4 == 0);
            }
        }
        assertThatThrownBy(() -> Kernels.ptxOf("nothing")).hasMessage("neighbors.ptx has no kernel nothing");
    }

    @Test
    void the_best_ones_stay_in_shared_memory_while_they_fit() {
        Kernels.Searching thirteen = Kernels.searching(Screen.Kind.PRODUCTS, 13);
        assertThat(thirteen.keepsBestInSharedMemory(10)).isTrue();
        assertThat(thirteen.keepsBestInSharedMemory(11)).isFalse();
        for (int k : new int[] {1, 10, 11, 29, 1024}) {
            assertThat(thirteen.sharedBytes(k)).isLessThanOrEqualTo(48 * 1024);
            assertThat(Kernels.searching(Screen.Kind.LARGEST, 500).sharedBytes(k))
                    .isLessThanOrEqualTo(48 * 1024);
        }
    }
}
