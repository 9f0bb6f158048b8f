package segue.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The compiler's view of files: libraries on disk, classes of cells in memory. Questions about code look here while a cell
 * is compiled, so whatever reaches the JDK's file manager goes one at a time.
 */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ClassFile> kept = new ConcurrentHashMap<>();
    private Map<String, ClassFile> output = new LinkedHashMap<>();
    /** Packages of the JDK's modules, which never change while every compilation asks for the same few. */
    private final Map<String, List<JavaFileObject>> packagesOfJdk = new ConcurrentHashMap<>();

    MemoryFiles(StandardJavaFileManager files) {
        super(files);
    }

    synchronized void classpath(Collection<Path> entries) {
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, entries);
        } catch (IOException e) {
            throw new UncheckedIOException("the class path could not be set: " + entries, e);
        }
    }

    void keep(Map<String, byte[]> classes) {
        classes.forEach((name, bytes) -> kept.put(name, new ClassFile(name, bytes)));
    }

    Map<String, byte[]> kept(String unit) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        kept.forEach((name, file) -> {
            if (UnitNames.unit(name).equals(unit)) {
                classes.put(name, file.bytes());
            }
        });
        return classes;
    }

    void retain(Set<String> units) {
        kept.keySet().removeIf(name -> !units.contains(UnitNames.unit(name)));
    }

    void beginOutput() {
        output = new LinkedHashMap<>();
    }

    Map<String, byte[]> takeOutput() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        output.forEach((name, file) -> classes.put(name, file.bytes()));
        return classes;
    }

    @Override
    public synchronized Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location == StandardLocation.CLASS_PATH && (packageName + ".").startsWith("java.")) {
            // The JDK's alone; to look for it on the class path would open every jar.
            return List.of();
        }
        if (!packageName.equals(CellCompiler.PACKAGE)) {
            return location.getName().startsWith(StandardLocation.SYSTEM_MODULES.getName())
                    ? ofJdk(location, packageName, kinds, recurse)
                    : super.list(location, packageName, kinds, recurse);
        }
        return location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)
                ? new ArrayList<>(kept.values())
                : List.of();
    }

    private List<JavaFileObject> ofJdk(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        String key = location.getName() + "/" + packageName + kinds + recurse;
        List<JavaFileObject> known = packagesOfJdk.get(key);
        if (known == null) {
            known = new ArrayList<>();
            super.list(location, packageName, kinds, recurse).forEach(known::add);
            packagesOfJdk.put(key, known);
        }
        return known;
    }

    /** The compiler looks here for its plug-ins each time that it is used; cells have none. */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    @Override
    public synchronized String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassFile own ? own.name : super.inferBinaryName(location, file);
    }

    @Override
    public synchronized Location getLocationForModule(Location location, String moduleName) throws IOException {
        return super.getLocationForModule(location, moduleName);
    }

    @Override
    public synchronized Location getLocationForModule(Location location, JavaFileObject file) throws IOException {
        return super.getLocationForModule(location, file);
    }

    @Override
    public synchronized FileObject getFileForInput(Location location, String packageName, String relativeName)
            throws IOException {
        return super.getFileForInput(location, packageName, relativeName);
    }

    /** Keeps the index of jars for the next cell: jars do not change, and folders are not in it. */
    @Override
    public void flush() {}

    @Override
    public synchronized boolean handleOption(String current, Iterator<String> remaining) {
        return super.handleOption(current, remaining);
    }

    @Override
    public synchronized void close() throws IOException {
        super.close();
    }

    @Override
    public synchronized Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
        return super.listLocationsForModules(location);
    }

    @Override
    public synchronized String inferModuleName(Location location) throws IOException {
        return super.inferModuleName(location);
    }

    @Override
    public synchronized boolean hasLocation(Location location) {
        return super.hasLocation(location);
    }

    @Override
    public synchronized boolean contains(Location location, FileObject file) throws IOException {
        return super.contains(location, file);
    }

    @Override
    public synchronized JavaFileObject getJavaFileForInput(
            Location location, String className, JavaFileObject.Kind kind) throws IOException {
        return super.getJavaFileForInput(location, className, kind);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b) || a.toUri().equals(b.toUri());
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        ClassFile file = new ClassFile(className, null);
        output.put(className, file);
        return file;
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final String name;
        private final byte[] content;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        ClassFile(String name, byte[] content) {
            super(URI.create("cell:///classes/" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
            this.content = content;
        }

        byte[] bytes() {
            return content == null ? written.toByteArray() : content;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes());
        }

        @Override
        public OutputStream openOutputStream() {
            return written;
        }
    }
}
