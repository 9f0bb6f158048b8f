package segue.audio.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.Ffmpeg;

class SongTagsTest {
    @TempDir
    Path folder;

    @Test
    void a_tag_is_one_line_of_bearable_length() throws IOException, InterruptedException {
        Ffmpeg.requireOrSkip("tags of bearable length");
        Path song = Ffmpeg.make(
                Tunes.write(folder.resolve("tune.wav"), 1, 0.5),
                folder.resolve("song.mp3"),
                "-metadata",
                "title=" + "x".repeat(5_000),
                "-metadata",
                "artist=Two\n\tLines");
        SongTags tags = SongTags.read(song);
        assertThat(tags.title()).hasSize(SongTags.LONGEST).startsWith("xxx").endsWith("…");
        assertThat(tags.artist()).isEqualTo("Two Lines");
    }
}
