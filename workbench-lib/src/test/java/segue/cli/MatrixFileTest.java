package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.RecordingFile;
import segue.matrix.FloatMatrix;

class MatrixFileTest {
    @TempDir
    Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("x.csv"), text);
    }

    @Test
    void a_csv_of_numbers_is_read_column_by_column() throws IOException {
        assertThat(MatrixFile.read(csv("a,b\n1,2\n3,4.5\n")))
                .isEqualTo(FloatMatrix.of(new float[] {1, 2}, new float[] {3, 4.5f}));
    }

    @Test
    void a_song_table_gives_its_nine_features_in_their_order() throws IOException {
        Path file = csv(
                "name,valence,tempo,speechiness,loudness,liveness,instrumentalness,energy,danceability,acousticness\n"
                        + "x,9,8,7,6,5,4,3,2,1\n");
        assertThat(MatrixFile.read(file).row(0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void what_is_no_number_is_named_with_line_and_column() throws IOException {
        Path file = csv("a,b\n1,2\n3,four\n");
        assertThatThrownBy(() -> MatrixFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 3, column b: expected a finite number but found 'four'");
        assertThatThrownBy(() -> MatrixFile.read(csv("a,b\n1,NaN\n"))).hasMessageContaining("line 2, column b");
        assertThatThrownBy(() -> MatrixFile.read(csv("a,b\n1\n"))).hasMessageContaining("x.csv");
    }

    @Test
    void a_file_without_numbers_or_without_a_header_is_refused() throws IOException {
        assertThatThrownBy(() -> MatrixFile.read(csv("a,b\n"))).hasMessageContaining("no numbers in it");
        assertThatThrownBy(() -> MatrixFile.read(csv(""))).hasMessageContaining("no numbers in it");
        assertThatThrownBy(() -> MatrixFile.read(csv("1,2\n3,4\n")))
                .hasMessageContaining("line 1: expected a header with the names of the columns");
        assertThatThrownBy(() -> MatrixFile.read(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void a_table_of_recordings_gives_the_vectors_they_are_compared_by() throws IOException {
        Path file = RecordingFile.invented(3, 4).write(folder);

        assertThat(MatrixFile.read(file)).isEqualTo(Catalog.load(file).points());
    }

    @Test
    void queries_are_put_on_the_scale_of_the_recordings_that_are_searched() throws IOException {
        Path data = RecordingFile.invented(3, 4).write(folder);
        Path two = RecordingFile.invented(3, 4).head(2).write(Files.createDirectory(folder.resolve("queries")));

        assertThat(MatrixFile.read(two, data))
                .isEqualTo(MatrixFile.read(data).selectRows(0, 1))
                .isNotEqualTo(MatrixFile.read(two));
        assertThatThrownBy(() -> MatrixFile.read(two, csv("a,b\n1,2\n")))
                .hasMessageContaining("give two tables of one kind");
    }

    @Test
    void a_table_of_recordings_that_cannot_be_compared_is_refused_with_the_place() throws IOException {
        Path lacking = RecordingFile.invented(1, 2).without("tempo").write(folder);
        assertThatThrownBy(() -> MatrixFile.read(lacking))
                .hasMessageContaining("line 1: this is no complete table of recordings: it lacks tempo.");

        Path broken = RecordingFile.invented(1, 2).with(1, "tempo", "NaN").write(folder);
        assertThatThrownBy(() -> MatrixFile.read(broken))
                .hasMessageContaining("line 3, column tempo: expected a finite number but found 'NaN'");
    }
}
