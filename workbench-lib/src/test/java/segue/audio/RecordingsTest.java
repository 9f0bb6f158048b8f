package segue.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.decode.AudioException;
import segue.audio.sample.SampleRecording;

class RecordingsTest {
    @TempDir
    Path folder;

    @Test
    void the_sample_says_that_it_is_invented_and_keeps_its_order() {
        Recordings sample = Recordings.sample();
        assertThat(sample).hasToString("8 sample recordings (invented)");
        assertThat(sample.isSample()).isTrue();
        assertThat(sample.files()).startsWith(SampleRecording.LARK_PLUCKED.file(), SampleRecording.DRUMS.file());
        assertThat(Recordings.name(sample.files().getFirst())).isEqualTo("lark-plucked");
    }

    @Test
    void of_a_recording_in_several_formats_the_largest_file_is_taken() throws IOException {
        Path audio = Files.createDirectory(folder.resolve("audio"));
        for (String name : new String[] {"b.ogg", "a.MP3", "notes.txt", "._a.mp3"}) {
            Files.writeString(audio.resolve(name), "x");
        }
        Files.writeString(audio.resolve("b.wav"), "longer");
        Recordings real = Recordings.open(folder);
        assertThat(real.isSample()).isFalse();
        assertThat(real.files()).containsExactly(audio.resolve("a.MP3"), audio.resolve("b.wav"));
    }

    @Test
    void a_data_folder_without_recordings_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> Recordings.open(folder))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining(folder.resolve("audio").toString())
                .hasMessageContaining("unset SEGUE_DATA");
    }
}
