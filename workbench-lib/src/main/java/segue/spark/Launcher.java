package segue.spark;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where {@code ./segue} is. */
final class Launcher {
    private static final String NAME = "segue";

    private Launcher() {}

    /**
     * In the folder that {@code SEGUE_HOME} names, as the launcher itself sets it for whatever it starts; else in the one that
     * the library was built in.
     *
     * @param home null where it is not set
     * @throws SparkJobException if it is in neither
     */
    static Path find(String home) {
        if (home != null && !home.isBlank()) {
            Path named = Path.of(home).resolve(NAME);
            if (!isLauncher(named)) {
                throw new SparkJobException(
                        "SEGUE_HOME is %s, where there is no program ./segue: set it to the folder that has it"
                                .formatted(home),
                        2);
            }
            return named;
        }
        return ownFolders()
                .map(folder -> folder.resolve(NAME))
                .filter(Launcher::isLauncher)
                .findFirst()
                .orElseThrow(() -> new SparkJobException(
                        "Spark's jobs are begun by ./segue, and nothing says where it is: start Jupyter with ./segue, or"
                                + " set SEGUE_HOME to the folder that has it",
                        2));
    }

    private static boolean isLauncher(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** The folders above the library's jar or classes, nearest first. */
    private static Stream<Path> ownFolders() {
        return ownPlace().stream().flatMap(place -> Stream.iterate(place.getParent(), f -> f != null, Path::getParent));
    }

    private static Optional<Path> ownPlace() {
        try {
            return Optional.of(Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException noPath) {
            return Optional.empty();
        }
    }
}
