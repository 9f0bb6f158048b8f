package segue.spark.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.spark.TestSession;

class WholeTableTest {
    private final SegueSession session = TestSession.shared();
    private final Configuration hadoop = session.spark().sparkContext().hadoopConfiguration();

    @TempDir
    private Path folder;

    private void write(int rows, boolean overwrite) throws IOException {
        session.run(spark -> {
            WholeTable.parquet(spark.range(rows).toDF(), table(), overwrite);
            return null;
        });
    }

    private String table() {
        return folder.resolve("table.parquet").toString();
    }

    private long rows() throws IOException {
        return session.run(spark -> spark.read().parquet(table()).count());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aTableIsReplacedOnlyWhereThatIsAsked() throws IOException {
        write(3, false);
        assertThatThrownBy(() -> write(4, false))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("add --overwrite to replace it");
        assertThat(rows()).isEqualTo(3);
        write(4, true);
        assertThat(rows()).isEqualTo(4);
        assertThat(names()).containsExactly("table.parquet");
    }

    @Test
    void whatFailsHalfWayLeavesTheOldTableAndNothingElse() throws IOException {
        write(3, false);
        assertThatThrownBy(() -> WholeTable.write(hadoop, table(), true, part -> {
                    Files.createDirectory(Path.of(java.net.URI.create(part)));
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(rows()).isEqualTo(3);
        assertThat(names()).containsExactly("table.parquet");
    }

    @Test
    void whatAKilledRunLeftIsClearedAwayADayLater() throws IOException {
        Path old = Files.createDirectory(folder.resolve(".table.parquet.1f.part"));
        Path fresh = Files.createDirectory(folder.resolve(".table.parquet.2f.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        write(3, false);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void placesThatCannotBeWrittenAreToldBeforeTheWork() {
        assertThatThrownBy(() -> WholeTable.requirePlace(
                        hadoop, folder.resolve("none/table.parquet").toString(), false))
                .hasMessageContaining("none: no such folder to write in");
        assertThatThrownBy(() -> WholeTable.requirePlace(hadoop, " ", false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WholeTable.requirePlace(hadoop, "/", true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WholeTable.spare(hadoop, table(), table()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is read, and writing would replace it");
    }
}
