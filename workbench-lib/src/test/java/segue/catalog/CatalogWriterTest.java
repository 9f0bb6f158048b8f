package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.csv.gz", "out.parquet"})
    void what_is_written_reads_back_equal(String name) {
        Catalog sample = Catalog.sample();
        Path file = folder.resolve(name);
        CatalogWriter.write(sample, file);
        LoadResult back = Catalog.loader().load(file);
        assertThat(back.catalog().tracks()).isEqualTo(sample.tracks());
        assertThat(back.report().layout()).isEqualTo("segue");
        assertThat(back.catalog().checksum()).isPresent();
    }

    @Test
    void csv_begins_with_the_columns_of_the_kaggle_table() throws IOException {
        Path file = folder.resolve("out.csv");
        CatalogWriter.write(SongFile.load(folder, SongFile.THREE).catalog(), file);
        assertThat(Files.readAllLines(file).getFirst())
                .isEqualTo(SongFile.HEADER.strip() + ",genres,same_recording_as");
    }

    @Test
    void an_older_file_is_replaced_and_nothing_is_left_beside_it() throws IOException {
        Path file = Files.writeString(folder.resolve("out.parquet"), "old");
        CatalogWriter.write(Catalog.sample(), file);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_folder_that_does_not_exist_and_an_unknown_ending_are_refused() {
        assertThatThrownBy(() -> CatalogWriter.write(Catalog.sample(), folder.resolve("no/out.csv")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> CatalogWriter.write(Catalog.sample(), folder.resolve("out.xlsx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".parquet");
    }

    @Test
    void damaged_parquet_is_refused_or_keeps_what_could_be_read() throws IOException {
        Path file = folder.resolve("out.parquet");
        CatalogWriter.write(SongFile.load(folder, SongFile.THREE).catalog(), file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] bytes = round < 100 ? Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4)) : whole.clone();
            if (round >= 100) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try {
                Catalog.loader().load(file);
            } catch (CatalogException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(100);
    }
}
