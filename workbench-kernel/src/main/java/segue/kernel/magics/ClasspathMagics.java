package segue.kernel.magics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds classes to a running notebook. */
final class ClasspathMagics {
    private ClasspathMagics() {}

    static Magic classpath() {
        return Magic.quiet(
                "%classpath",
                "%classpath [PATH ...]",
                "Adds jars and folders of classes, globs too; without a path, lists what is there. In Java, its value is"
                        + " the list of paths.",
                ClasspathMagics::addOrList);
    }

    static Magic jars() {
        return Magic.quiet(
                "%jars",
                "%jars PATH ...",
                "Adds jars; a path may be a glob such as lib/*.jar, or a folder of jars such as lib/. In Java, its value"
                        + " is the list of paths.",
                ClasspathMagics::addJars);
    }

    private static Optional<Object> addOrList(Arguments arguments, MagicContext context) {
        if (arguments.isEmpty()) {
            context.classpath().forEach(System.out::println);
            return Optional.of(texts(context.classpath()));
        }
        return add(arguments, "%classpath", context);
    }

    private static Optional<Object> addJars(Arguments arguments, MagicContext context) {
        if (arguments.isEmpty()) {
            throw new MagicFailure("%jars needs at least one jar, as in %jars lib/*.jar");
        }
        return add(arguments, "%jars", context);
    }

    private static Optional<Object> add(Arguments arguments, String magic, MagicContext context) {
        List<Path> entries = new ArrayList<>();
        for (String argument : arguments.words()) {
            try {
                entries.addAll(FileGlob.expandClasspath(argument));
            } catch (IllegalArgumentException e) {
                throw new MagicFailure(magic + ": " + e.getMessage());
            }
        }
        context.addToClasspath(entries);
        return Optional.of(texts(entries));
    }

    static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
