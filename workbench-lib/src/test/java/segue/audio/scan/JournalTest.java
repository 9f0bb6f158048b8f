package segue.audio.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Definition DEFINITION =
            new Definition(1, List.of("rms_mean", "tempo"), new float[] {0.5f, Float.NaN});

    @TempDir
    Path folder;

    private static Entry heard(String name) {
        SongTags tags = new SongTags("a \"title\"\nin two lines", "Ünïcödé 🎵", "", "1999", "");
        Fingerprint fingerprint = Fingerprint.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        return new Entry(
                new FileStamp("/music/" + name, 1_234, 1_700_000_000_123_456_789L),
                "ab".repeat(32),
                new Outcome.Heard(
                        tags,
                        30.5,
                        false,
                        new float[] {0.1f, Float.NEGATIVE_INFINITY},
                        fingerprint,
                        Optional.of("ends early")));
    }

    private static Entry unusable(String name) {
        return new Entry(new FileStamp("/music/" + name, 0, 5), "cd".repeat(32), new Outcome.Unusable("it is empty"));
    }

    private Path journal() {
        return folder.resolve("features.csv.journal");
    }

    private void write(Entry... entries) throws IOException {
        try (Journal journal = Journal.open(journal(), DEFINITION)) {
            for (Entry entry : entries) {
                journal.add(entry);
            }
        }
    }

    private List<String> names() throws IOException {
        try (Journal journal = Journal.open(journal(), DEFINITION)) {
            List<String> names = new ArrayList<>();
            journal.entries().forEach(entry -> names.add(entry.stamp().path().substring(7)));
            names.sort(null);
            return names;
        }
    }

    @Test
    void what_was_written_is_read_back_to_the_last_bit() throws IOException {
        write(heard("a"), unusable("b"));
        try (Journal journal = Journal.open(journal(), DEFINITION)) {
            Entry a = journal.of("/music/a").orElseThrow();
            assertThat(a.stamp()).isEqualTo(heard("a").stamp());
            assertThat(a.sha256()).isEqualTo(heard("a").sha256());
            Outcome.Heard outcome = (Outcome.Heard) a.outcome();
            Outcome.Heard expected = (Outcome.Heard) heard("a").outcome();
            assertThat(outcome.tags()).isEqualTo(expected.tags());
            assertThat(outcome.seconds()).isEqualTo(expected.seconds());
            assertThat(outcome.warning()).isEqualTo(expected.warning());
            assertThat(outcome.values()).containsExactly(expected.values());
            assertThat(outcome.fingerprint().toBytes())
                    .containsExactly(expected.fingerprint().toBytes());
            assertThat(journal.of("/music/b")).contains(unusable("b"));
        }
    }

    @Test
    void the_last_line_of_a_file_counts() throws IOException {
        write(unusable("a"), heard("a"));
        try (Journal journal = Journal.open(journal(), DEFINITION)) {
            assertThat(journal.of("/music/a").orElseThrow().outcome()).isInstanceOf(Outcome.Heard.class);
        }
    }

    @Test
    void torn_at_any_byte_it_keeps_every_whole_line_and_goes_on() throws IOException {
        write();
        long empty = Files.size(journal());
        write(heard("a"));
        long one = Files.size(journal());
        write(heard("b"));
        byte[] whole = Files.readAllBytes(journal());
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(journal(), Arrays.copyOf(whole, cut));
            List<String> kept = cut == whole.length ? List.of("a", "b") : cut >= one ? List.of("a") : List.of();
            assertThat(names())
                    .as("cut after %d of %d, header %d", cut, whole.length, empty)
                    .isEqualTo(kept);
            if (cut % 7 > 0) {
                continue;
            }
            write(heard("z"));
            List<String> more = new ArrayList<>(kept);
            more.add("z");
            assertThat(names()).as("added after a cut at %d", cut).isEqualTo(more);
        }
    }

    @Test
    void a_line_that_was_damaged_is_left_out_and_the_others_stay() throws IOException {
        write(heard("a"));
        long from = Files.size(journal());
        write(heard("b"));
        long to = Files.size(journal());
        write(heard("c"));
        byte[] whole = Files.readAllBytes(journal());
        for (int at = (int) from; at < to - 1; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 4;
            Files.write(journal(), damaged);
            assertThat(names()).as("byte %d", at).containsExactly("a", "c");
        }
    }

    @Test
    void what_another_version_measured_is_dropped() throws IOException {
        write(heard("a"));
        Definition other = new Definition(1, DEFINITION.names(), new float[] {0.501f, Float.NaN});
        try (Journal journal = Journal.open(journal(), other)) {
            assertThat(journal.entries()).isEmpty();
        }
    }

    @Test
    void what_vectors_of_another_width_round_is_the_same_definition() {
        Definition rounded = new Definition(1, DEFINITION.names(), new float[] {0.500001f, Float.NaN});
        assertThat(DEFINITION.agreesWith(rounded)).isTrue();
        assertThat(DEFINITION.agreesWith(new Definition(1, List.of("rms_mean", "key"), rounded.probe())))
                .isFalse();
        assertThat(DEFINITION.agreesWith(new Definition(2, DEFINITION.names(), DEFINITION.probe())))
                .isFalse();
    }

    @Test
    void this_program_agrees_with_itself() {
        assertThat(Definition.ofThisProgram().agreesWith(Definition.ofThisProgram()))
                .isTrue();
    }

    @Test
    void a_file_that_is_no_journal_is_not_touched() throws IOException {
        Files.writeString(journal(), "my diary\n");
        assertThatThrownBy(() -> Journal.open(journal(), DEFINITION))
                .hasMessageContaining("is no journal of a scan")
                .hasMessageContaining("move it elsewhere");
        assertThat(journal()).hasContent("my diary\n");
    }

    @Test
    void two_cannot_have_it_open() throws IOException {
        try (Journal first = Journal.open(journal(), DEFINITION)) {
            assertThat(first.entries()).isEmpty();
            assertThatThrownBy(() -> Journal.open(journal(), DEFINITION))
                    .hasMessageContaining("another scan is writing here");
        }
        assertThat(names()).isEmpty();
    }
}
