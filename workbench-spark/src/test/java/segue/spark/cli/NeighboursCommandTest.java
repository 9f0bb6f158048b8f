package segue.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is refused before a session opens. */
class NeighboursCommandTest {
    private static void assertRefused(int exitCode, String sentence, String... args) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        int code;
        try {
            code = Main.execute(args);
        } finally {
            System.setErr(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains(sentence);
        assertThat(code).isEqualTo(exitCode);
    }

    private static void assertRefused(String sentence, String... more) {
        String[] args = new String[more.length + 5];
        System.arraycopy(new String[] {"neighbours", "--data", "x.npy", "--out", "y"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        assertRefused(2, sentence, args);
    }

    @Test
    void whatCannotBeAskedForIsRefusedInOneSentence() {
        assertRefused("--k must be at least 1 but was 0", "--k", "0");
        assertRefused("metric must be one of euclidean, manhattan, cosine", "--metric", "far");
        assertRefused("way must be one of auto, broadcast, shuffle but was fly", "--way", "fly");
        assertRefused("--scale must be standard or none but was minmax", "--scale", "minmax");
        assertRefused("--block-mb must be in [1, 1024] but was 0", "--block-mb", "0");
        assertRefused("weight 1 is -1.0", "--weights", "1,-1");
        assertRefused(2, "'--data=PATH'", "knn", "--out", "y");
        assertRefused(2, "--k must be at least 1 but was -1", "cost", "--k", "-1");
    }
}
