package segue.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {
    private static final FileKind NOTES = new FileKind("SegNotes", 3, "saved notes");

    @TempDir
    Path folder;

    private Path file;

    private record Note(String text, int number, float[] floats, int[] ints, double[] doubles) {
        static Note read(FieldInput in) throws IOException {
            return new Note(in.text(), in.readInt(), in.floats(in.count()), in.ints(in.count()), in.doubles(2));
        }

        void write(FieldOutput out) throws IOException {
            out.text(text);
            out.writeInt(number);
            out.writeInt(floats.length);
            out.floats(floats);
            out.writeInt(ints.length);
            out.ints(ints);
            out.doubles(doubles);
        }
    }

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("notes.segue");
        NOTES.write(file, note(5)::write);
    }

    private static Note note(int length) {
        float[] floats = new float[length];
        int[] ints = new int[length + 1];
        for (int i = 0; i < length; i++) {
            floats[i] = i / 3f;
            ints[i] = -i;
        }
        return new Note("Größe ♪", 7, floats, ints, new double[] {0.1, Double.NEGATIVE_INFINITY});
    }

    @Test
    void fields_are_read_as_they_were_written_however_many() throws IOException {
        for (int length : new int[] {0, 1, 4_095, 4_096, 4_097, 10_000}) {
            Note written = note(length);
            NOTES.write(file, written::write);
            assertThat(NOTES.read(file, Note::read)).usingRecursiveComparison().isEqualTo(written);
        }
    }

    @Test
    void a_byte_that_changed_anywhere_is_found() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 0x41;
            Files.write(file, bad);
            assertThatThrownBy(() -> NOTES.read(file, Note::read))
                    .as("byte %d changed", at)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file.toString());
        }
    }

    @Test
    void a_file_that_is_cut_short_or_too_long_is_refused() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length <= good.length + 1; length++) {
            if (length != good.length) {
                Files.write(file, Arrays.copyOf(good, length));
                assertThatThrownBy(() -> NOTES.read(file, Note::read)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void another_kind_of_file_is_not_called_damaged() throws IOException {
        Files.writeString(file, "name,artists\nA,B\n");
        assertThatThrownBy(() -> NOTES.read(file, Note::read))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": not saved notes (it does not begin with SegNotes)");
        assertThat(NOTES.is(file)).isFalse();
        assertThatThrownBy(() -> NOTES.read(folder, Note::read))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + ": is a folder, not saved notes");
    }

    @Test
    void another_version_says_so() {
        FileKind older = new FileKind("SegNotes", 2, "saved notes");
        assertThatThrownBy(() -> older.read(file, Note::read))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("written by another Segue (layout 3, this one reads 2)");
    }

    @Test
    void a_reader_that_leaves_fields_unread_is_found_out() {
        assertThatThrownBy(() -> NOTES.read(file, FieldInput::text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its checksum does not fit");
    }

    @Test
    void a_number_that_lies_takes_no_memory() throws IOException {
        NOTES.write(file, out -> out.writeInt(Integer.MAX_VALUE));
        assertThatThrownBy(() -> NOTES.read(file, in -> in.floats(in.count())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a number of 2147483647 does not fit the file");
    }

    @Test
    void a_file_of_the_kind_is_known_by_its_mark() throws IOException {
        assertThat(NOTES.is(file)).isTrue();
        assertThat(NOTES.is(folder)).isFalse();
        assertThatThrownBy(() -> new FileKind("Short", 1, "x")).hasMessageContaining("must be 8 letters of ASCII");
    }
}
