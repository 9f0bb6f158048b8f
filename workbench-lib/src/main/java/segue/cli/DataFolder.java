package segue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What commands look for in the data folder besides songs. */
final class DataFolder {
    static final String PLAYLISTS = "playlists/spotify-playlists-32k.csv.gz";
    static final String ARTIST_GENRES = "genres/artists-with-genres.csv.gz";

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
