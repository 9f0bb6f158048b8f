package segue.kernel.install;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Jupyter has to know to start the kernel. No environment is set: the kernel gets the user's own.
 *
 * @param java the absolute path of the Java launcher
 * @param classpath as {@code java -cp} takes it, absolute
 * @param maxHeapMegabytes at least 256
 * @param aotCache what the JVM has learnt in a rehearsal on that class path; null where there was none yet
 */
record KernelSpec(Path java, String classpath, int maxHeapMegabytes, Path aotCache) {
    static final String NAME = "java";
    static final String DISPLAY_NAME = "Java 25 (Segue)";

    /** Tells our spec from a foreign one of the same name. */
    static final String MARK = "segue";

    private static final int MOST_MEGABYTES = 4096;
    private static final int LEAST_MEGABYTES = 512;

    KernelSpec {
        if (!java.isAbsolute()) {
            throw new IllegalArgumentException("java must be an absolute path but was " + java);
        }
        if (classpath.isBlank()) {
            throw new IllegalArgumentException("the class path must not be empty");
        }
        if (maxHeapMegabytes < 256) {
            throw new IllegalArgumentException("maxHeapMegabytes must be at least 256 but was " + maxHeapMegabytes);
        }
    }

    /** For the running Java; with half of the machine's memory, at most 4 GB. */
    static KernelSpec of(String classpath) {
        Path launcher = Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
        return new KernelSpec(launcher.toAbsolutePath(), classpath, heapMegabytes(), null);
    }

    KernelSpec withAotCache(Path file) {
        return new KernelSpec(java, classpath, maxHeapMegabytes, file == null ? null : file.toAbsolutePath());
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static int heapMegabytes() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return Math.clamp(system.getTotalMemorySize() >> 21, LEAST_MEGABYTES, MOST_MEGABYTES);
        }
        return MOST_MEGABYTES;
    }

    List<String> argv() {
        List<String> argv = new ArrayList<>();
        argv.add(java.toString());
        if (aotCache != null) {
            // One that does not fit any more is passed over, in silence.
            argv.addAll(List.of("-XX:AOTCache=" + aotCache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        argv.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        argv.add("--enable-native-access=ALL-UNNAMED");
        // Lets a changed class keep its objects; costs nothing until a cell changes one.
        argv.add("--add-exports=java.instrument/sun.instrument=ALL-UNNAMED");
        argv.add("--sun-misc-unsafe-memory-access=allow");
        // For System.console(), see segue.kernel.shell.CellConsole.
        argv.addAll(List.of("--add-opens", "java.base/java.io=ALL-UNNAMED"));
        argv.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
        argv.add("-XX:+UseSerialGC");
        // A kernel that has done little takes little; what the compiler needs for one cell is gone before it grows old.
        argv.addAll(List.of("-Xms64m", "-XX:NewSize=40m"));
        argv.add("-Xmx" + maxHeapMegabytes + "m");
        argv.add("-Djava.awt.headless=true");
        argv.add("-Dlogback.configurationFile=segue/logback.xml");
        argv.addAll(List.of("-cp", classpath, "segue.kernel.Main", "{connection_file}"));
        return argv;
    }

    /** The files of the kernelspec's folder by their names. */
    Map<String, byte[]> files() throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("argv", argv());
        json.put("display_name", DISPLAY_NAME);
        json.put("language", "java");
        json.put("interrupt_mode", "message");
        json.put("metadata", metadata());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "kernel.json",
                new ObjectMapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(json));
        files.put("logo-64x64.png", resource("logo-64x64.png"));
        files.put("logo-svg.svg", resource("logo-svg.svg"));
        return files;
    }

    private static Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("implementation", MARK);
        metadata.put("debugger", false);
        return metadata;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = KernelSpec.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("the kernel's jar lacks " + name);
            }
            return in.readAllBytes();
        }
    }
}
