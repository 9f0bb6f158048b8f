package segue.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import segue.audio.decode.AudioException;
import segue.audio.sample.SampleRecording;

/**
 * The recordings to work with: the real ones where there are some, else the sample.
 *
 * @param source what they are and where they come from
 * @param files at least two
 */
public record Recordings(String source, boolean isSample, List<Path> files) {
    /**
     * Those in {@code audio} of the folder that the environment variable {@code SEGUE_DATA} names, where it is set, else
     * the {@linkplain #sample() sample}.
     *
     * @throws AudioException where the folder has no two recordings
     */
    public static Recordings open() {
        String folder = System.getenv("SEGUE_DATA");
        return folder == null || folder.isBlank() ? sample() : open(Path.of(folder));
    }

    /**
     * The recordings in {@code audio} of a data folder, as {@link #open()} finds them, in the order of their names. Of one
     * that is there in several formats, the largest file.
     */
    public static Recordings open(Path dataFolder) {
        Path folder = dataFolder.resolve("audio");
        List<Path> files = Files.isDirectory(folder) ? files(folder) : List.of();
        if (files.size() < 2) {
            throw new AudioException(
                    folder,
                    "fewer than two recordings are here: put some there, or unset SEGUE_DATA to work with the sample");
        }
        return new Recordings("%d recordings in %s".formatted(files.size(), folder), false, files);
    }

    /** The {@linkplain SampleRecording recordings} that Segue plays itself, in their order. */
    public static Recordings sample() {
        List<Path> files = Arrays.stream(SampleRecording.values())
                .map(SampleRecording::file)
                .toList();
        return new Recordings("%d sample recordings (invented)".formatted(files.size()), true, files);
    }

    /** {@code lark-plucked} for {@code …/lark-plucked.flac}. */
    public static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> largestFirst = files.filter(Recordings::isRecording)
                    .sorted(Comparator.comparing(Recordings::name)
                            .thenComparing(Recordings::size, Comparator.reverseOrder()))
                    .toList();
            return Stream.iterate(0, i -> i < largestFirst.size(), i -> i + 1)
                    .filter(i -> i == 0 || !name(largestFirst.get(i)).equals(name(largestFirst.get(i - 1))))
                    .map(largestFirst::get)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be listed: " + e.getMessage(), e);
        }
    }

    private static boolean isRecording(Path file) {
        return Files.isRegularFile(file)
                && !file.getFileName().toString().startsWith(".")
                && AudioKind.isRecording(file);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return source;
    }
}
