package segue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.Metric;
import segue.neighbors.simd.SimdSupport;
import segue.projection.MapQuality;
import segue.projection.Pca;
import segue.projection.Tsne;
import segue.projection.TsneMap;
import segue.projection.TsneOptions;

/**
 * Prints the table of maps: seconds by phase, divergence, neighbours kept. Each argument is a {@code .npy} file, or
 * {@code FILE:ROWS} for its first rows; the smallest first, as the first warms up.
 *
 * <p>Run as: java --add-modules jdk.incubator.vector -cp 'workbench-bench/target/lib/*' segue.bench.MapTable
 * songs.npy:10000 songs.npy:50000 songs.npy
 */
public final class MapTable {
    private static final int PCA_RUNS = 15;
    private static final double NANOS = 1e9;

    private MapTable() {}

    public static void main(String... files) throws IOException {
        if (files.length == 0) {
            System.err.println("Name .npy files, FILE or FILE:ROWS");
            System.exit(2);
        }
        TsneOptions options = TsneOptions.defaults();
        System.out.printf(
                "JDK %s, vectors of %d bits, %d threads, perplexity %.0f, %d + %d iterations%n%n",
                Runtime.version(),
                SimdSupport.vectorBits(),
                options.threads(),
                options.perplexity(),
                options.schedule().exaggeratedIterations(),
                options.schedule().iterations() - options.schedule().exaggeratedIterations());
        System.out.println("| points | neighbours | affinities | optimisation | wall in all | CPU in all"
                + " | divergence | neighbours kept | PCA to 2 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (String file : files) {
            line(read(file), options);
        }
    }

    private static FloatMatrix read(String file) throws IOException {
        int colon = file.lastIndexOf(':');
        if (colon < 0 || Files.exists(Path.of(file))) {
            return Npy.readMatrix(Path.of(file));
        }
        FloatMatrix all = Npy.readMatrix(Path.of(file.substring(0, colon)));
        int rows = Math.min(all.rows(), Integer.parseInt(file.substring(colon + 1)));
        return all.selectRows(IntStream.range(0, rows).toArray());
    }

    private static void line(FloatMatrix data, TsneOptions options) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        TsneMap map = Tsne.map(data, options);
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / NANOS;
        MapQuality quality = MapQuality.of(data, map.coordinates(), Metric.EUCLIDEAN);
        TsneMap.Seconds seconds = map.seconds();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %.1f s | %.1f s | %.1f s | %.1f s | %.1f s | %.3f | %.3f | %.1f ms |%n",
                data.rows(),
                seconds.neighbors(),
                seconds.affinities(),
                seconds.optimisation(),
                seconds.total(),
                cpuSeconds,
                map.klDivergence(),
                quality.preservation(),
                pcaMillis(data));
    }

    /** The quickest of some runs. */
    private static double pcaMillis(FloatMatrix data) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < PCA_RUNS; run++) {
            long start = System.nanoTime();
            FloatMatrix plane = Pca.fit(data, Math.min(2, data.columns())).transform(data);
            best = Math.min(best, System.nanoTime() - start);
            if (plane.rows() != data.rows()) {
                throw new IllegalStateException("a plane of " + plane.rows() + " points");
            }
        }
        return best / (NANOS / 1000);
    }
}
