package segue.spark.recommend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;

class UserSongsTest {
    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    private long entries(String name) throws IOException {
        return session.run(spark ->
                UserSongs.open(spark, folder.resolve(name).toString()).entries().count());
    }

    @Test
    void whatSaysNotWhoHasWhatIsRefusedInASentence() throws IOException {
        Files.writeString(folder.resolve("songs.csv"), "id,name\n1,a\n");
        assertThatThrownBy(() -> entries("songs.csv"))
                .isInstanceOf(IOException.class)
                .hasMessage("songs.csv, line 1: there is no column of users; expected user (or user_id, playlist_id)"
                        + " and id (or track_id; or songs, a list of ids) but found id, name");
        Files.writeString(folder.resolve("users.csv"), "user,name\n1,a\n");
        assertThatThrownBy(() -> entries("users.csv")).hasMessageContaining("no column of songs");
        Files.writeString(folder.resolve("places.csv"), "user,id,position\n1,a,first\n");
        assertThatThrownBy(() -> entries("places.csv"))
                .hasMessageContaining("places.csv, line 2")
                .hasMessageContaining("expected a whole number but found 'first'");
        Path parquet = folder.resolve("none.parquet");
        session.run(spark -> {
            spark.range(3).write().parquet(parquet.toString());
            return null;
        });
        assertThatThrownBy(() -> entries("none.parquet")).hasMessageContaining("there is no column of users");
    }

    @Test
    void filesOfSeveralKindsAreNoTable() throws IOException {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        Files.writeString(mixed.resolve("a.m3u"), "x\n");
        Files.writeString(mixed.resolve("b.csv"), "user,id\n");
        assertThatThrownBy(() -> entries("mixed"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("b.csv is no list of songs")
                .hasMessageContaining("one kind only");
        assertThatThrownBy(() -> entries("nowhere.csv")).hasMessageContaining("no such file or folder");
    }
}
