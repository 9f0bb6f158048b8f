package segue.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds the jars that the notebook has added, and finds classes of cells by name. The classes themselves are in a
 * {@link UnitLoader} for each run of a cell, so that they can go when nothing needs them.
 */
final class CellLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, UnitLoader> units = new ConcurrentHashMap<>();
    /** Whoever calls holds its site; when no caller is left, the site may go, and with it the class that it leads to. */
    private final Map<String, WeakReference<MutableCallSite>> sites = new HashMap<>();

    private final Map<String, String> latestOwners = new HashMap<>();

    CellLoader(ClassLoader parent) {
        super("cells", new URL[0], parent);
    }

    @Override
    protected void addURL(URL url) {
        super.addURL(url);
    }

    /** Makes the classes of one run known. */
    void add(Map<String, byte[]> woven) {
        UnitLoader loader = new UnitLoader(this);
        woven.keySet().forEach(name -> units.put(UnitNames.unit(name), loader));
        loader.put(woven);
    }

    UnitLoader unit(String name) {
        return units.get(name);
    }

    /** The woven class file of a class that is known, or null. */
    byte[] bytes(String className) {
        UnitLoader unit = UnitNames.isCell(className) ? units.get(UnitNames.unit(className)) : null;
        return unit == null ? null : unit.classes().get(className);
    }

    /**
     * Forgets all units but these and those that they need.
     *
     * @return the units that are left
     */
    Set<String> retain(Collection<String> wanted) {
        Set<UnitLoader> reached = new HashSet<>();
        Deque<UnitLoader> left = new ArrayDeque<>();
        wanted.stream().map(units::get).filter(unit -> unit != null).forEach(left::add);
        while (!left.isEmpty()) {
            UnitLoader loader = left.pop();
            if (reached.add(loader)) {
                left.addAll(loader.needed());
            }
        }
        units.values().retainAll(reached);
        synchronized (this) {
            latestOwners.values().removeIf(owner -> !units.containsKey(UnitNames.unit(owner)));
            sites.values().removeIf(site -> site.get() == null);
        }
        return units.keySet();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!UnitNames.isCell(name)) {
            return super.loadClass(name, resolve);
        }
        UnitLoader unit = units.get(UnitNames.unit(name));
        if (unit == null) {
            throw new ClassNotFoundException(name);
        }
        return unit.loadOwn(name);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = name.endsWith(".class")
                ? bytes(name.substring(0, name.length() - 6).replace('/', '.'))
                : null;
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    synchronized MutableCallSite latest(String name, MethodType type, Class<?> owner)
            throws ReflectiveOperationException {
        String key = name + type.toMethodDescriptorString();
        MutableCallSite site = site(key);
        if (site == null) {
            String latest = latestOwners.get(key);
            Class<?> from = latest == null ? owner : loadClass(latest);
            site = new MutableCallSite(find(from, name, type));
            sites.put(key, new WeakReference<>(site));
        }
        return site;
    }

    /** From now on calls of this method go to its version in this class. */
    synchronized void bind(String name, MethodType type, String owner) throws ReflectiveOperationException {
        String key = name + type.toMethodDescriptorString();
        latestOwners.put(key, owner);
        MutableCallSite site = site(key);
        if (site != null) {
            site.setTarget(find(loadClass(owner), name, type));
            MutableCallSite.syncAll(new MutableCallSite[] {site});
        }
    }

    private MutableCallSite site(String key) {
        WeakReference<MutableCallSite> site = sites.get(key);
        return site == null ? null : site.get();
    }

    private static MethodHandle find(Class<?> owner, String name, MethodType type) throws ReflectiveOperationException {
        return MethodHandles.publicLookup().in(owner).findStatic(owner, name, type);
    }
}
