package segue.kernel.shell;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The public packages of the JDK and the class path, and the classes in them: read when an error first needs it, which
 * takes a few hundred milliseconds.
 */
final class KnownClasses {
    private final Map<String, Set<String>> bySimpleName = new HashMap<>();
    private final Set<String> packages = new TreeSet<>();

    KnownClasses(Collection<Path> classpath) {
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            String name = module.descriptor().name();
            if (name.startsWith("java.") || name.equals("jdk.incubator.vector") || name.equals("jdk.httpserver")) {
                read(module);
            }
        }
        classpath.forEach(this::read);
    }

    private void read(ModuleReference module) {
        Set<String> exported = new HashSet<>();
        module.descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .forEach(exported::add);
        try (ModuleReader reader = module.open();
                Stream<String> resources = reader.list()) {
            resources.forEach(resource -> {
                int slash = resource.lastIndexOf('/');
                if (slash > 0 && exported.contains(resource.substring(0, slash).replace('/', '.'))) {
                    add(resource);
                }
            });
        } catch (IOException e) {
            // Advice is only missing then; the compiler's own message stands.
            return;
        }
    }

    private void read(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                try (Stream<Path> files = Files.walk(entry)) {
                    files.forEach(file -> add(entry.relativize(file).toString().replace('\\', '/')));
                }
            } else if (Files.isRegularFile(entry)) {
                try (JarFile jar = new JarFile(entry.toFile())) {
                    jar.stream().forEach(file -> add(file.getName()));
                }
            }
        } catch (IOException e) {
            // A class path may name what is not there, or is no jar.
            return;
        }
    }

    private void add(String resource) {
        int slash = resource.lastIndexOf('/');
        if (!resource.endsWith(".class")
                || resource.indexOf('$') >= 0
                || slash < 0
                || resource.startsWith("META-INF")) {
            return;
        }
        String simple = resource.substring(slash + 1, resource.length() - ".class".length());
        if (Character.isJavaIdentifierStart(simple.charAt(0)) && simple.indexOf('-') < 0) {
            String inPackage = resource.substring(0, slash).replace('/', '.');
            packages.add(inPackage);
            bySimpleName.computeIfAbsent(simple, _ -> new HashSet<>()).add(inPackage + "." + simple);
        }
    }

    /** Full names, those that are most likely meant first. */
    List<String> named(String simpleName) {
        List<String> names = new ArrayList<>(bySimpleName.getOrDefault(simpleName, Set.of()));
        names.sort(Comparator.comparingInt(KnownClasses::distance).thenComparing(Comparator.naturalOrder()));
        return names;
    }

    private static int distance(String name) {
        int far = name.startsWith("java.util.") ? 0 : name.startsWith("java.") ? 10 : 20;
        return far + (int) name.chars().filter(c -> c == '.').count();
    }

    Set<String> packages() {
        return packages;
    }

    /** Simple names of the classes in any of these packages. */
    Set<String> in(Collection<String> packages) {
        Set<String> names = new HashSet<>();
        bySimpleName.forEach((simple, full) -> {
            if (full.stream().anyMatch(name -> packages.contains(name.substring(0, name.lastIndexOf('.'))))) {
                names.add(simple);
            }
        });
        return names;
    }
}
