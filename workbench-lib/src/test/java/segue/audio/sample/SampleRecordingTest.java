package segue.audio.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.audio.signal.Signal;

class SampleRecordingTest {
    private static final int MOST_BYTES = 1_500_000;

    @ParameterizedTest
    @EnumSource
    void the_committed_recording_is_what_the_synthesiser_plays_byte_for_byte(SampleRecording recording)
            throws IOException {
        assertThat(recording.committed()).isEqualTo(recording.play());
    }

    @ParameterizedTest
    @EnumSource
    void a_decoder_reads_the_very_samples_that_were_played(SampleRecording recording) {
        int[] played = recording.take().samples(recording.bits());
        Signal read = recording.read();
        assertThat(read.sampleRateHz()).isEqualTo(Take.RATE_HZ);
        assertThat(read.length()).isEqualTo(played.length);
        for (int i = 0; i < played.length; i++) {
            assertThat(read.samples()[i]).as("sample %d", i).isEqualTo(played[i] / 32_768f);
        }
    }

    @Test
    void all_of_them_are_small_enough_to_be_committed() throws IOException {
        long bytes = 0;
        for (SampleRecording recording : SampleRecording.values()) {
            bytes += Files.size(recording.file());
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(SampleRecording.folder().toFile().list()).hasSize(SampleRecording.values().length);
    }

    @Test
    void the_bells_are_silent_for_a_second_before_and_more_than_one_after() {
        Signal bells = SampleRecording.BELLS.read();
        float[] samples = bells.samples();
        int first = 0;
        while (samples[first] == 0) {
            first++;
        }
        int last = samples.length - 1;
        while (samples[last] == 0) {
            last--;
        }
        assertThat((double) first / bells.sampleRateHz()).isEqualTo(1, within(0.02));
        assertThat(bells.seconds() - (double) last / bells.sampleRateHz()).isBetween(1.2, 1.8);
    }

    @Test
    void a_tune_is_read_note_by_note_and_rests_take_time() {
        Tune tune = Tune.of("A4 1 - 0.5 C#5 2");
        assertThat(tune.beats()).isEqualTo(3.5);
        assertThat(tune.notes()).extracting(Tune.Note::beat).containsExactly(0.0, 1.5);
        assertThat(tune.notes().get(0).frequencyHz()).isEqualTo(440, within(1e-9));
        assertThat(tune.notes().get(1).frequencyHz()).isEqualTo(554.365, within(1e-3));
    }

    @Test
    void names_of_files_are_plain() {
        List<String> names = Arrays.stream(SampleRecording.values())
                .map(SampleRecording::fileName)
                .toList();
        assertThat(names).contains("lark-plucked.flac").allMatch(name -> name.matches("[a-z-]+\\.flac"));
    }
}
