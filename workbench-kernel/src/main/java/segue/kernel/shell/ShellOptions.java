package segue.kernel.shell;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a shell begins with.
 *
 * @param classpath jars and folders that cells can use
 * @param compilerOptions as {@code javac} takes them, without class path
 * @param imports packages with a star ({@code java.util.*}); the first that has a name wins; absent ones do no harm
 * @param scripts code that runs before the first cell; where it fails, the first cell tells
 * @param limit for how long a cell may run
 * @param notes what the first cell is to tell besides
 */
public record ShellOptions(
        List<Path> classpath,
        List<String> compilerOptions,
        List<String> imports,
        List<Script> scripts,
        Optional<TimeLimit> limit,
        List<String> notes) {
    /**
     * Code, and the name by which messages speak of it.
     *
     * @param code Java and magics
     */
    public record Script(String name, String code) {}

    /**
     * How long a cell may run before it is stopped.
     *
     * @param source what has set it, for the message
     */
    public record TimeLimit(Duration duration, String source) {}

    public ShellOptions {
        classpath = List.copyOf(classpath);
        compilerOptions = complete(compilerOptions);
        imports = List.copyOf(imports);
        scripts = List.copyOf(scripts);
        notes = List.copyOf(notes);
        for (String name : imports) {
            if (!name.matches("[\\w.]+\\.\\*")) {
                throw new IllegalArgumentException(
                        "a startup import must be a package with a star, such as java.util.*, but was " + name);
            }
        }
    }

    /** The compiler has preview features only for a language level that is named, and here there is but one. */
    private static List<String> complete(List<String> options) {
        List<String> all = new ArrayList<>(options);
        if (options.contains("--enable-preview")
                && options.stream().noneMatch(option -> option.matches("--?source(=.*)?|--release(=.*)?"))) {
            all.addAll(List.of("--source", String.valueOf(Runtime.version().feature())));
        }
        return List.copyOf(all);
    }

    /** This JVM's class path, and the imports that an analysis needs. */
    public static ShellOptions defaults() {
        return new ShellOptions(
                ownClasspath(), defaultCompilerOptions(), StartupImports.ALL, List.of(), Optional.empty(), List.of());
    }

    public ShellOptions withSnippets(List<String> snippets) {
        List<Script> scripts =
                snippets.stream().map(code -> new Script("startup", code)).toList();
        return new ShellOptions(classpath, compilerOptions, imports, scripts, limit, notes);
    }

    public ShellOptions withClasspath(List<Path> classpath) {
        return new ShellOptions(classpath, compilerOptions, imports, scripts, limit, notes);
    }

    public ShellOptions withCompilerOptions(List<String> compilerOptions) {
        return new ShellOptions(classpath, compilerOptions, imports, scripts, limit, notes);
    }

    static List<Path> ownClasspath() {
        List<Path> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            if (!entry.isBlank()) {
                entries.add(Path.of(entry));
            }
        }
        return entries;
    }

    private static List<String> defaultCompilerOptions() {
        List<String> options = new ArrayList<>(List.of("-parameters"));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            options.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Xlint:-incubating"));
        }
        return options;
    }
}
