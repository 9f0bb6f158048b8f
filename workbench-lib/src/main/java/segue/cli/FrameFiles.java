package segue.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import segue.audio.AudioKind;
import segue.audio.decode.AudioException;
import segue.audio.signal.Signal;
import segue.dtw.FrameFeature;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;

/** Frames from recordings, and from {@code .npy} files of shape {@code (frames, values)}. */
final class FrameFiles {
    private FrameFiles() {}

    /**
     * The files named, and in place of a folder the recordings and {@code .npy} files in it and below, by name.
     *
     * @param query is left out of folders
     */
    static List<Path> expand(List<Path> named, Path query) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(file -> Files.isRegularFile(file) && isCandidate(file) && !same(file, query))
                        .sorted()
                        .forEach(files::add);
            } catch (UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
        }
        return files;
    }

    private static boolean isCandidate(Path file) {
        return ending(file).equals("npy") || AudioKind.isRecording(file);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean same(Path file, Path query) {
        try {
            return Files.exists(query) && file.toRealPath().equals(query.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    /** @throws IOException that says what is wrong with the file, its name first */
    static FloatMatrix read(Path file, FrameFeature feature) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + (Files.exists(file) ? ": permission denied" : ": no such file"));
        }
        FloatMatrix frames;
        try {
            frames = ending(file).equals("npy") ? Npy.readMatrix(file) : feature.of(Signal.read(file));
        } catch (AudioException unusable) {
            throw new IOException(unusable.getMessage());
        }
        if (frames.rows() == 0 || frames.columns() == 0) {
            throw new IOException("%s: no frames in it (%d x %d)".formatted(file, frames.rows(), frames.columns()));
        }
        return frames;
    }
}
