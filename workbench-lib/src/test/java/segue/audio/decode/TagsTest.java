package segue.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.Ffmpeg;
import segue.audio.Sounds;

class TagsTest {
    /** Encodings by their number in ID3. */
    private static final Charset[] ID3 = {
        StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void id3_texts_come_in_several_encodings(int encoding) throws IOException {
        Tags tags = read(id3(
                frame("TIT2", encoding, "Für Élise"),
                frame("TPE1", encoding, "Björk"),
                frame("TALB", encoding, "Ågætis"),
                frame("TPE2", encoding, "Various")));

        assertThat(tags.title()).contains("Für Élise");
        assertThat(tags.artist()).contains("Björk");
        assertThat(tags.album()).contains("Ågætis");
        assertThat(tags.albumArtist()).contains("Various");
    }

    @Test
    void what_is_not_said_is_empty() throws IOException {
        Tags tags = read(id3(frame("TIT2", 1, "   "), frame("TRCK", 0, "0")));

        assertThat(tags.title()).isEmpty();
        assertThat(tags.artist()).isEmpty();
        assertThat(tags.album()).isEmpty();
        assertThat(tags.albumArtist()).isEmpty();
        assertThat(tags.genre()).isEmpty();
        assertThat(tags.year()).isEmpty();
        assertThat(tags.track()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"(17), Rock", "17, Rock", "Drum & Bass, Drum & Bass"})
    void genres_may_be_numbers_of_the_old_list(String written, String genre) throws IOException {
        assertThat(read(id3(frame("TCON", 0, written))).genre()).contains(genre);
    }

    @ParameterizedTest
    @CsvSource({"TYER, 2003, 2003", "TDRC, 1987-05-01, 1987", "TYER, 20030, -1", "TYER, 03, -1"})
    void a_year_is_four_digits_somewhere(String frame, String written, int year) throws IOException {
        assertThat(read(id3(frame(frame, 0, written))).year().orElse(-1)).isEqualTo(year);
    }

    @Test
    void a_track_may_be_followed_by_their_number() throws IOException {
        assertThat(read(id3(frame("TRCK", 0, "05/12"))).track()).hasValue(5);
    }

    @Test
    void the_oldest_tags_stand_at_the_end_in_latin_letters() throws IOException {
        ByteBuffer tag = ByteBuffer.allocate(128);
        tag.put("TAG".getBytes(StandardCharsets.ISO_8859_1));
        tag.put(3, "Für Elise".getBytes(StandardCharsets.ISO_8859_1));
        tag.put(33, "Dvořák – Band".getBytes(Charset.forName("windows-1252")));
        tag.put(93, "1987".getBytes(StandardCharsets.ISO_8859_1));
        tag.put(126, new byte[] {7, 17});
        Path file = Files.write(folder.resolve("old.mp3"), Sounds.joined(Sounds.silentMp3(50), tag.array()));

        Tags tags = Tags.read(file);

        assertThat(tags.title()).contains("Für Elise");
        assertThat(tags.artist()).contains("Dvo?ák – Band");
        assertThat(tags.year()).hasValue(1987);
        assertThat(tags.track()).hasValue(7);
        assertThat(tags.genre()).contains("Rock");
        assertThat(tags.album()).isEmpty();
    }

    @Test
    void a_length_is_judged_from_the_size_where_none_is_declared() throws IOException {
        Path file = Files.write(folder.resolve("plain.mp3"), Sounds.silentMp3(1_000));

        assertThat(Tags.read(file).seconds().orElseThrow()).isBetween(26.0, 26.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp3", "a.flac", "a.ogg", "a.opus", "a.m4a", "a.wma", "a.mka", "a.wv"})
    void every_format_has_its_own_way_to_say_the_same(String name) throws Exception {
        Ffmpeg.requireOrSkip("tags of every format");
        Path source = folder.resolve("source.wav");
        Sounds.music(1, 44_100).writeWav(source);
        Path file = Ffmpeg.make(
                source,
                folder.resolve(name),
                "-metadata",
                "title=Für Élise 愛",
                "-metadata",
                "artist=Björk",
                "-metadata",
                "album=Debut",
                "-metadata",
                "album_artist=Various",
                "-metadata",
                "date=1999-05-03",
                "-metadata",
                "genre=Electronic",
                "-metadata",
                "track=3/12");

        Tags tags = Tags.read(file);

        assertThat(tags.title()).contains("Für Élise 愛");
        assertThat(tags.artist()).contains("Björk");
        assertThat(tags.album()).contains("Debut");
        assertThat(tags.albumArtist()).contains("Various");
        assertThat(tags.year()).hasValue(1999);
        assertThat(tags.genre()).contains("Electronic");
        assertThat(tags.track()).hasValue(3);
        assertThat(tags.seconds().orElseThrow()).isBetween(0.95, 1.1);
    }

    @Test
    void what_is_no_recording_has_none() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.mp3"), "Buy bread, then milk.");

        assertThatThrownBy(() -> Tags.read(file))
                .isInstanceOf(AudioException.class)
                .hasMessage(file + ": is text, not a recording");
    }

    private Tags read(byte[] id3) throws IOException {
        return Tags.read(Files.write(folder.resolve("song.mp3"), Sounds.joined(id3, Sounds.silentMp3(50))));
    }

    /** ID3 2.3 (id3.org): a header, whose size has seven bits a byte, then frames. */
    private static byte[] id3(byte[]... frames) {
        byte[] all = Sounds.joined(frames);
        byte[] header = {
            'I',
            'D',
            '3',
            3,
            0,
            0,
            0,
            (byte) (all.length >> 14 & 127),
            (byte) (all.length >> 7 & 127),
            (byte) (all.length & 127)
        };
        return Sounds.joined(header, all);
    }

    private static byte[] frame(String name, int encoding, String text) {
        byte[] bytes = text.getBytes(ID3[encoding]);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        frame.writeBytes(ByteBuffer.allocate(6).putInt(bytes.length + 1).array());
        frame.write(encoding);
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }
}
