package segue.audio.scan;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import segue.audio.AudioKind;

/**
 * The recordings among files and folders, sorted by path.
 *
 * @param recordings named by the person, or of a known kind
 * @param unreadable folders and files that could not be looked at
 * @param ignored files of other kinds in the folders
 */
public record AudioFiles(List<Path> recordings, List<ScanReport.Failure> unreadable, int ignored) {
    /**
     * Looks through folders and all folders in them. Links are followed, but not in circles; what is hidden is left out.
     *
     * @throws IllegalArgumentException if one of the paths does not exist, or is a device
     */
    public static AudioFiles under(List<Path> paths) throws IOException {
        for (Path path : paths) {
            if (path.toString().isEmpty()) {
                throw new IllegalArgumentException("\"\": is no file or folder; the folder you are in is .");
            }
            if (!Files.exists(path)) {
                throw new IllegalArgumentException(path + ": no such file or folder");
            }
            if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
                throw new IllegalArgumentException(path + ": is a device or a pipe, not a file or folder");
            }
        }
        Walk walk = new Walk();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk.from(path));
            } else {
                walk.recordings.add(path);
            }
        }
        walk.recordings.sort(Comparator.comparing(PathText::of));
        return new AudioFiles(walk.recordings, walk.unreadable, walk.ignored);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final List<Path> recordings = new ArrayList<>();
        private final List<ScanReport.Failure> unreadable = new ArrayList<>();
        private int ignored;
        private Path root;

        Walk from(Path root) {
            this.root = root;
            return this;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while looking for recordings");
            }
            return isHidden(folder) && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                unreadable.add(new ScanReport.Failure(PathText.of(file), "it is a link to nothing"));
            } else if (!attributes.isRegularFile()) {
                ignored++;
            } else if (AudioKind.isRecording(file)) {
                recordings.add(file);
            } else {
                ignored++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            if (!(problem instanceof FileSystemLoopException)) {
                unreadable.add(ScanReport.Failure.of(file, problem));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
            if (problem != null) {
                unreadable.add(ScanReport.Failure.of(folder, problem));
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            Path name = path.getFileName();
            String text = name == null ? "" : name.toString();
            return text.startsWith(".") && !text.equals(".") && !text.equals("..");
        }
    }
}
