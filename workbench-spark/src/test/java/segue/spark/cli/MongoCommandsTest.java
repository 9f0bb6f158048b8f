package segue.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is refused before a session is opened. */
class MongoCommandsTest {
    private String err;

    private int spark(String... args) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            return Main.execute(args);
        } finally {
            System.setErr(before);
            err = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void addresses_that_are_none_are_wrong_use() {
        assertThat(spark("import", "mongodb://ann:hunter2@h/db..x", "--out", "songs"))
                .isEqualTo(2);
        assertThat(err)
                .contains("the collection '.x' has an empty part", "ann:****@h")
                .doesNotContain("hunter2");

        assertThat(spark("export", "songs", "--to", "mongodb://ann:hunter2@h/db"))
                .isEqualTo(2);
        assertThat(err).contains("must name a database and a collection").doesNotContain("hunter2");
    }

    @Test
    void partitioners_are_named() {
        assertThat(spark("import", "mongodb://h/db.x", "--out", "songs", "--partitioner", "many"))
                .isEqualTo(2);
        assertThat(err).contains("--partitioner must be single, sample, paginate but was 'many'");
    }

    @Test
    void a_server_that_is_away_is_told_before_spark_begins() {
        String away = "mongodb://ann:hunter2@127.0.0.1:1/db.x?serverSelectionTimeoutMS=300";

        assertThat(spark("import", away, "--out", "songs")).isEqualTo(1);
        assertThat(err).contains("no server answered").doesNotContain("hunter2");
        assertThat(spark("export", "songs", "--to", away)).isEqualTo(1);
        assertThat(err).contains("no server answered").doesNotContain("hunter2");
    }
}
