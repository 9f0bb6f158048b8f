package segue.kernel.assist;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * Finds the source of a class: the JDK's in its {@code lib/src.zip}, a library's in a jar {@code NAME-sources.jar} that
 * stands beside its jar, in a folder {@code sources} beside that, or in the local Maven repository.
 */
final class Sources {
    private static final int KEPT = 8;

    private final Map<String, Optional<SourceFile>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<SourceFile>> eldest) {
            return size() > KEPT;
        }
    };

    /** The file that declares a class or member; empty where there is none to be found. */
    Optional<SourceFile> of(Element element, Attributed code) {
        TypeElement outermost = null;
        for (Element at = element; at != null && at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            if (at instanceof TypeElement type) {
                outermost = type;
            }
        }
        if (outermost == null) {
            return Optional.empty();
        }
        TypeElement type = outermost;
        return known.computeIfAbsent(type.getQualifiedName().toString(), _ -> find(type, code));
    }

    private static Optional<SourceFile> find(TypeElement type, Attributed code) {
        String path = type.getQualifiedName().toString().replace('.', '/') + ".java";
        ModuleElement module = code.elements.getModuleOf(type);
        if (module != null && !module.isUnnamed()) {
            Path zip = Path.of(System.getProperty("java.home"), "lib", "src.zip");
            return read(zip, module.getQualifiedName() + "/" + path);
        }
        JavaFileObject file = code.elements.getFileObjectOf(type);
        String address = file == null ? "" : file.toUri().toString();
        if (!address.startsWith("jar:file:")) {
            return Optional.empty();
        }
        Path jar = Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))));
        for (Path candidate : beside(jar)) {
            Optional<SourceFile> found = read(candidate, path);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Path> beside(Path jar) {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "-sources.jar");
        List<Path> found = new ArrayList<>(List.of(
                jar.resolveSibling(name),
                jar.resolveSibling("sources").resolve(name),
                jar.getParent().resolveSibling("sources").resolve(name)));
        coordinates(jar).ifPresent(found::add);
        return found;
    }

    /** Where Maven keeps the sources of a jar that says who it is. */
    private static Optional<Path> coordinates(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Optional<? extends ZipEntry> entry = zip.stream()
                    .filter(each -> each.getName().startsWith("META-INF/maven/")
                            && each.getName().endsWith("/pom.properties"))
                    .findFirst();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(zip.getInputStream(entry.get()));
            String artifact = properties.getProperty("artifactId", "");
            String version = properties.getProperty("version", "");
            return Optional.of(Path.of(
                    System.getProperty("user.home"),
                    ".m2",
                    "repository",
                    properties.getProperty("groupId", "").replace('.', '/'),
                    artifact,
                    version,
                    artifact + "-" + version + "-sources.jar"));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<SourceFile> read(Path archive, String path) {
        if (!Files.isRegularFile(archive)) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(path);
            return entry == null
                    ? Optional.empty()
                    : Optional.of(new SourceFile(
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
