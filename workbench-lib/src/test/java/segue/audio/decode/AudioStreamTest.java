package segue.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.Sounds;

class AudioStreamTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("noise.wav");
        Sounds.noise(70_001, 44_100, 1).writeWav(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 22_050, 48_000})
    void blocks_of_any_size_are_the_same_as_all_at_once(int rateHz) {
        float[] all;
        try (AudioStream stream = AudioStream.open(file, rateHz)) {
            all = stream.readAll();
        }
        assertThat(all).hasSize((int) Math.ceilDiv(70_001L * rateHz, 44_100L));
        Random random = new Random(5);
        float[] got = new float[all.length + 10_000];
        int count = 0;
        try (AudioStream stream = AudioStream.open(file, rateHz)) {
            int wanted;
            int more;
            do {
                wanted = 1 + random.nextInt(9_000);
                more = stream.read(got, count, wanted);
                count += more;
            } while (more == wanted);
            assertThat(stream.read(got, count, 10)).isZero();
        }
        assertThat(count).isEqualTo(all.length);
        for (int i = 0; i < count; i++) {
            assertThat(Math.abs(got[i] - all[i])).isLessThan(2e-6f);
        }
    }

    @Test
    void a_stream_tells_what_the_file_has() {
        try (AudioStream stream = AudioStream.open(file, 22_050)) {
            assertThat(stream.sampleRateHz()).isEqualTo(22_050);
            assertThat(stream.sourceRateHz()).isEqualTo(44_100);
            assertThat(stream.channels()).isOne();
            assertThat(stream.declaredSeconds()).hasValue(70_001 / 44_100.0);
            stream.readAll();
            assertThat(stream.warning()).isEmpty();
        }
    }

    @Test
    void an_interrupt_stops_it_and_stays() {
        try (AudioStream stream = AudioStream.open(file, 22_050)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(stream::readAll)
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("noise.wav was interrupted after 0.0 s");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(stream.readAll()).hasSize(35_001);
        }
    }

    @Test
    void what_is_closed_cannot_be_read_and_may_be_closed_again() {
        AudioStream stream = AudioStream.open(file, 22_050);
        stream.close();
        stream.close();

        assertThatThrownBy(stream::readAll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("noise.wav is closed");
    }

    @Test
    void a_place_outside_the_array_is_refused() {
        try (AudioStream stream = AudioStream.open(file, 22_050)) {
            assertThatThrownBy(() -> stream.read(new float[10], 5, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void several_threads_decode_at_once() throws Exception {
        float[] alone;
        try (AudioStream stream = AudioStream.open(file, 22_050)) {
            alone = stream.readAll();
        }
        boolean[] same = new boolean[8];
        Thread[] threads = new Thread[same.length];
        for (int i = 0; i < threads.length; i++) {
            int at = i;
            threads[i] = Thread.ofPlatform().start(() -> {
                boolean all = true;
                for (int round = 0; round < 10; round++) {
                    try (AudioStream stream = AudioStream.open(file, 22_050)) {
                        all &= Arrays.equals(stream.readAll(), alone);
                    }
                }
                same[at] = all;
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(same).containsOnly(true);
    }
}
