package segue.files;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a person has set once: the environment ({@code SEGUE_PORT}) over {@code segue.properties} ({@code port = 7071}) in the
 * working folder. Both are read when this is made.
 */
public final class PersonalSettings {
    private static final Path FILE = Path.of("segue.properties");

    private final Map<String, String> environment;
    private final Properties properties = new Properties();

    /** @param from where it was set: {@code environment SEGUE_PORT}, or the file */
    public record Setting(String value, String from) {}

    /** @throws UncheckedIOException if there is a file that cannot be read, in one sentence */
    public PersonalSettings() {
        this(System.getenv(), FILE);
    }

    /** @throws UncheckedIOException if there is a file that cannot be read, in one sentence */
    public PersonalSettings(Map<String, String> environment, Path file) {
        this.environment = environment;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new UncheckedIOException(new IOException(
                        file + ": cannot be read as settings; expected lines such as port = 7071", unreadable));
            }
        }
    }

    /** @param name as in the file: {@code spotify-port}, which is {@code SEGUE_SPOTIFY_PORT} in the environment */
    public Optional<Setting> get(String name) {
        String variable = "SEGUE_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        if (environment.get(variable) instanceof String value && !value.isBlank()) {
            return Optional.of(new Setting(value, "environment " + variable));
        }
        return Optional.ofNullable(properties.getProperty(name))
                .map(value -> new Setting(value.strip(), FILE.toString()));
    }
}
