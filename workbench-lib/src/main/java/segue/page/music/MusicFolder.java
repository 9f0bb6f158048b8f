package segue.page.music;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import segue.audio.decode.AudioSupport;
import segue.catalog.Catalog;
import segue.page.server.Timeouts;
import segue.progress.Progress;
import segue.progress.ProgressState;

/** The folder whose recordings are played; which song is which file is found out in the background, once. */
public final class MusicFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MusicFolder.class);

    private final Path root;
    private final CompletableFuture<MusicMatch> match = new CompletableFuture<>();
    private final Thread thread;
    private volatile Progress progress;

    private MusicFolder(Path root, Catalog catalog) {
        this.root = root;
        this.thread = Thread.ofPlatform().daemon().name("segue-music").start(() -> look(catalog));
    }

    /**
     * Begins to look through a folder.
     *
     * @throws IllegalArgumentException if it is none that can be read
     */
    public static MusicFolder open(Path folder, Catalog catalog) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the music folder %s: %s"
                    .formatted(folder, Files.exists(folder) ? "is a file; name its folder" : "no such folder"));
        }
        try {
            return new MusicFolder(folder.toRealPath(), catalog);
        } catch (IOException e) {
            throw new IllegalArgumentException("the music folder %s cannot be read: %s".formatted(folder, e), e);
        }
    }

    private void look(Catalog catalog) {
        try (Progress begun = Progress.begin("looking for the songs' files", 0)) {
            progress = begun;
            AudioSupport.absence().ifPresent(reason -> {
                throw new IllegalArgumentException(reason);
            });
            match.complete(MusicMatch.of(catalog, root, begun));
        } catch (CancellationException stopped) {
            match.completeExceptionally(stopped);
        } catch (IOException | IllegalArgumentException problem) {
            match.completeExceptionally(problem);
            LOG.warn("the music folder {} cannot be used: {}", root, problem.getMessage());
        } finally {
            match.completeExceptionally(new IllegalStateException("by a fault of the page; the log has the details"));
        }
    }

    /** A real path. */
    Path root() {
        return root;
    }

    /** What was found, once it is known. */
    public CompletionStage<MusicMatch> match() {
        return match.minimalCompletionStage();
    }

    /** What was found; empty until then, and where looking failed. */
    Optional<MusicMatch> found() {
        return match.isDone() && !match.isCompletedExceptionally() ? Optional.of(match.join()) : Optional.empty();
    }

    /** Why nothing is played; empty where it may be. */
    Optional<String> failure() {
        return match.isCompletedExceptionally()
                ? Optional.of(String.valueOf(match.exceptionNow().getMessage()))
                : Optional.empty();
    }

    Optional<ProgressState> progress() {
        return Optional.ofNullable(progress).map(Progress::state);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Timeouts.STOPPING);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
