package segue.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.audio.Ffmpeg;
import segue.audio.Sounds;
import segue.audio.signal.Signal;

/** Files of every format, made by another FFmpeg, beside the sound that they were made of. */
class FormatsTest {
    @TempDir
    static Path folder;

    private static Path source;
    /** What the source holds, in 16 bits. */
    private static float[] sound;

    @BeforeAll
    static void makeSource() throws IOException {
        Ffmpeg.requireOrSkip("decoding of every format");
        source = folder.resolve("source.wav");
        sound = Sounds.inSixteenBits(Sounds.music(1.7, 44_100), source).samples();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "s16.wav, -c:a pcm_s16le",
        "s24.wav, -c:a pcm_s24le",
        "s32.wav, -c:a pcm_s32le",
        "f32.wav, -c:a pcm_f32le",
        "f64.wav, -c:a pcm_f64le",
        "s16.aiff, -c:a pcm_s16be",
        "s24.aiff, -c:a pcm_s24be",
        "s16.flac, -c:a flac",
        "s24.flac, -c:a flac -sample_fmt s32",
        "alac.m4a, -c:a alac",
        "wavpack.wv, -c:a wavpack",
        "s16.caf, -c:a pcm_s16le",
        "s16.au, -c:a pcm_s16be"
    })
    void lossless_formats_give_the_very_samples(String name, String options) throws Exception {
        Path file = Ffmpeg.make(source, folder.resolve(name), options.split(" "));

        assertThat(Signal.read(file, 44_100).samples()).isEqualTo(sound);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "u8.wav, -c:a pcm_u8, 35",
        "alaw.wav, -c:a pcm_alaw, 30",
        "adpcm.wav, -c:a adpcm_ms, 20",
        "cbr.mp3, -b:a 128k, 20",
        "vbr.mp3, -q:a 3, 20",
        "vorbis.ogg, -c:a libvorbis -q:a 6, 15",
        "opus.opus, -c:a libopus -b:a 128k, 15",
        "aac.m4a, -c:a aac -b:a 160k, 20"
    })
    void lossy_formats_give_nearly_the_same_at_the_same_time(String name, String options, double atLeastDb)
            throws Exception {
        Path file = Ffmpeg.make(source, folder.resolve(name), options.split(" "));

        float[] got = Signal.read(file, 44_100).samples();

        assertThat(Sounds.signalToNoiseDb(sound, got)).isGreaterThan(atLeastDb);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "late.wma, -c:a wmav2 -b:a 192k, 15",
        "late.mka, -c:a aac -b:a 160k, 20",
        "late.aac, -c:a aac -b:a 160k, 20",
        "late.mp2, -c:a mp2 -b:a 192k, 20",
        "late.ac3, -c:a ac3 -b:a 192k, 20",
        "late.ts, -c:a aac -b:a 160k, 20"
    })
    void formats_that_do_not_tell_what_coders_add_are_a_little_off_in_time(
            String name, String options, double atLeastDb) throws Exception {
        Path file = Ffmpeg.make(source, folder.resolve(name), options.split(" "));

        float[] got = Signal.read(file, 44_100).samples();

        assertThat(got.length).isBetween(sound.length - 2_500, sound.length + 5_000);
        assertThat(Sounds.signalToNoiseDb(sound, got, 2_600)).isGreaterThan(atLeastDb);
    }

    @ParameterizedTest
    @CsvSource({"length.mp3, libmp3lame", "length.ogg, libvorbis", "length.opus, libopus", "length.flac, flac"})
    void what_coders_add_before_and_after_is_taken_away(String name, String coder) throws Exception {
        Path file = Ffmpeg.make(source, folder.resolve(name), "-c:a", coder);

        assertThat(Signal.read(file, 44_100).length()).isEqualTo(sound.length);
        assertThat(Signal.read(file, 22_050).length()).isEqualTo((sound.length + 1) / 2);
    }

    @ParameterizedTest
    @CsvSource({"mono, 1, 1", "stereo, 2, 0.75", "3.0, 3, 0.66666667", "quad, 4, 0.375", "5.1, 6, 0.25"})
    void channels_are_mixed_with_equal_weights(String layout, int channels, double level) throws Exception {
        String mix = "aformat=sample_fmts=flt,pan=" + layout + "|c0=c0|c1=0.5*c0|c2=0.5*c0|c3=-0.5*c0|c4=0*c0|c5=0*c0";
        String filter = String.join("|", List.of(mix.split("\\|")).subList(0, channels + 1));
        Path file = Ffmpeg.make(source, folder.resolve(layout + ".wav"), "-af", filter, "-c:a", "pcm_f32le");

        try (AudioStream stream = AudioStream.open(file, 44_100)) {
            assertThat(stream.channels()).isEqualTo(channels);
            float[] got = stream.readAll();
            assertThat(got).hasSameSizeAs(sound);
            for (int i = 0; i < got.length; i++) {
                assertThat(Math.abs(got[i] - level * sound[i])).isLessThan(1e-6);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"six.flac, flac", "six.m4a, aac", "six.ogg, libvorbis"})
    void six_channels_are_read_from_coded_formats_too(String name, String coder) throws Exception {
        Path file = Ffmpeg.make(
                source, folder.resolve(name), "-af", "pan=5.1|c0=c0|c1=c0|c2=c0|c3=0*c0|c4=c0|c5=c0", "-c:a", coder);

        try (AudioStream stream = AudioStream.open(file, 44_100)) {
            assertThat(stream.channels()).isEqualTo(6);
            float[] wanted = new float[sound.length];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = sound[i] * 5 / 6;
            }
            assertThat(Sounds.signalToNoiseDb(wanted, stream.readAll())).isGreaterThan(12);
        }
    }

    @ParameterizedTest
    @CsvSource({"8000", "11025", "16000", "32000", "48000", "96000"})
    void any_rate_becomes_the_one_asked_for(int rateHz) throws Exception {
        Signal low = Signal.of(tone(rateHz, 2 * rateHz), rateHz);
        Path file = folder.resolve("rate" + rateHz + ".wav");
        low.writeWav(file);

        float[] got = Signal.read(file, 22_050).samples();

        assertThat(got).hasSize(44_100);
        float[] wanted = tone(22_050, 44_100);
        for (int i = 2_000; i < 42_000; i++) {
            assertThat(Math.abs(got[i] - wanted[i])).isLessThan(1e-4f);
        }
    }

    private static float[] tone(int rateHz, int length) {
        float[] tone = new float[length];
        for (int i = 0; i < length; i++) {
            tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * 1_000 * i / rateHz));
        }
        return tone;
    }

    @Test
    void the_content_counts_and_not_the_name() throws Exception {
        Path flac = Ffmpeg.make(source, folder.resolve("honest.flac"));
        Path text = Files.copy(flac, folder.resolve("notes.txt"));
        Path mp3 = Files.copy(flac, folder.resolve("song.mp3"));
        Path strange = Files.copy(flac, folder.resolve("50% #1? für 愛:,@.wav"));

        for (Path file : List.of(text, mp3, strange)) {
            assertThat(Signal.read(file, 44_100).samples()).isEqualTo(sound);
        }
    }

    @Test
    void the_picture_of_a_cover_is_no_sound() throws Exception {
        Path picture = picture("cover.jpg");
        Path plain = Ffmpeg.make(source, folder.resolve("plain.mp3"));
        Path covered = Ffmpeg.make(
                plain, folder.resolve("covered.mp3"), "-i", picture.toString(), "-map", "0", "-map", "1", "-c", "copy");

        assertThat(Signal.read(covered, 44_100).samples())
                .isEqualTo(Signal.read(plain, 44_100).samples());
    }

    @Test
    void a_film_gives_its_sound_and_a_silent_film_a_reason() throws Exception {
        String pictures = "testsrc=s=64x64:r=5:d=1";
        Path film = Ffmpeg.run(
                folder.resolve("film.mp4"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        pictures,
                        "-i",
                        source.toString(),
                        folder.resolve("film.mp4").toString()));
        Path silent = Ffmpeg.run(
                folder.resolve("silent.mp4"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        pictures,
                        folder.resolve("silent.mp4").toString()));

        assertThat(Sounds.signalToNoiseDb(sound, Signal.read(film, 44_100).samples()))
                .isGreaterThan(15);
        RefusedFilesTest.assertRefused(silent, "is a video without sound");
        RefusedFilesTest.assertRefused(picture("still.png"), "is a picture, not a recording");
    }

    private static Path picture(String name) throws Exception {
        Path file = folder.resolve(name);
        return Ffmpeg.run(file, List.of("-f", "lavfi", "-i", "testsrc=s=32x32:d=1", "-frames:v", "1", file.toString()));
    }

    @ParameterizedTest
    @CsvSource({"drms, drms", "aavd, aavd"})
    void what_a_shop_encrypted_is_refused(String mark, String name) throws Exception {
        byte[] bytes = Files.readAllBytes(Ffmpeg.make(source, folder.resolve("bought.m4a"), "-c:a", "aac"));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("mp4a", text.indexOf("stsd"));
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) mark.charAt(i);
        }
        Path file = Files.write(folder.resolve(name + ".m4p"), bytes);

        RefusedFilesTest.assertRefused(file, Protection.REASON);
    }

    @Test
    void common_encryption_is_refused() throws Exception {
        String key = "00112233445566778899aabbccddeeff";
        Path file = Ffmpeg.make(
                source,
                folder.resolve("encrypted.mp4"),
                ("-c:a aac -encryption_scheme cenc-aes-ctr -encryption_key " + key + " -encryption_kid " + key)
                        .split(" "));

        RefusedFilesTest.assertRefused(file, Protection.REASON);
    }

    @Test
    void a_file_may_change_its_rate_and_channels_on_the_way() throws Exception {
        Path stereo = Ffmpeg.make(source, folder.resolve("part1.ogg"), "-ac", "2", "-c:a", "libvorbis");
        Path mono = Ffmpeg.make(source, folder.resolve("part2.ogg"), "-ac", "1", "-ar", "22050", "-c:a", "libvorbis");
        Path both = folder.resolve("both.ogg");
        Files.write(both, Sounds.joined(Files.readAllBytes(stereo), Files.readAllBytes(mono)));

        float[] got = Signal.read(both, 44_100).samples();

        assertThat(got.length).isBetween(2 * sound.length, 2 * sound.length + 2_000);
        assertThat(Sounds.signalToNoiseDb(sound, Arrays.copyOf(got, sound.length)))
                .isGreaterThan(8);
        float[] second = Arrays.copyOfRange(got, sound.length, got.length);
        assertThat(Sounds.signalToNoiseDb(sound, second, 2_000)).isGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource({"cut.wav, pcm_s16le", "cut.flac, flac", "cut.mp3, libmp3lame", "cut.aiff, pcm_s16be"})
    void a_cut_file_is_read_as_far_as_it_goes_and_that_is_said(String name, String coder) throws Exception {
        Path whole = Ffmpeg.make(source, folder.resolve("whole-" + name), "-c:a", coder);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length * 2 / 3));

        assertThat(warning(whole)).isEmpty();
        assertThat(warning(cut)).startsWith("ends after ").contains(" of ").endsWith("1.7 s");
        int expected = sound.length * 2 / 3;
        assertThat(Signal.read(cut, 44_100).length()).isBetween(expected - 15_000, expected + 15_000);
    }

    @ParameterizedTest
    @CsvSource({"cut.ogg, libvorbis", "cut.opus, libopus", "cut.wma, wmav2"})
    void a_cut_file_without_a_declared_length_is_found_out_too(String name, String coder) throws Exception {
        Path lasting = folder.resolve("lasting.wav");
        Sounds.music(4, 44_100).writeWav(lasting);
        Path whole = Ffmpeg.make(lasting, folder.resolve("whole-" + name), "-c:a", coder);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length * 2 / 3 + 7));

        assertThat(warning(whole)).isEmpty();
        assertThat(warning(cut)).matches("ends after [0-9.]+ s although it should go on: it was cut");
    }

    @Test
    void an_mp4_without_its_index_says_what_is_missing() throws Exception {
        byte[] bytes = Files.readAllBytes(Ffmpeg.make(source, folder.resolve("index.m4a"), "-c:a", "aac"));
        Path cut = Files.write(folder.resolve("noindex.m4a"), Arrays.copyOf(bytes, bytes.length / 2));

        RefusedFilesTest.assertRefused(cut, FileKind.CUT_MP4.reasonAgainst());
    }

    private static String warning(Path file) {
        try (AudioStream stream = AudioStream.open(file, 22_050)) {
            stream.readAll();
            return stream.warning().orElse("");
        }
    }
}
