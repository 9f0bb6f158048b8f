package segue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import segue.cluster.Clusters;
import segue.cluster.KMeans;
import segue.cluster.KMeansOptions;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.projection.Pca;
import segue.projection.Tsne;
import segue.projection.TsneMap;

/**
 * Our side of {@code bench/peers-maps}: reads one request a line, {@code {"task": "tsne", "rows", "out"}}, {@code "pca"} or
 * {@code {"task": "kmeans", "k"}}, and answers each by one line with seconds of wall time and what came out. On every core; the
 * first call of a task is cold.
 *
 * <pre>{@code
 * java … segue.bench.MapsBesidePeers rows.npy
 * }</pre>
 */
public final class MapsBesidePeers {
    private final FloatMatrix rows;

    private MapsBesidePeers(FloatMatrix rows) {
        this.rows = rows;
    }

    public static void main(String... files) throws IOException {
        MapsBesidePeers ours = new MapsBesidePeers(Npy.readMatrix(Path.of(files[0])));
        ObjectMapper json = new ObjectMapper();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            System.out.println(json.writeValueAsString(ours.answer(json.readTree(line))));
        }
    }

    private Map<String, Object> answer(JsonNode request) throws IOException {
        return switch (request.get("task").asText()) {
            case "tsne" ->
                tsne(request.get("rows").asInt(), Path.of(request.get("out").asText()));
            case "pca" -> pca();
            case "kmeans" -> kMeans(request.get("k").asInt());
            default -> throw new IllegalArgumentException("no such task: " + request.get("task"));
        };
    }

    private Map<String, Object> tsne(int count, Path out) throws IOException {
        FloatMatrix some = rows.selectRows(IntStream.range(0, count).toArray());
        long start = System.nanoTime();
        TsneMap map = Tsne.map(some);
        double seconds = secondsSince(start);
        Npy.write(out, map.coordinates());
        return Map.of("seconds", seconds, "result", map.klDivergence());
    }

    private Map<String, Object> pca() {
        long start = System.nanoTime();
        Pca pca = Pca.fit(rows, 2);
        double seconds = secondsSince(start);
        double[] ratios = pca.explainedVarianceRatio();
        return Map.of("seconds", seconds, "result", ratios[0] + ratios[1]);
    }

    private Map<String, Object> kMeans(int k) {
        long start = System.nanoTime();
        Clusters clusters = KMeans.fit(rows, KMeansOptions.defaults().withK(k));
        return Map.of("seconds", secondsSince(start), "result", clusters.inertia());
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
