package segue.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged kernel over real sockets, driven by clients that are not ours: Jupyter's own, the community's conformance
 * tests, and bytes of our making. Each test in Python is one test here. Two modules run at a time.
 */
class KernelProofIT {
    private static final List<String> MODULES = List.of(
            "test_kernels",
            "test_clients",
            "test_soak",
            "test_behaviour",
            "test_page",
            "test_tools",
            "test_fuzz",
            "test_conformance");

    @TempDir
    private static Path folder;

    private static PythonProof proof;
    private static boolean hasClient;
    private static final Map<String, Future<PythonProof.Report>> REPORTS = new LinkedHashMap<>();
    private static final ExecutorService TWO_AT_A_TIME = Executors.newFixedThreadPool(2);

    @BeforeAll
    static void begin() throws Exception {
        proof = PythonProof.setUp();
        hasClient = proof.has("jupyter_client", "nbclient", "nbconvert", "psutil");
        boolean hasConformance = proof.has("jupyter_kernel_test");
        for (String module : MODULES) {
            if (hasClient && (hasConformance || !module.equals("test_conformance"))) {
                REPORTS.put(module, TWO_AT_A_TIME.submit(() -> proof.run(module, folder)));
            }
        }
    }

    @AfterAll
    static void end() {
        TWO_AT_A_TIME.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> the_communitys_conformance_tests() throws Exception {
        assumeTrue(
                !hasClient || REPORTS.containsKey("test_conformance"),
                () -> proof.python() + " has no jupyter_kernel_test (Debian: python3-jupyter-kernel-test)");
        return tests("test_conformance");
    }

    @TestFactory
    Stream<DynamicTest> what_a_person_notices() throws Exception {
        return tests("test_behaviour");
    }

    @TestFactory
    Stream<DynamicTest> many_clients_and_clients_that_misbehave() throws Exception {
        return tests("test_clients");
    }

    @TestFactory
    Stream<DynamicTest> the_live_page_in_a_notebook() throws Exception {
        return tests("test_page");
    }

    @TestFactory
    Stream<DynamicTest> kernels_that_start_and_end() throws Exception {
        return tests("test_kernels");
    }

    @TestFactory
    Stream<DynamicTest> nonsense_on_every_socket() throws Exception {
        return tests("test_fuzz");
    }

    @TestFactory
    Stream<DynamicTest> two_thousand_cells() throws Exception {
        return tests("test_soak");
    }

    @TestFactory
    Stream<DynamicTest> nbclient_nbconvert_run_and_console() throws Exception {
        return tests("test_tools");
    }

    private static Stream<DynamicTest> tests(String module) throws InterruptedException, ExecutionException {
        assumeTrue(hasClient, () -> proof.python() + " has no jupyter_client, nbclient, nbconvert and psutil");
        PythonProof.Report report = REPORTS.get(module).get();
        report.remarks().forEach(System.out::println);
        Stream<DynamicTest> each = report.outcomes().stream()
                .map(outcome -> DynamicTest.dynamicTest(outcome.test(), () -> {
                    switch (outcome.outcome()) {
                        case "passed" -> {}
                        case "skipped" -> abort("Assumption failed: " + outcome.detail());
                        default -> fail(outcome.test() + ": " + outcome.detail());
                    }
                }));
        return Stream.concat(
                each,
                Stream.of(DynamicTest.dynamicTest(
                        module + " ran to its end",
                        () -> assertThat(report.complete())
                                .as(() -> String.join("\n", report.remarks()))
                                .isTrue())));
    }
}
