package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
    private static final String FIRST = SongFile.row("a", "Héllo", "['Ann', 'Bob']", 100);

    @TempDir
    Path folder;

    private String markOf(String row) throws IOException {
        return SongFile.load(folder, SongFile.HEADER + FIRST + row)
                .catalog()
                .track(1)
                .sameRecordingAs()
                .orElse("none");
    }

    @Test
    void identical_features_and_title_are_the_same_recording_whoever_is_credited() throws IOException {
        assertThat(markOf(SongFile.row("b", "hello!", "['Orchestra']", 100))).isEqualTo("a");
    }

    @Test
    void close_features_need_a_shared_artist() throws IOException {
        assertThat(markOf(SongFile.row("b", "Hello - 2011 Remaster", "['bob']", 100.6f)))
                .isEqualTo("a");
        assertThat(markOf(SongFile.row("b", "Hello", "['Cleo']", 100.6f))).isEqualTo("none");
    }

    @Test
    void another_tempo_length_or_title_is_another_recording() throws IOException {
        assertThat(markOf(SongFile.row("b", "Hello", "['Ann']", 102))).isEqualTo("none");
        assertThat(markOf(SongFile.row("b", "Hello", "['Ann']", 100).replace("179933", "189933")))
                .isEqualTo("none");
        assertThat(markOf(SongFile.row("b", "Hello Again", "['Ann']", 100))).isEqualTo("none");
    }

    @Test
    void a_chain_of_copies_is_marked_with_the_first_of_the_catalogue() throws IOException {
        Catalog catalog = SongFile.load(
                        folder,
                        SongFile.HEADER
                                + SongFile.row("a", "X", "['A']", 101.5f)
                                + SongFile.row("b", "X", "['A']", 100)
                                + SongFile.row("c", "X", "['A']", 100.8f))
                .catalog();
        assertThat(catalog.track(0).sameRecordingAs()).isEmpty();
        assertThat(catalog.track(1).sameRecordingAs()).contains("a");
        assertThat(catalog.track(2).sameRecordingAs()).contains("a");
    }

    @Test
    void twenty_thousand_songs_of_one_title_and_tempo_do_not_stall() {
        StringBuilder text = new StringBuilder(SongFile.HEADER);
        for (int i = 0; i < 20_000; i++) {
            text.append(SongFile.row("id" + i, "Intro", "['A" + i + "']", 100).replace("0.647", "0." + (10000 + i)));
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(
                                SongFile.load(folder, text.toString()).catalog().size())
                        .isEqualTo(20_000));
    }
}
