package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The imports that hold at some point of a notebook. Startup packages are not imported with a star: a name that a cell
 * mentions is looked for in them one by one, so that names never clash, a package that is absent does no harm, and a
 * cell such as {@code 1+1} opens no jar.
 */
final class Imports {
    private final List<String> startupPackages;
    private final Predicate<String> classExists;
    private final Map<String, String> single = new LinkedHashMap<>();
    private final Set<String> onDemand = new LinkedHashSet<>();
    private final Map<String, Optional<String>> found = new ConcurrentHashMap<>();

    /** @param startupPackages such as {@code java.util.*}, the first that has a name wins */
    Imports(List<String> startupPackages, Predicate<String> classExists) {
        this.startupPackages = startupPackages;
        this.classExists = classExists;
    }

    Imports copy() {
        Imports copy = new Imports(startupPackages, classExists);
        copy.single.putAll(single);
        copy.onDemand.addAll(onDemand);
        copy.found.putAll(found);
        return copy;
    }

    void add(Piece.Import piece) {
        String line = line(piece);
        if (piece.name().endsWith("*") || piece.name().startsWith("module ")) {
            onDemand.add(line);
        } else {
            String simple = piece.name().substring(piece.name().lastIndexOf('.') + 1);
            single.put(piece.isStatic() ? line : simple, line);
        }
        found.clear();
    }

    static String line(Piece.Import piece) {
        return "import " + (piece.isStatic() ? "static " : "") + piece.name() + ";";
    }

    /** A class declared under this simple name takes the place of an import. */
    void forget(String simpleName) {
        single.remove(simpleName);
    }

    void classpathChanged() {
        found.clear();
    }

    /** The lines that code with these names needs. */
    List<String> linesFor(Collection<String> names, Predicate<String> isDeclaredType) {
        List<String> lines = new ArrayList<>(onDemand);
        single.forEach((name, line) -> {
            String simple = line.substring(line.lastIndexOf('.') + 1, line.length() - 1);
            if (names.contains(simple)) {
                lines.add(line);
            }
        });
        for (String name : names) {
            if (Character.isUpperCase(name.charAt(0)) && !single.containsKey(name) && !isDeclaredType.test(name)) {
                startup(name).ifPresent(line -> lines.add("import " + line + ";"));
            }
        }
        return lines;
    }

    /** All lines, the startup packages with their star. */
    List<String> all() {
        List<String> lines = new ArrayList<>();
        startupPackages.forEach(name -> lines.add("import " + name + ";"));
        lines.addAll(onDemand);
        lines.addAll(single.values());
        return lines;
    }

    /** Packages with a star, those that cells have imported first. */
    List<String> packages() {
        List<String> packages = new ArrayList<>();
        for (String line : onDemand) {
            if (!line.startsWith("import static ")) {
                packages.add(line.substring("import ".length(), line.length() - 1));
            }
        }
        packages.addAll(startupPackages);
        return packages;
    }

    /** Full names of the classes that cells have imported one by one. */
    List<String> importedTypes() {
        return single.values().stream()
                .filter(line -> !line.startsWith("import static "))
                .map(line -> line.substring("import ".length(), line.length() - 1))
                .toList();
    }

    /** Whether a class of this simple name needs no further import. */
    boolean explains(String simpleName) {
        return single.containsKey(simpleName)
                || onDemand.stream()
                        .filter(line -> !line.startsWith("import static "))
                        .anyMatch(line ->
                                classExists.test(line.substring("import ".length(), line.length() - 2) + simpleName))
                || classExists.test("java.lang." + simpleName)
                || startup(simpleName).isPresent();
    }

    /** These imports and some more, given by the full names of their classes. */
    Imports with(Collection<String> classNames) {
        Imports more = copy();
        for (String name : classNames) {
            more.single.put(name.substring(name.lastIndexOf('.') + 1), "import " + name + ";");
        }
        more.found.clear();
        return more;
    }

    /** The full name of a class of the startup packages, unless the notebook's own imports have one. */
    Optional<String> startup(String simpleName) {
        return found.computeIfAbsent(simpleName, name -> {
            if (classExists.test("java.lang." + name)) {
                return Optional.empty();
            }
            for (String line : onDemand) {
                if (line.startsWith("import static ")) {
                    continue;
                }
                String prefix = line.substring("import ".length(), line.length() - 2);
                if (classExists.test(prefix + name)) {
                    return Optional.empty();
                }
            }
            return startupPackages.stream()
                    .map(line -> line.substring(0, line.length() - 1) + name)
                    .filter(classExists)
                    .findFirst();
        });
    }
}
