package segue.kernel.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Gives loaded classes new method bodies, so that their objects live on. The JVM is asked for this the first time that
 * a cell changes a class: an agent from the start would cost memory, and would keep the JVM from using an AOT cache.
 *
 * <p>It takes {@code --add-exports java.instrument/sun.instrument=ALL-UNNAMED}, which the kernelspec gives. Without it
 * every changed class becomes a new one.
 */
public final class Redefinition {
    private static boolean asked;
    private static volatile Instrumentation instrumentation;

    private Redefinition() {}

    /** Called by the JVM. */
    public static void agentmain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    static synchronized boolean isAvailable() {
        if (!asked) {
            asked = true;
            load();
        }
        return instrumentation != null;
    }

    /**
     * Replaces all of them or none.
     *
     * @throws UnsupportedOperationException if more than method bodies differ
     */
    static void redefine(List<ClassDefinition> definitions) throws ReflectiveOperationException {
        try {
            instrumentation.redefineClasses(definitions.toArray(ClassDefinition[]::new));
        } catch (java.lang.instrument.UnmodifiableClassException e) {
            throw new UnsupportedOperationException(e.getMessage(), e);
        }
    }

    /** As the launcher does for {@code Launcher-Agent-Class}, but later; a jar with no more than a manifest is enough. */
    private static void load() {
        Path jar = null;
        try {
            jar = Files.createTempFile("segue-redefinition", ".jar");
            Manifest manifest = new Manifest();
            Attributes main = manifest.getMainAttributes();
            main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            main.put(new Attributes.Name("Launcher-Agent-Class"), Redefinition.class.getName());
            main.put(new Attributes.Name("Can-Redefine-Classes"), "true");
            try (OutputStream out = Files.newOutputStream(jar)) {
                new JarOutputStream(out, manifest).close();
            }
            Class.forName("sun.instrument.InstrumentationImpl")
                    .getMethod("loadAgent", String.class)
                    .invoke(null, jar.toString());
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException
                | IOException e) {
            // Without redefinition a changed class is a new class, and the person is told which variables that empties.
            instrumentation = null;
        } finally {
            delete(jar);
        }
    }

    private static void delete(Path jar) {
        if (jar != null) {
            try {
                Files.deleteIfExists(jar);
            } catch (IOException e) {
                jar.toFile().deleteOnExit();
            }
        }
    }
}
