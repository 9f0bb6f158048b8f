package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.catalog.mongo.SongServer;

class CatalogCommandTest {
    @TempDir
    private Path folder;

    private Path songs() {
        Path file = folder.resolve("songs.csv");
        CatalogWriter.write(Catalog.sample().selectRows(0, 1, 2), file);
        return file;
    }

    @Test
    void songs_go_into_a_collection_and_come_back() {
        try (SongServer server = new SongServer()) {
            Path back = folder.resolve("back.csv");
            String collection = server.address("songs");

            assertThat(Ended.of("catalog", songs(), "--out", collection).exitCode())
                    .isZero();
            assertThat(Ended.of("catalog", collection, "--out", back).exitCode())
                    .isZero();

            assertThat(back).hasSameTextualContentAs(songs());
        }
    }

    @Test
    void a_collection_is_replaced_only_with_overwrite_and_never_by_itself() {
        try (SongServer server = new SongServer()) {
            String collection = server.address("songs");
            Ended.of("catalog", songs(), "--out", collection);

            Ended again = Ended.of("catalog", songs(), "--out", collection);
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.err()).contains("music.songs is there already", "--overwrite");
            assertThat(Ended.of("catalog", songs(), "--out", collection, "--overwrite")
                            .exitCode())
                    .isZero();
            Ended itself = Ended.of("catalog", collection, "--out", collection, "--overwrite");
            assertThat(itself.exitCode()).isEqualTo(2);
            assertThat(itself.err()).contains("is read, and writing would replace it");
        }
    }

    @Test
    void wrong_addresses_are_told_without_their_passwords() {
        String wrong = "mongodb://ann:hunt/er2@127.0.0.1/music..songs";

        Ended asInput = Ended.of("catalog", wrong, "--out", folder.resolve("songs.csv"));
        Ended asOutput = Ended.of("catalog", songs(), "--out", wrong);
        Ended asOption = Ended.of("catalog", songs(), "--" + wrong);

        assertThat(asInput.exitCode()).isEqualTo(2);
        assertThat(asOutput.exitCode()).isEqualTo(2);
        assertThat(asOption.exitCode()).isEqualTo(2);
        assertThat(asInput.err() + asOutput.err() + asOption.err())
                .contains("is no address of a collection")
                .doesNotContain("er2");
    }

    @Test
    void files_need_no_overwrite() {
        Ended ended = Ended.of("catalog", songs(), "--out", folder.resolve("out.csv"), "--overwrite");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--overwrite is for collections of MongoDB");
    }
}
