package segue.page.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.sample.SampleRecording;
import segue.catalog.Catalog;
import segue.catalog.RecordingFile;
import segue.progress.Progress;

class MusicMatchTest {
    @TempDir
    Path folder;

    private Path put(String name) throws IOException {
        Path file = folder.resolve("music").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.copy(SampleRecording.BELLS.file(), file).toRealPath();
    }

    private MusicMatch match(Catalog catalog) throws IOException {
        try (Progress progress = Progress.begin("test")) {
            return MusicMatch.of(catalog, folder.resolve("music").toRealPath(), progress);
        }
    }

    private static Catalog songs(String rows) {
        String head =
                "id,name,artists,acousticness,danceability,energy,instrumentalness,liveness,loudness,speechiness,tempo,valence\n";
        String features = ",0.1,0.2,0.3,0.4,0.5,-6,0.7,120,0.9\n";
        try {
            Path table = Files.createTempFile("songs", ".csv");
            table.toFile().deleteOnExit();
            return Catalog.load(Files.writeString(table, head + rows.replace("\n", features)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void recordings_are_told_by_the_end_of_their_path_and_not_by_their_name_alone() throws IOException {
        Catalog catalog = Catalog.load(RecordingFile.invented(2, 2).write(folder));
        Path found = put("family1/take1.flac");
        put("elsewhere/take0.flac");
        MusicMatch match = match(catalog);

        assertThat(match.fileOfRow())
                .isEqualTo(Map.of(catalog.rowOf("family1/take1.flac").getAsInt(), found));
        assertThat(match).hasToString("1 of 2 files are songs of the catalogue");
    }

    @Test
    void songs_of_a_table_are_told_by_tags_then_by_name_then_by_id() throws IOException {
        Catalog catalog = songs("a,Bells,Segue\nb,Other Song,Some Band\nc4Xy,Third,Nobody\nd,Never,Here\n");
        Path tagged = put("whatever.flac");
        Path named = folder.resolve("music/Some Band - Other Song.wav");
        SampleRecording.DRUMS.read().writeWav(named);
        Path byId = folder.resolve("music/c4Xy.wav");
        SampleRecording.DRUMS.read().writeWav(byId);
        Files.writeString(folder.resolve("music/cover.jpg"), "no recording");
        MusicMatch match = match(catalog);

        assertThat(match.fileOfRow()).isEqualTo(Map.of(0, tagged, 1, named.toRealPath(), 2, byId.toRealPath()));
        assertThat(match).hasToString("3 of 3 files are songs of the catalogue");
    }
}
