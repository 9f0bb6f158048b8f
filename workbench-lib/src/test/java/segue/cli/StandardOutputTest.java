package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private static StandardOutput printedTo(OutputStream stream) {
        StandardOutput output = new StandardOutput(stream);
        try (PrintStream out = output.printing(StandardCharsets.UTF_8)) {
            out.println("Jóga");
            out.print("and a last line without an end");
        }
        return output;
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(why);
            }
        };
    }

    @Test
    void what_is_printed_arrives_whole() {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        assertThat(printedTo(arrived).lost()).isEmpty();
        assertThat(arrived.toString(StandardCharsets.UTF_8))
                .isEqualTo("Jóga" + System.lineSeparator() + "and a last line without an end");
    }

    @Test
    void a_full_disk_is_remembered() {
        assertThat(printedTo(failing("No space left on device")).lost()).contains("No space left on device");
    }

    @Test
    void a_reader_that_went_away_is_no_failure() {
        assertThat(printedTo(failing("Broken pipe")).lost()).isEmpty();
    }
}
