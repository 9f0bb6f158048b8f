package segue.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.signal.Signal;

/** Sound and pictures. */
class MediaTest {
    @TempDir
    Path folder;

    private static Map<String, String> shown(Object value) {
        return Renderers.installed().render(value).data();
    }

    private static byte[] embedded(Audio audio) {
        String html = shown(audio).get("text/html");
        String base64 = html.substring(html.indexOf(";base64,") + 8, html.indexOf("\">This page"));
        return Base64.getDecoder().decode(base64);
    }

    @Test
    void samples_become_a_wav_that_java_reads_back() throws Exception {
        Audio audio = Audio.of(new float[][] {{0, 0.5f, -1}, {1, 0, 0}}, 8_000);
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(embedded(audio)))) {
            assertThat(in.getFormat().getChannels()).isEqualTo(2);
            assertThat(in.getFormat().getSampleRate()).isEqualTo(8_000);
            assertThat(in.readAllBytes()).containsExactly(0, 0, -1, 127, 0, 64, 0, 0, 1, -128, 0, 0);
        }
        assertThat(shown(audio)).containsEntry("text/plain", "Audio: 0.0 s, 8,000 Hz, stereo");
    }

    @Test
    void sound_that_is_too_loud_is_made_quieter_and_says_so() throws Exception {
        Audio audio = Audio.of(new double[] {2, -1}, 22_050);
        assertThat(audio).hasToString("Audio: 0.0 s, 22,050 Hz, mono, made quieter, since its peak was 2.00");
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(embedded(audio)))) {
            assertThat(in.readAllBytes()).containsExactly(-1, 127, 1, -64);
        }
    }

    @Test
    void samples_that_are_no_sound_are_refused_with_their_place() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Audio.of(new float[] {0, Float.NaN}, 22_050))
                .withMessageContaining("sample 1 of channel 0 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Audio.of(new float[] {0}, 22))
                .withMessageContaining("must be in [3000, 384000] Hz but was 22");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Audio.of(new float[][] {{0}, {0, 0}}, 22_050))
                .withMessageContaining("equal length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Audio.of(new float[6_000_000], 22_050))
                .withMessageContaining("12.0 MB")
                .withMessageContaining("10 MB at most");
    }

    @Test
    void a_signal_shows_itself_with_a_player() throws Exception {
        Signal signal = Signal.of(new float[] {0, 0.5f, -1}, 8_000);
        assertThat(shown(signal)).isEqualTo(shown(Audio.of(signal)));
        assertThat(shown(signal)).containsEntry("text/plain", "Audio: 0.0 s, 8,000 Hz, mono");
    }

    @Test
    void a_signal_that_is_too_long_empty_or_too_slow_tells_what_it_is() {
        assertThat(shown(Signal.of(new float[6_000_000], 22_050)))
                .containsEntry("text/plain", "Signal: 272.1 s, 22,050 Hz, too long for a player in a notebook");
        assertThat(shown(Signal.of(new float[0], 22_050))).containsEntry("text/plain", "Signal: 0.0 s, 22,050 Hz");
        assertThat(shown(Signal.of(new float[100], 100))).containsEntry("text/plain", "Signal: 1.0 s, 100 Hz");
    }

    @Test
    void a_file_that_is_no_recording_is_refused_by_name() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.wav"), "not sound");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Audio.of(text))
                .withMessageContaining("notes.wav is no recording");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Audio.of(folder.resolve("absent.wav")))
                .withMessageContaining("there is no file")
                .withMessageContaining("absent.wav");
        assertThatIllegalArgumentException().isThrownBy(() -> Audio.of(folder)).withMessageContaining("is a folder");
        Path cut = Files.write(folder.resolve("cut.wav"), "RIFF1234WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        assertThatIllegalArgumentException().isThrownBy(() -> Audio.of(cut)).withMessageContaining("cut short");
    }

    @Test
    void other_formats_are_known_by_their_first_bytes() throws IOException {
        assertThat(Audio.of(bytes("a.mp3", 'I', 'D', '3', 4, 0))).hasToString("Audio: a.mp3, mpeg, 0.0 MB");
        assertThat(Audio.of(bytes("b.mp3", 0xff, 0xfb, 0x90, 0))).hasToString("Audio: b.mp3, mpeg, 0.0 MB");
        assertThat(Audio.of(bytes("c.aac", 0xff, 0xf1, 0x50, 0))).hasToString("Audio: c.aac, aac, 0.0 MB");
        assertThat(Audio.of(bytes("d.m4a", 0, 0, 0, 32, 'f', 't', 'y', 'p'))).hasToString("Audio: d.m4a, mp4, 0.0 MB");
    }

    private Path bytes(String name, int... values) throws IOException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void real_recordings_go_in_as_they_are_and_tell_their_length() throws IOException {
        String data = System.getenv("SEGUE_DATA");
        assumeTrue(data != null, "SEGUE_DATA is not set: no real recordings to show");
        Path ogg = Path.of(data, "audio", "trumpet.ogg");
        Audio audio = Audio.of(ogg);
        assertThat(embedded(audio)).isEqualTo(Files.readAllBytes(ogg));
        assertThat(shown(audio).get("text/html")).contains("<audio controls", "data:audio/ogg;base64,");
        assertThat(audio).hasToString("Audio: trumpet.ogg, 5.3 s, 22,050 Hz, mono");
        assertThat(Audio.of(Path.of(data, "audio", "robin.wav")))
                .hasToString("Audio: robin.wav, 2.7 s, 22,050 Hz, mono");
    }

    @Test
    void a_picture_file_goes_in_as_it_is_with_words_and_width() throws IOException {
        byte[] jpeg = encoded("jpg");
        Path file = Files.write(folder.resolve("cover.jpg"), jpeg);
        MimeBundle bundle = Renderers.installed()
                .render(Image.of(file).withAlt("the <cover>").withWidth(200));
        assertThat(Base64.getDecoder().decode(bundle.data().get("image/jpeg"))).isEqualTo(jpeg);
        assertThat(bundle.data()).containsEntry("text/plain", "the <cover>");
        assertThat(bundle.metadata().get("image/jpeg"))
                .containsEntry("alt", "the <cover>")
                .containsEntry("width", 200);
    }

    @Test
    void formats_that_browsers_do_not_show_become_png_and_drawings_stay_drawings() throws IOException {
        assertThat(shown(Image.of(encoded("bmp"))))
                .containsKey("image/png")
                .containsEntry("text/plain", "image (4 × 3 pixels)");
        assertThat(shown(Image.of("<?xml version='1.0'?><svg/>".getBytes(StandardCharsets.UTF_8))))
                .containsEntry("image/svg+xml", "<?xml version='1.0'?><svg/>");
    }

    @Test
    void what_is_no_picture_is_refused_at_once() throws IOException {
        Path text = Files.writeString(folder.resolve("cover.png"), "not a picture");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Image.of(text))
                .withMessageContaining("cover.png is no picture");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Image.of(encoded("png")).withWidth(0))
                .withMessageContaining("at least 1 pixel but was 0");
    }

    private static byte[] encoded(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
