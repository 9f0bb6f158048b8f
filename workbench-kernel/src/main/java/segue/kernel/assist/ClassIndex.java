package segue.kernel.assist;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Every top-level class of the JDK's exported packages and of a class path, by simple name. About 2 MB for the JDK and
 * a hundred jars; made in some 200 ms. Which of the classes are public is not known here.
 */
public final class ClassIndex {
    /** Parts of package names that say: not for you. */
    private static final List<String> INTERNAL =
            List.of("internal", "impl", "shaded", "shadow", "repackaged", "relocated", "unsafe", "vendor", "generated");

    private static final Map<String, List<String>> OF_JDK = new HashMap<>();

    private final TreeMap<String, List<String>> packagesBySimpleName = new TreeMap<>();
    private final TreeMap<String, String> packages = new TreeMap<>();

    private ClassIndex() {}

    /** An index of the JDK's modules that code can use, and of these jars and folders; what cannot be read is left out. */
    public static ClassIndex of(Collection<Path> classpath) {
        ClassIndex index = new ClassIndex();
        index.addJdk();
        for (Path entry : classpath) {
            if (Files.isDirectory(entry)) {
                index.addFolder(entry);
            } else if (Files.isRegularFile(entry)) {
                index.addJar(entry);
            }
        }
        return index;
    }

    /** Full names of the classes with this simple name, those that are most likely meant first. */
    public List<String> named(String simpleName) {
        return packagesBySimpleName.getOrDefault(simpleName, List.of()).stream()
                .map(name -> name.isEmpty() ? simpleName : name + "." + simpleName)
                .sorted(Comparator.comparingInt(ClassIndex::distance).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int distance(String name) {
        int far =
                name.startsWith("java.util.") ? 0 : name.startsWith("java.") ? 10 : name.startsWith("javax.") ? 20 : 30;
        return far + (int) name.chars().filter(c -> c == '.').count();
    }

    /** Simple names that begin with the prefix. */
    Collection<String> beginningWith(String prefix) {
        return packagesBySimpleName.subMap(prefix, prefix + Character.MAX_VALUE).keySet();
    }

    /** Simple names whose words begin with the parts of the abbreviation. */
    List<String> abbreviated(String abbreviation) {
        return packagesBySimpleName
                .subMap(abbreviation.substring(0, 1), abbreviation.charAt(0) + "\uffff")
                .keySet()
                .stream()
                .filter(name -> Proposals.matchesWords(name, abbreviation))
                .toList();
    }

    public Set<String> packages() {
        return packages.keySet();
    }

    boolean isPackage(String name) {
        String next = packages.ceilingKey(name);
        return next != null
                && (next.equals(name)
                        || packages.ceilingKey(name + ".") != null
                                && packages.ceilingKey(name + ".").startsWith(name + "."));
    }

    /** Simple names of the classes in any of these packages; the set can be added to. */
    public Set<String> in(Collection<String> inPackages) {
        Set<String> names = new TreeSet<>();
        packagesBySimpleName.forEach((simple, places) -> {
            if (places.stream().anyMatch(inPackages::contains)) {
                names.add(simple);
            }
        });
        return names;
    }

    static boolean isInternal(String packageName) {
        return Stream.of(packageName.split("\\.")).anyMatch(INTERNAL::contains);
    }

    private void addJdk() {
        synchronized (OF_JDK) {
            if (OF_JDK.isEmpty()) {
                readJdk();
            }
            OF_JDK.forEach((packageName, names) -> names.forEach(name -> add(packageName, name)));
        }
    }

    private static void readJdk() {
        FileSystem jrt = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (Module module : ModuleLayer.boot().modules()) {
            ModuleDescriptor descriptor = module.getDescriptor();
            for (ModuleDescriptor.Exports exports : descriptor.exports()) {
                Path folder = jrt.getPath(
                        "/modules", module.getName(), exports.source().replace('.', '/'));
                if (!exports.isQualified() && Files.isDirectory(folder)) {
                    List<String> names = new ArrayList<>();
                    try (Stream<Path> files = Files.list(folder)) {
                        files.map(file -> file.getFileName().toString())
                                .filter(ClassIndex::isTopLevel)
                                .forEach(name -> names.add(name.substring(0, name.length() - ".class".length())));
                    } catch (IOException e) {
                        continue;
                    }
                    OF_JDK.put(exports.source(), names);
                }
            }
        }
    }

    private void addJar(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().map(ZipEntry::getName).forEach(this::addPath);
        } catch (IOException e) {
            // A file that is no jar has no classes to offer; the compiler says so where it matters.
        }
    }

    private void addFolder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> addPath(folder.relativize(file).toString().replace('\\', '/')));
        } catch (IOException e) {
            // As for jars.
        }
    }

    private void addPath(String path) {
        int slash = path.lastIndexOf('/');
        if (!path.startsWith("META-INF/") && isTopLevel(path.substring(slash + 1))) {
            add(
                    slash < 0 ? "" : path.substring(0, slash).replace('/', '.'),
                    path.substring(slash + 1, path.length() - ".class".length()));
        }
    }

    private static boolean isTopLevel(String file) {
        return file.endsWith(".class") && file.indexOf('$') < 0 && file.indexOf('-') < 0;
    }

    private void add(String written, String simpleName) {
        String packageName = packages.computeIfAbsent(written, name -> name);
        List<String> before = packagesBySimpleName.getOrDefault(simpleName, List.of());
        if (!before.contains(packageName)) {
            // Most names stand once: a list of one is small.
            packagesBySimpleName.put(
                    simpleName,
                    before.isEmpty()
                            ? List.of(packageName)
                            : Stream.concat(before.stream(), Stream.of(packageName))
                                    .toList());
        }
    }
}
