package segue.spark.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;

class RowTableTest {
    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    private static FloatMatrix random(int rows, int columns) {
        Random random = new Random(7);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    private RowTable open(Path path, String... columns) throws IOException {
        return session.run(spark -> RowTable.open(spark, path.toString(), List.of(columns)));
    }

    private FloatMatrix values(RowTable table) throws IOException {
        return session.run(spark -> {
            List<NumberedRow> rows = table.rows().collect().stream()
                    .sorted(Comparator.comparingLong(NumberedRow::number))
                    .toList();
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).number()).isEqualTo(i);
            }
            return FloatMatrix.of(rows.stream().map(NumberedRow::values).toList());
        });
    }

    @Test
    void numpyFilesAreReadInTheOrderOfTheirNames() throws IOException {
        FloatMatrix first = random(1001, 5);
        FloatMatrix second = random(1, 5);
        Path files = Files.createDirectory(folder.resolve("x"));
        Npy.write(files.resolve("a.npy"), first);
        Npy.write(files.resolve("b.npy"), second);
        RowTable table = open(files);
        assertThat(table.size()).isEqualTo(1002);
        assertThat(table.columns()).containsExactly("0", "1", "2", "3", "4");
        FloatMatrix read = values(table);
        assertThat(read.row(1000)).isEqualTo(first.row(1000));
        assertThat(read.row(1001)).isEqualTo(second.row(0));
    }

    @Test
    void parquetAndCsvOfTheSameSongsGiveTheSameRows() throws IOException {
        Catalog songs = Catalog.sample();
        CatalogWriter.write(songs, folder.resolve("songs.parquet"));
        CatalogWriter.write(songs, folder.resolve("songs.csv.gz"));
        RowTable parquet = open(folder.resolve("songs.parquet"));
        assertThat(values(parquet)).isEqualTo(songs.features());
        assertThat(values(open(folder.resolve("songs.csv.gz")))).isEqualTo(songs.features());
        assertThat(parquet.isNamed()).isTrue();
        assertThat(parquet.columns()).hasSize(9);
        assertThat(values(open(folder.resolve("songs.parquet"), "tempo", "energy"))
                        .columns())
                .isEqualTo(2);
    }

    @Test
    void parquetOfManyFilesIsNumberedByTheirNames() throws IOException {
        Path many = folder.resolve("many");
        session.run(spark -> {
            SparkSession sql = spark;
            sql.range(0, 1000, 1, 7)
                    .selectExpr("cast(id as float) as x", "concat('s', id) as id")
                    .write()
                    .parquet(many.toString());
            return null;
        });
        FloatMatrix read = values(open(many));
        for (int i = 0; i < 1000; i++) {
            assertThat(read.get(i, 0)).isEqualTo(i);
        }
    }

    @Test
    void blocksHaveEveryRowOnceAndAreNeverEmpty() throws IOException {
        Npy.write(folder.resolve("x.npy"), random(1001, 3));
        RowTable table = open(folder.resolve("x.npy"));
        List<RowBlock> blocks = session.run(spark -> table.blocks(64).collect());
        assertThat(blocks).allSatisfy(block -> assertThat(block.rows()).isBetween(1, 64));
        assertThat(blocks.stream()
                        .flatMapToLong(block -> java.util.Arrays.stream(block.numbers()))
                        .distinct()
                        .count())
                .isEqualTo(1001);
    }

    @Test
    void aValueThatIsNoNumberIsNamedWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2\n3,NaN\n");
        RowTable csv = open(folder.resolve("bad.csv"));
        assertThatThrownBy(() -> values(csv))
                .isInstanceOf(IOException.class)
                .hasMessage("bad.csv, line 3, column b: expected a finite number but found 'NaN'");
        Path parquet = folder.resolve("bad.parquet");
        session.run(spark -> {
            spark.sql("select cast(1 as double) as a union all select cast(null as double)")
                    .coalesce(1)
                    .write()
                    .parquet(parquet.toString());
            return null;
        });
        RowTable table = open(parquet);
        assertThatThrownBy(() -> values(table))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("row 1, column a: expected a finite number but found 'nothing'");
    }

    @Test
    void whatCannotBeReadIsToldInOneSentence() throws IOException {
        assertThatThrownBy(() -> open(folder.resolve("none.parquet")))
                .hasMessageContaining("none.parquet: no such file or folder");
        Files.writeString(folder.resolve("notes.txt"), "hello");
        assertThatThrownBy(() -> open(folder.resolve("notes.txt"))).hasMessageContaining("expected .npy, .csv");
        Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> open(folder.resolve("a.csv"), "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no column 'c'; it has a, b");
        Files.writeString(folder.resolve("empty.csv"), "a,b\n");
        assertThatThrownBy(() -> open(folder.resolve("empty.csv"))).hasMessageContaining("no row in it");
        Files.write(folder.resolve("cut.npy"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> open(folder.resolve("cut.npy"))).hasMessageContaining("not an .npy file");
    }
}
