package segue.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import segue.neighbors.Backend;
import segue.neighbors.simd.SimdSupport;

/**
 * What times were taken on.
 *
 * @param cpu its name, or the architecture where it tells none
 * @param vectorBits of the Vector API; 0 where it is off
 * @param gpu "ready", or in words why there is none
 */
public record Environment(String cpu, int cores, String java, int vectorBits, String gpu) {
    static final String READY = "ready";

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    static Environment here() {
        return new Environment(
                cpuName(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                SimdSupport.vectorBits(),
                Backend.GPU.unavailableReason().orElse(READY));
    }

    private static String cpuName() {
        if (Files.isReadable(CPU_INFO)) {
            try (Stream<String> lines = Files.lines(CPU_INFO)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException untold) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }

    @Override
    public String toString() {
        return "%s, %d cores, Java %s, %s"
                .formatted(cpu, cores, java, vectorBits == 0 ? "no SIMD" : "SIMD " + vectorBits + " bit");
    }
}
