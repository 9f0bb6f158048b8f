package segue.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is refused before Spark is asked for anything. */
class RecommendCommandTest {
    private static String refused(String... options) {
        String[] args = new String[options.length + 5];
        System.arraycopy(new String[] {"recommend", "--users", "users.csv", "--out", "out.parquet"}, 0, args, 0, 5);
        System.arraycopy(options, 0, args, 5, options.length);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(args)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void optionsThatCannotBeMeantAreRefusedInASentence() {
        assertThat(refused("--n", "0")).isEqualTo("segue: n must be in [1, 100] but was 0\n");
        assertThat(refused("--by", "luck")).contains("--by must be sound, genres, tastes or playlists but was luck");
        assertThat(refused("--by", "genres")).contains("--by must be sound or tastes for many users but was genres");
        assertThat(refused("--by", "tastes", "--metric", "cosine")).contains("--metric is not for --by tastes");
        assertThat(refused("--vary", "2")).contains("variety must be in [0, 1] but was 2.0");
        assertThat(refused("--years", "old")).contains("--years must be like 1990-1999 but was old");
        assertThat(refused("--report", "out.parquet")).contains("out.parquet is named for two outputs");
        assertThat(refused("--metric", "taxi")).contains("taxi");
    }
}
