package segue.kernel.magics;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds classes to a running notebook. */
final class ClasspathMagics {
    private ClasspathMagics() {}

    static Magic classpath() {
        return new Magic(
                "%classpath",
                "%classpath [PATH ...]",
                "Adds jars and folders of classes, globs too; without a path, lists what is there.",
                ClasspathMagics::addOrList);
    }

    static Magic jars() {
        return new Magic(
                "%jars",
                "%jars PATH ...", "Adds jars; a path may be a glob such as lib/*.jar.", ClasspathMagics::addJars);
    }

    private static Optional<Object> addOrList(String arguments, MagicContext context) {
        if (arguments.isBlank()) {
            context.classpath().forEach(System.out::println);
        } else {
            context.addToClasspath(resolve(arguments, "%classpath"));
        }
        return Optional.empty();
    }

    private static Optional<Object> addJars(String arguments, MagicContext context) {
        if (arguments.isBlank()) {
            throw new MagicFailure("%jars needs at least one jar, as in %jars lib/*.jar");
        }
        context.addToClasspath(resolve(arguments, "%jars"));
        return Optional.empty();
    }

    private static List<Path> resolve(String arguments, String magic) {
        List<Path> entries = new ArrayList<>();
        for (String argument : arguments.split("\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            for (String path : unquoted(argument).split(File.pathSeparator)) {
                entries.addAll(expand(path, magic));
            }
        }
        return entries;
    }

    static String unquoted(String argument) {
        return argument.replaceAll("^[\"']|[\"']$", "");
    }

    private static List<Path> expand(String path, String magic) {
        int glob = indexOfGlob(path);
        if (glob < 0) {
            Path file = Path.of(path);
            if (!Files.exists(file)) {
                throw new MagicFailure(magic + ": there is no " + file.toAbsolutePath());
            }
            return List.of(file.toAbsolutePath().normalize());
        }
        int slash = path.lastIndexOf('/', glob);
        Path folder = Path.of(slash < 0 ? "." : path.substring(0, slash + 1))
                .toAbsolutePath()
                .normalize();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path.substring(slash + 1));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> matcher.matches(folder.relativize(file)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new MagicFailure(magic + ": nothing in " + folder + " matches " + path.substring(slash + 1));
            }
            return found;
        } catch (IOException e) {
            throw new MagicFailure(magic + ": the folder " + folder + " could not be read");
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
