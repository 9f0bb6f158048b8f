package segue.kernel.maven;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A place where artifacts are.
 *
 * @param id by which {@code settings.xml} gives it a mirror or credentials
 * @param url of {@code http}, {@code https} or {@code file}
 */
public record Repository(String id, String url) {
    public Repository {
        if (!id.matches("[\\w.-]+")) {
            throw new IllegalArgumentException(
                    "the id of a repository must be of letters, digits, dots and dashes, but was " + id);
        }
        url = checked(url);
    }

    private static String checked(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme());
            if (scheme.equals("file") || scheme.matches("https?") && uri.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Told below with every other text that is no URL.
        }
        Path folder = Path.of(url.isBlank() || url.indexOf('\0') >= 0 ? "?" : url);
        if (Files.isDirectory(folder)) {
            return folder.toUri().toString();
        }
        throw new IllegalArgumentException(
                "the URL of a repository must begin with https://, http:// or file:, or be a folder, but was " + url);
    }
}
