package segue.kernel.magics;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Paths as people write them for class paths: relative to the notebook's folder, {@code ~} for home, {@code *} and
 * {@code ?} within a name, {@code **} across folders, {@code dir/} for everything in a folder, several with the
 * system's separator between.
 */
public final class FileGlob {
    private FileGlob() {}

    /**
     * The files and folders meant, in the order written and sorted within a pattern.
     *
     * @throws IllegalArgumentException if there is none of that name or pattern
     */
    public static List<Path> expand(String written) {
        List<Path> entries = new ArrayList<>();
        for (String each : separate(written)) {
            String path = each.startsWith("~/") ? System.getProperty("user.home") + each.substring(1) : each;
            try {
                entries.addAll(glob(path.length() > 1 && path.endsWith("/") ? path + "*" : path));
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("this is no path: " + each, e);
            }
        }
        return entries;
    }

    /**
     * As {@link #expand}, for a class path: folders and jars. Other files that a pattern finds are passed over.
     *
     * @throws IllegalArgumentException also if a jar cannot be opened: the compiler would stumble over it ever after
     */
    public static List<Path> expandClasspath(String written) {
        List<Path> entries = new ArrayList<>();
        for (Path entry : expand(written)) {
            boolean archive = entry.toString().matches("(?i).*\\.(jar|zip)");
            if (Files.isDirectory(entry)) {
                entries.add(entry);
            } else if (archive || indexOfGlob(written) < 0 && !written.endsWith("/")) {
                try (ZipFile opened = new ZipFile(entry.toFile())) {
                    entries.add(Path.of(opened.getName()));
                } catch (IOException e) {
                    throw new IllegalArgumentException(entry + " is neither a folder nor a jar: " + e.getMessage(), e);
                }
            }
        }
        return entries;
    }

    /** The paths between the separators, not yet looked for. */
    public static List<String> separate(String written) {
        return Stream.of(written.split(File.pathSeparator))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private static List<Path> glob(String path) {
        int glob = indexOfGlob(path);
        if (glob < 0) {
            Path file = Path.of(path);
            if (!Files.exists(file)) {
                throw new IllegalArgumentException("there is no " + file.toAbsolutePath());
            }
            return List.of(file.toAbsolutePath().normalize());
        }
        int slash = path.lastIndexOf('/', glob);
        Path folder = Path.of(slash < 0 ? "." : path.substring(0, slash + 1))
                .toAbsolutePath()
                .normalize();
        String pattern = path.substring(slash + 1);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        int depth = pattern.contains("**")
                ? Integer.MAX_VALUE
                : 1 + (int) pattern.chars().filter(c -> c == '/').count();
        try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> found = files.filter(file -> matcher.matches(folder.relativize(file)))
                    .filter(file -> !file.equals(folder))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("nothing in " + folder + " matches " + pattern);
            }
            return found;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new IllegalArgumentException("the folder " + folder + " could not be read", e);
        }
    }

    private static int indexOfGlob(String path) {
        for (int i = 0; i < path.length(); i++) {
            if ("*?[{".indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
