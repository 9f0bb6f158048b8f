package segue.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the commands for scales, clusters and graphs refuse before a session opens. */
class ModelCommandsTest {
    private static String refused(int exitCode, String... args) {
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(args)).isEqualTo(exitCode);
        } finally {
            System.setErr(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aScaleThatIsNoneIsRefused() {
        assertThat(refused(2, "scale", "--data", "x.npy", "--out", "y", "--kind", "robust"))
                .contains("scale must be one of standard, minmax, none but was robust");
        assertThat(refused(2, "scale", "--data", "x.npy", "--out", "y", "--kind", "none"))
                .contains("--kind must be standard or minmax");
    }

    @Test
    void noClustersAreRefused() {
        assertThat(refused(2, "kmeans", "--data", "x.npy", "--out", "y")).contains("--k");
        assertThat(refused(2, "kmeans", "--data", "x.npy", "--out", "y", "--k", "0"))
                .contains("k must be in [1, 65,536] but was 0");
    }

    @Test
    void aMetricWithoutGraphsIsRefused() {
        assertThat(refused(1, "approximate", "--data", "x.npy", "--out", "y", "--metric", "manhattan"))
                .contains("HNSW cannot search by manhattan");
        assertThat(refused(2, "approximate", "--data", "x.npy", "--out", "y", "--metric", "far"))
                .contains("metric must be one of");
    }
}
