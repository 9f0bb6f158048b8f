package segue.spotify.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import segue.files.WholeFile;
import segue.spotify.access.SpotifyException.Reason;

/** Keeps a {@link Tokens sign-in} in a file of mode 600, whole or not at all; changed by one process at a time. */
final class TokenFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_OF_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Duration LONGEST_LOCK = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Path file;

    TokenFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    /** @throws SpotifyException if others can read the file, or it is none of Segue's */
    Optional<Tokens> read() {
        try {
            requirePrivate();
            return Optional.of(parse(MAPPER.readTree(Files.readAllBytes(file))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | DateTimeException | IllegalArgumentException broken) {
            throw new SpotifyException(
                    Reason.NOT_SIGNED_IN,
                    file + " cannot be read as a sign-in to Spotify. Delete it and run './segue spotify sign-in'.",
                    broken);
        }
    }

    void write(Tokens tokens) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("clientId", tokens.clientId());
        json.put("access", tokens.access());
        json.put("refresh", tokens.refresh());
        json.put("expires", tokens.expires().toString());
        json.put("since", tokens.since().toString());
        tokens.scopes().stream().sorted().forEach(json.putArray("scopes")::add);
        try {
            makeFolder();
            WholeFile.write(file, part -> {
                Files.createFile(part, attributes(OWNER));
                Files.write(part, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
            });
        } catch (IOException refused) {
            throw new SpotifyException(
                    Reason.NOT_SIGNED_IN,
                    "the sign-in cannot be kept in " + file + " (" + refused
                            + "). Set SEGUE_SPOTIFY_TOKENS to a file that" + " can be written.",
                    refused);
        }
    }

    /** Returns whether there was one. */
    boolean delete() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new SpotifyException(
                    Reason.REFUSED, file + " cannot be deleted (" + refused + "). Delete it yourself.", refused);
        }
    }

    /**
     * Lets nobody else, in this process or another, change the file meanwhile: a refresh token is good for one use.
     *
     * @throws CancellationException if the thread is interrupted while it waits
     */
    <T> T alone(Supplier<T> work) {
        Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
        try {
            makeFolder();
            Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(lock, options, attributes(OWNER))) {
                hold(channel);
                return work.get();
            }
        } catch (IOException refused) {
            throw new SpotifyException(
                    Reason.NOT_SIGNED_IN,
                    lock + " cannot be written (" + refused
                            + "). Set SEGUE_SPOTIFY_TOKENS to a file in a folder of yours.",
                    refused);
        }
    }

    /** Until the channel is closed. */
    private void hold(FileChannel channel) throws IOException {
        long end = System.nanoTime() + LONGEST_LOCK.toNanos();
        while (System.nanoTime() - end < 0) {
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (OverlappingFileLockException heldByAnotherThread) {
                // Wait for it as for another process.
            }
            Exchange.sleep(Duration.ofMillis(LOOK_AGAIN_MILLIS), "the sign-in was waited for");
        }
        throw new IOException("another Segue has held it for " + LONGEST_LOCK.toSeconds() + " s");
    }

    private void makeFolder() throws IOException {
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(OWNER_OF_FOLDER));
        }
    }

    private void requirePrivate() throws IOException {
        if (isPosix() && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new SpotifyException(
                    Reason.NOT_SIGNED_IN,
                    "%s opens your Spotify account, but others on this machine may read it (%s). Run: chmod 600 %s"
                            .formatted(file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file));
        }
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static Tokens parse(JsonNode json) {
        Set<String> scopes = new HashSet<>();
        json.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return new Tokens(
                text(json, "clientId"),
                text(json, "access"),
                text(json, "refresh"),
                Instant.parse(text(json, "expires")),
                Instant.parse(text(json, "since")),
                scopes);
    }

    private static String text(JsonNode json, String name) {
        String text = json.path(name).asText();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }
}
