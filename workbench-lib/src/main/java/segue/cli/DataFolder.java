package segue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import segue.evaluate.EvaluationData;

/** What commands look for in the data folder besides songs. */
final class DataFolder {
    static final String PLAYLISTS = EvaluationData.PLAYLISTS;
    static final String ARTIST_GENRES = EvaluationData.ARTIST_GENRES;

    private DataFolder() {}

    static boolean isSet() {
        return new Settings().get("data").isPresent();
    }

    /** The file, where a data folder is set and has it. */
    static Optional<Path> find(String name) {
        return new Settings()
                .get("data")
                .map(folder -> Path.of(folder.value()).resolve(name))
                .filter(Files::isRegularFile);
    }
}
