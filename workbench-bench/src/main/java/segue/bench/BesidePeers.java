package segue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;

/**
 * Our side of {@code bench/peers}: reads one request a line, {@code {"task", "metric", "backend", "k", "out"}}, and answers
 * each by one line with seconds, or with the reason why not; so that the script can time ours and the peers in turns. On one thread, warmed up.
 *
 * <pre>{@code
 * java … segue.bench.BesidePeers rows.npy queries.npy
 * }</pre>
 */
public final class BesidePeers {
    private static final int WARM_UPS = 3_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final FloatMatrix rows;
    private final FloatMatrix queries;
    private final Map<String, NeighborIndex> indexes = new HashMap<>();

    private BesidePeers(FloatMatrix rows, FloatMatrix queries) {
        this.rows = rows;
        this.queries = queries;
    }

    public static void main(String... files) throws IOException {
        BesidePeers ours = new BesidePeers(Npy.readMatrix(Path.of(files[0])), Npy.readMatrix(Path.of(files[1])));
        ObjectMapper json = new ObjectMapper();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            System.out.println(json.writeValueAsString(ours.answer(json.readTree(line))));
        }
    }

    private Map<String, Object> answer(JsonNode request) throws IOException {
        String metric = request.get("metric").asText();
        String backend = request.get("backend").asText();
        Path out = Path.of(request.get("out").asText());
        Search search = Search.nearest(request.get("k").asInt()).onThreads(1);
        NeighborIndex index = indexes.get(metric + " " + backend);
        if (index == null) {
            try {
                index = NeighborIndex.of(rows, Metric.parse(metric), Backend.parse(backend));
            } catch (UnsupportedOperationException refusal) {
                return Map.of("refused", refusal.getMessage());
            }
            indexes.put(metric + " " + backend, index);
            for (int i = 0; i < WARM_UPS; i++) {
                index.search(queries.row(i % queries.rows()), search);
            }
            index.search(queries, search);
        }
        return switch (request.get("task").asText()) {
            case "single" -> single(index, search, out);
            case "batch" -> whole(() -> index(metric, backend).search(queries, search), out);
            case "graph" -> whole(() -> index(metric, backend).graph(search.withoutSelf()), out);
            default -> throw new IllegalArgumentException("no such task: " + request.get("task"));
        };
    }

    private NeighborIndex index(String metric, String backend) {
        return indexes.get(metric + " " + backend);
    }

    private Map<String, Object> single(NeighborIndex index, Search search, Path out) throws IOException {
        double[] seconds = new double[queries.rows()];
        int[] found = new int[queries.rows() * search.k()];
        long cpu = THREADS.getCurrentThreadCpuTime();
        for (int q = 0; q < seconds.length; q++) {
            float[] query = queries.row(q);
            long start = System.nanoTime();
            int[] best = index.search(query, search).rows();
            seconds[q] = (System.nanoTime() - start) / 1e9;
            System.arraycopy(best, 0, found, q * search.k(), best.length);
        }
        double cpuEach = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9 / seconds.length;
        Npy.write(out, queries.rows(), search.k(), found);
        Arrays.sort(seconds);
        return times(seconds[seconds.length / 2], cpuEach, seconds[(int) (.95 * seconds.length)]);
    }

    private static Map<String, Object> whole(Supplier<NeighborTable> work, Path out) throws IOException {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        NeighborTable found = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9;
        Npy.write(out, found.queries(), found.k(), found.rows());
        return times(seconds, cpuSeconds, seconds);
    }

    private static Map<String, Object> times(double seconds, double cpuSeconds, double p95) {
        Map<String, Object> times = new LinkedHashMap<>();
        times.put("seconds", seconds);
        times.put("cpu", cpuSeconds);
        times.put("p95", p95);
        return times;
    }
}
