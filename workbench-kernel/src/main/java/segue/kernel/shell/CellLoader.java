package segue.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds the classes of all cells, so that they see each other, and the jars that the notebook has added. */
final class CellLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes = new ConcurrentHashMap<>();
    private final Map<String, MutableCallSite> sites = new HashMap<>();
    private final Map<String, String> latestOwners = new HashMap<>();

    CellLoader(ClassLoader parent) {
        super("cells", new URL[0], parent);
        // A notebook states its key facts with assert, and nobody starts a kernel with -ea.
        setPackageAssertionStatus(CellCompiler.PACKAGE, true);
    }

    @Override
    protected void addURL(URL url) {
        super.addURL(url);
    }

    void add(Map<String, byte[]> woven) {
        classes.putAll(woven);
    }

    byte[] bytes(String className) {
        return classes.get(className);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = name.endsWith(".class")
                ? classes.get(name.substring(0, name.length() - 6).replace('/', '.'))
                : null;
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    synchronized MutableCallSite latest(String name, MethodType type, Class<?> owner)
            throws ReflectiveOperationException {
        String key = name + type.toMethodDescriptorString();
        MutableCallSite site = sites.get(key);
        if (site == null) {
            String latest = latestOwners.get(key);
            Class<?> from = latest == null ? owner : loadClass(latest);
            site = new MutableCallSite(find(from, name, type));
            sites.put(key, site);
        }
        return site;
    }

    /** From now on calls of this method go to its version in this class. */
    synchronized void bind(String name, MethodType type, String owner) throws ReflectiveOperationException {
        String key = name + type.toMethodDescriptorString();
        latestOwners.put(key, owner);
        MutableCallSite site = sites.get(key);
        if (site != null) {
            site.setTarget(find(loadClass(owner), name, type));
            MutableCallSite.syncAll(new MutableCallSite[] {site});
        }
    }

    private static MethodHandle find(Class<?> owner, String name, MethodType type) throws ReflectiveOperationException {
        return MethodHandles.publicLookup().in(owner).findStatic(owner, name, type);
    }
}
