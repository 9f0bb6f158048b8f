import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;
import segue.spark.neighbors.ExactNeighbors;
import segue.spark.neighbors.NeighborsOptions;
import segue.spark.neighbors.Way;
import segue.spark.rows.RowTable;
import segue.spark.session.SegueSession;
import segue.spark.session.SessionOptions;
import segue.spark.session.WholeTable;

/** See bench/spark-neighbours, which runs it. */
class SparkNeighbours {
    static int k = 10;
    static int rounds = 3;
    static int threads = 2;
    static Path folder;

    interface Turn {
        void run() throws IOException, InterruptedException;
    }

    /** Wall and CPU seconds of each round. */
    static final Map<String, List<double[]>> TIMES = new LinkedHashMap<>();

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean commands = false;
        String data = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--k" -> k = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--threads" -> threads = Integer.parseInt(args[++i]);
                case "--commands" -> commands = true;
                default -> data = args[i];
            }
        }
        if (data == null || !Files.isRegularFile(Path.of(data))) {
            System.err.println("bench/spark-neighbours needs an .npy file of float32: bench/spark-neighbours X.npy");
            System.exit(2);
        }
        folder = Files.createTempDirectory("segue-bench-");
        FloatMatrix rows = Npy.readMatrix(Path.of(data));
        System.out.printf("%,d x %d, k=%d, %d threads, %d rounds; %s, JDK %s, load %.1f%n%n", rows.rows(), rows.columns(), k,
                threads, rounds, cpu(), Runtime.version(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        inOneProcess(data, rows);
        print("in one JVM, after warm-up", "library");
        if (commands) {
            TIMES.clear();
            wholeCommands(data);
            print("whole commands", "./segue knn");
        }
        org.apache.commons.io.FileUtils.deleteDirectory(folder.toFile());
        System.exit(0);
    }

    static void inOneProcess(String data, FloatMatrix rows) throws IOException, InterruptedException {
        NeighborTable[] expected = new NeighborTable[1];
        try (SegueSession session = SegueSession.open(SessionOptions.local().withMaster("local[" + threads + "]"))) {
            for (int round = 0; round <= rounds; round++) {
                timed("library", round > 0, () -> {
                    expected[0] = NeighborIndex.of(Npy.readMatrix(Path.of(data)), Metric.EUCLIDEAN)
                            .graph(Search.nearest(k).withoutSelf().onThreads(threads));
                    Npy.write(folder.resolve("library.npy"), expected[0].queries(), expected[0].k(), expected[0].rows());
                });
                for (Way way : List.of(Way.BROADCAST, Way.SHUFFLE)) {
                    String out = folder.resolve(way + "-" + round).toString();
                    timed("spark " + way.label(), round > 0, () -> session.run(spark -> {
                        RowTable table = RowTable.open(spark, data, List.of());
                        WholeTable.parquet(ExactNeighbors.of(spark, table, NeighborsOptions.nearest(k).by(way)).table(), out, false);
                        return null;
                    }));
                    check(session, out, expected[0]);
                }
            }
        }
    }

    static void check(SegueSession session, String out, NeighborTable expected) {
        List<Row> found = session.spark().read().parquet(out).select("row", "neighbors", "distances").collectAsList();
        if (found.size() != expected.queries()) {
            throw new IllegalStateException(out + " has " + found.size() + " rows but the library answered " + expected.queries());
        }
        for (Row row : found) {
            int query = (int) row.getLong(0);
            List<Long> neighbors = row.getList(1);
            List<Float> distances = row.getList(2);
            for (int i = 0; i < expected.k(); i++) {
                int at = query * expected.k() + i;
                if (neighbors.get(i) != expected.rows()[at] || distances.get(i) != expected.distances()[at]) {
                    throw new IllegalStateException("neighbour %d of row %d differs: %d at %s, the library's %d at %s".formatted(
                            i, query, neighbors.get(i), distances.get(i), expected.rows()[at], expected.distances()[at]));
                }
            }
        }
    }

    static void wholeCommands(String data) throws IOException, InterruptedException {
        String segue = Path.of(System.getenv("SEGUE_HERE"), "segue").toString();
        for (int round = 1; round <= rounds; round++) {
            process("./segue knn", segue, "knn", "--data", data, "--k", k + "", "--exclude-self", "--threads", threads + "", "--out",
                    folder.resolve("rows.npy").toString(), "--distances", folder.resolve("distances.npy").toString(), "--json");
            for (Way way : List.of(Way.BROADCAST, Way.SHUFFLE)) {
                process("./segue spark neighbours --way " + way.label(), segue, "spark", "neighbours", "--data", data, "--k", k + "",
                        "--way", way.label(), "--master", "local[" + threads + "]", "--overwrite", "--out",
                        folder.resolve("command-" + way.label()).toString(), "--json");
            }
        }
    }

    static void process(String name, String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("log").toFile()).start();
        if (process.waitFor() != 0) {
            throw new IOException(name + " failed: " + Files.readString(folder.resolve("log")));
        }
        TIMES.computeIfAbsent(name, n -> new ArrayList<>()).add(new double[] {(System.nanoTime() - start) / 1e9, Double.NaN});
    }

    static void timed(String name, boolean counts, Turn turn) throws IOException, InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        turn.run();
        double[] seconds = {(System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9};
        if (counts) {
            TIMES.computeIfAbsent(name, n -> new ArrayList<>()).add(seconds);
        }
    }

    static void print(String title, String first) {
        System.out.printf("%-42s %10s %7s %10s %7s%n", title, "wall s", "ratio", "CPU s", "ratio");
        double[] base = medians(TIMES.get(first));
        TIMES.forEach((name, times) -> {
            double[] m = medians(times);
            System.out.printf("%-42s %10.2f %6.2fx %10.2f %6.2fx%n", name, m[0], m[0] / base[0], m[1], m[1] / base[1]);
        });
        System.out.println("every answer of every round was equal to the library's\n");
    }

    static double[] medians(List<double[]> times) {
        double[] medians = new double[2];
        for (int i = 0; i < 2; i++) {
            int which = i;
            double[] sorted = times.stream().mapToDouble(t -> t[which]).sorted().toArray();
            medians[i] = sorted[sorted.length / 2];
        }
        return medians;
    }

    static String cpu() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        return !Files.exists(info) ? System.getProperty("os.arch") : Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name")).findFirst().map(line -> line.split(":")[1].strip()).orElse("?");
    }
}
