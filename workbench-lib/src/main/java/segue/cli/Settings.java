package segue.cli;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import segue.feedback.sql.DatabaseAddress;
import segue.files.PersonalSettings;
import segue.jobs.redis.QueueAddress;
import segue.spotify.access.SpotifySettings;

/**
 * What may be set once instead of at every command: the environment ({@code SEGUE_PORT}) over {@code segue.properties}
 * ({@code port = 7071}) in the working folder. The command line wins over both.
 */
final class Settings implements IDefaultValueProvider {
    /** Setting to what it is for; the same names are options of commands, but for {@code data}. */
    static final Map<String, String> KNOWN = Map.ofEntries(
            entry("data", "folder of real data sets"),
            entry("catalog", "song table to use instead of the data folder's"),
            entry("host", "address that the page listens on"),
            entry("port", "port that the page listens on"),
            entry("spotify-client-id", "client id of your own app at developer.spotify.com"),
            entry("spotify-port", "port that Spotify sends the browser back to when you sign in"),
            entry("spotify-tokens", "file that the sign-in to Spotify is kept in"),
            entry("database", "where feedback is kept: a file, or a JDBC URL of PostgreSQL, MySQL or MariaDB"),
            entry("queue", "Redis server that pages share their heavy work by: redis://HOST:PORT"),
            entry("page-url", "address by which others reach the page, for links in mails"),
            entry("digest-from", "who digests are from: an address, or 'Name <address>'"),
            entry("smtp-user", "who sends digests, for the mail server"),
            entry("smtp-password", "that user's password"));

    /** Shown only in part. */
    private static final Set<String> SECRET = Set.of("spotify-client-id", "smtp-user");

    /** Never shown. */
    private static final Set<String> PASSWORDS = Set.of("smtp-password");

    private final PersonalSettings set;

    /** @param value of the setting; {@code from} says where it stood */
    record Setting(String value, String from) {
        /** As a person may see it: without passwords. */
        Setting masked() {
            return new Setting(DatabaseAddress.masked(value), from);
        }
    }

    Settings() {
        set = new PersonalSettings();
    }

    Settings(Map<String, String> environment, Path file) {
        set = new PersonalSettings(environment, file);
    }

    Optional<Setting> get(String name) {
        return set.get(name).map(found -> new Setting(found.value(), found.from()));
    }

    /** The same, as it may be shown. */
    static Setting shown(String name, Setting setting) {
        if (name.equals("queue")) {
            return new Setting(QueueAddress.masked(setting.value()), setting.from());
        }
        if (PASSWORDS.contains(name)) {
            return new Setting("****", setting.from());
        }
        return SECRET.contains(name) ? new Setting(SpotifySettings.masked(setting.value()), setting.from()) : setting;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            String name = option.longestName().substring(2);
            // --data of a command is a matrix, not the data folder.
            if (KNOWN.containsKey(name) && !name.equals("data")) {
                return get(name).map(Setting::value).orElse(null);
            }
        }
        return null;
    }
}
