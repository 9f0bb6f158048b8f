package segue.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds the classes that one run of a cell brought. Once nothing that it declared is current and no object or thread of
 * its classes is left, the JVM drops it with them.
 */
final class UnitLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final CellLoader cells;
    private final Map<String, byte[]> classes = new ConcurrentHashMap<>();
    /** Loaders of other cells whose classes these mention, by unit. They have to live as long. */
    private final Map<String, UnitLoader> needed = new ConcurrentHashMap<>();

    UnitLoader(CellLoader cells) {
        super("cell", cells);
        this.cells = cells;
        // A notebook states its key facts with assert, and nobody starts a kernel with -ea.
        setPackageAssertionStatus(CellCompiler.PACKAGE, true);
    }

    CellLoader cells() {
        return cells;
    }

    Map<String, byte[]> classes() {
        return classes;
    }

    Set<UnitLoader> needed() {
        return new HashSet<>(needed.values());
    }

    /** Adds class files that are not loaded yet, or takes them as what is loaded. */
    void put(Map<String, byte[]> woven) {
        classes.putAll(woven);
        woven.values()
                .forEach(bytes -> UnitNames.mentioned(bytes).forEach(unit -> {
                    UnitLoader other = cells.unit(unit);
                    if (other != null && other != this) {
                        needed.put(unit, other);
                    }
                }));
    }

    Class<?> loaded(String name) {
        synchronized (getClassLoadingLock(name)) {
            return findLoadedClass(name);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!UnitNames.isCell(name)) {
            return super.loadClass(name, resolve);
        }
        byte[] bytes = classes.get(name);
        if (bytes != null) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> own = findLoadedClass(name);
                return own == null ? defineClass(name, bytes, 0, bytes.length) : own;
            }
        }
        UnitLoader other = needed.get(UnitNames.unit(name));
        return other == null ? cells.loadClass(name) : other.loadOwn(name);
    }

    /** The class if it is this loader's. */
    Class<?> loadOwn(String name) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
            throw new ClassNotFoundException(name);
        }
        return loadClass(name, false);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = name.endsWith(".class")
                ? classes.get(name.substring(0, name.length() - 6).replace('/', '.'))
                : null;
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}
