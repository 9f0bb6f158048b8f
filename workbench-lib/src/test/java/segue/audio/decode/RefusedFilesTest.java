package segue.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.Sounds;
import segue.audio.signal.Signal;

/** A file that cannot be used is told so with its name and a reason. */
class RefusedFilesTest {
    @TempDir
    Path folder;

    static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> Signal.read(file))
                .isInstanceOf(AudioException.class)
                .hasMessage(file + ": " + reason);
    }

    @Test
    void a_missing_file() {
        assertRefused(folder.resolve("nowhere.mp3"), "no such file");
    }

    @Test
    void a_folder() {
        assertRefused(folder, "is a folder, not a recording");
    }

    @Test
    void an_empty_file() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.mp3")), "is empty");
    }

    @Test
    void a_file_that_must_not_be_read() throws IOException {
        Path file = Files.write(folder.resolve("secret.mp3"), Sounds.silentMp3(10));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "this user may read every file");

        assertRefused(file, "cannot be read: permission denied");
    }

    @Test
    void a_pipe_on_which_nobody_may_ever_write() throws Exception {
        Path pipe = folder.resolve("pipe.wav");
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/mkfifo"))
                        && new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
                "this system makes no pipes");

        assertRefused(pipe, "is no ordinary file (a pipe or a device): save it to a file first");
    }

    @ParameterizedTest
    @CsvSource({
        "'A shopping list: bread, milk, für Elise.', 'is text, not a recording'",
        "'%PDF-1.7 and so on', 'is a PDF document, not a recording'",
        "'#EXTM3U http://example.org/a.mp3', is a playlist: it names recordings and holds none",
        "'[playlist] File1=a.mp3', is a playlist: it names recordings and holds none",
    })
    void text_of_any_kind(String text, String reason) throws IOException {
        assertRefused(Files.writeString(folder.resolve("song.mp3"), text.repeat(20)), reason);
    }

    @Test
    void an_archive() throws IOException {
        Path file = Files.write(folder.resolve("songs.mp3"), Sounds.joined(new byte[] {'P', 'K', 3, 4}, noise(9_000)));

        assertRefused(file, "is an archive: unpack it and use what is inside");
    }

    @Test
    void nothing_but_zeros() throws IOException {
        assertRefused(Files.write(folder.resolve("blank.wav"), new byte[100_000]), "holds nothing but zeros");
    }

    @Test
    void noise_is_no_recording_whatever_it_is_called() throws IOException {
        for (String name : new String[] {"a.mp3", "a.wav", "a.ogg", "a.m4a", "a"}) {
            Path file = Files.write(folder.resolve(name), noise(50_000));
            assertThatThrownBy(() -> Signal.read(file)).isInstanceOf(AudioException.class);
        }
    }

    @Test
    void a_recording_of_no_length() throws IOException {
        Path file = folder.resolve("nothing.wav");
        Signal.of(new float[0], 22_050).writeWav(file);

        assertRefused(file, "holds no sound: it is 0 s long");
    }

    @Test
    void a_list_of_other_files_opens_none_of_them() throws IOException {
        Path song = folder.resolve("song.wav");
        Sounds.music(0.2, 22_050).writeWav(song);
        Path list = Files.writeString(folder.resolve("list.wav"), "ffconcat version 1.0\nfile song.wav\n");

        assertRefused(list, "is text, not a recording");
    }

    @Test
    void a_rate_that_makes_no_sense() {
        assertThatThrownBy(() -> AudioStream.open(folder, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the sample rate must be in [1,000, 10,000,000] Hz but was 0");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, 1e30f})
    void samples_that_are_no_sound_become_silence_with_a_warning(float wrong) throws IOException {
        byte[] wav = Files.readAllBytes(silence());
        wav[20] = 3; // samples are floats
        wav[32] = 4;
        wav[34] = 32;
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putFloat(44 + 400, wrong);
        Path file = Files.write(folder.resolve("wrong.wav"), wav);

        try (AudioStream stream = AudioStream.open(file, 22_050)) {
            assertThat(stream.readAll()).hasSize(500).containsOnly(0);
            assertThat(stream.warning()).contains("has samples that are no numbers, or far too large, taken for 0");
        }
    }

    private Path silence() throws IOException {
        Path file = folder.resolve("silence.wav");
        Signal.of(new float[1_000], 22_050).writeWav(file);
        return file;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
