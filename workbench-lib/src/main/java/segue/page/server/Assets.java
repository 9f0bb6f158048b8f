package segue.page.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The files of the front end: a fixed list, read once, so that no path of a request ever reaches a file system. */
public final class Assets {
    private static final String FOLDER = "/segue/page/";

    private final List<Asset> assets = Stream.of(
                    "index.html",
                    "app.css",
                    "app.js",
                    "alive.js",
                    "element.js",
                    "features.js",
                    "keys.js",
                    "recent.js",
                    "share.js",
                    "state.js",
                    "steer.js",
                    "ask.js",
                    "dashboard.html",
                    "dashboard.css",
                    "dashboard.js",
                    "search.js",
                    "view.js",
                    "theme.js",
                    "map.js",
                    "kept.js",
                    "ratings.js",
                    "taste.js",
                    "mydata.js",
                    "opinions.css",
                    "trial.html",
                    "trial.js",
                    "player.css",
                    "player.js",
                    "upload.css",
                    "upload.js",
                    "spotify.css",
                    "spotify.js",
                    "to-spotify.js",
                    "favicon.svg")
            .map(Asset::named)
            .toList();

    public List<Asset> all() {
        return assets;
    }

    /** A file of the front end, as it is in the jar. */
    public static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + FOLDER + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends what {@code content} gives, or 304 where the browser has it already. */
    public static void sendTagged(Context ctx, String etag, String contentType, Supplier<byte[]> content) {
        ctx.header("Cache-Control", "no-cache").header("ETag", etag);
        String known = ctx.header("If-None-Match");
        if (known != null && (known.contains(etag) || known.equals("*"))) {
            ctx.status(304);
        } else {
            ctx.contentType(contentType).result(content.get());
        }
    }

    /**
     * One file.
     *
     * @param path it is served at; {@code /} for the page itself
     * @param etag changes whenever the content does
     */
    public record Asset(String path, String contentType, byte[] content, String etag) {

        public static Asset of(String path, String contentType, byte[] content) {
            return new Asset(path, contentType, content, etag(content));
        }

        private static Asset named(String name) {
            String path = name.equals("index.html") ? "" : name.replaceFirst("\\.html$", "");
            return of("/" + path, contentType(name), read(name));
        }

        private static String contentType(String name) {
            return switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "html" -> "text/html; charset=utf-8";
                case "css" -> "text/css; charset=utf-8";
                case "js" -> "text/javascript; charset=utf-8";
                case "svg" -> "image/svg+xml; charset=utf-8";
                case String other -> throw new IllegalStateException("no content type is known for ." + other);
            };
        }

        private static String etag(byte[] content) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                return '"' + HexFormat.of().formatHex(digest, 0, 8) + '"';
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        /** Sends the file, or 304 where the browser has it already. */
        public void send(Context ctx) {
            sendTagged(ctx, etag, contentType, () -> content);
        }
    }
}
