package segue.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import segue.audio.resample.Resampler;
import segue.audio.signal.Signal;

/** Whether code is interpreted or compiled, which depends on time, must not be heard. */
class SameBitsTest {
    private static final int ROUNDS = 60;

    /** In a process of its own: tells the row's values, or with {@code resampled} those of a resampled signal. */
    public static void main(String[] args) {
        System.out.print(Arrays.toString("resampled".equals(args[0]) ? resampled() : row()));
    }

    private static Signal music() {
        Random random = new Random(5);
        float[] samples = new float[6_000];
        double smooth = 0;
        for (int i = 0; i < samples.length; i++) {
            smooth = 0.95 * smooth + 0.02 * random.nextGaussian();
            samples[i] = (float) (smooth + 0.3 * Math.sin(i * 0.07) * Math.exp(-(i % 2_000) / 1_500.0));
        }
        return Signal.of(samples, 22_050);
    }

    private static float[] row() {
        return Descriptors.of(music()).values();
    }

    private static float[] resampled() {
        return Resampler.resample(music().samples(), 44_100, 22_050);
    }

    private static String interpreted(String what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xint"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:MaxVectorSize"))
                .forEach(command::add);
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), SameBitsTest.class.getName(), what));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(child.waitFor()).isZero();
        return told;
    }

    @Test
    void a_row_has_the_same_bits_interpreted_and_compiled() throws IOException, InterruptedException {
        String first = interpreted("row");
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(Arrays.toString(row())).isEqualTo(first);
        }
    }

    @Test
    void a_resampled_signal_has_the_same_bits_interpreted_and_compiled() throws IOException, InterruptedException {
        String first = interpreted("resampled");
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(Arrays.toString(resampled())).isEqualTo(first);
        }
    }
}
