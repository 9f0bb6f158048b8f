package segue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.chart.map.Colouring;
import segue.chart.map.HtmlMap;
import segue.chart.map.SongMap;
import segue.matrix.FloatMatrix;

/**
 * Prints how many frames a second the interactive map paints while it is panned and zoomed, in Chromium without a window and
 * with software rendering, which is the worst case; the size of the file; and the seconds until it is drawn.
 *
 * <p>Run as: java -cp 'workbench-bench/target/lib/*' segue.bench.HtmlMapFrames [POINTS ...]; needs chromium on the path.
 */
public final class HtmlMapFrames {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] SIZES = {50_000, 170_653};
    private static final int FRAMES = 240;
    private static final int GROUPS = 12;
    private static final long LIMIT_SECONDS = 120;

    /** Once around the map, twelve times nearer half the way; the times of the frames are sent back. */
    private static final String DRIVE = """
            <script>
            addEventListener("load", async () => {
              while (!globalThis.segueMap) await new Promise((r) => setTimeout(r, 20));
              const ready = performance.now();
              await new Promise((r) => setTimeout(r, 1000));
              const { view } = segueMap;
              const { x, y, scale } = view;
              const times = [];
              const step = (now) => {
                times.push(now);
                const t = times.length / FRAMES;
                if (t > 1) {
                  fetch("/", { method: "POST", body: JSON.stringify({ ready, times }) });
                  return;
                }
                const near = 12 ** (Math.sin(Math.PI * t) ** 2);
                view.show(x + 9000 * Math.sin(2 * Math.PI * t), y + 9000 * Math.sin(4 * Math.PI * t), scale * near);
                requestAnimationFrame(step);
              };
              requestAnimationFrame(step);
            });
            </script>
            """.replace("FRAMES", Integer.toString(FRAMES));

    private HtmlMapFrames() {}

    public static void main(String... sizes) throws IOException, InterruptedException {
        int[] points = sizes.length == 0
                ? SIZES
                : Arrays.stream(sizes).mapToInt(Integer::parseInt).toArray();
        System.out.println("| points | file | drawn after | frames a second, median | 5th percentile |");
        System.out.println("|---|---|---|---|---|");
        for (int size : points) {
            line(size);
        }
    }

    private static void line(int points) throws IOException, InterruptedException {
        String page = HtmlMap.of(invented(points)).text();
        // The map forbids scripts that are not its own; this one drives it.
        String driven = page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                .replace("</body>", DRIVE + "</body>");
        JsonNode measured = drive(driven);
        JsonNode times = measured.get("times");
        double[] millis = IntStream.range(1, times.size())
                .mapToDouble(i -> times.get(i).asDouble() - times.get(i - 1).asDouble())
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %.1f MB | %.1f s | %.0f | %.0f |%n",
                points,
                page.length() / 1e6,
                measured.get("ready").asDouble() / 1000,
                1000 / millis[millis.length / 2],
                1000 / millis[(int) (millis.length * 0.95)]);
    }

    /** Serves the page, has it opened, and waits for what it sends back. */
    private static JsonNode drive(String page) throws IOException, InterruptedException {
        byte[] content = page.getBytes(StandardCharsets.UTF_8);
        BlockingQueue<JsonNode> answers = new ArrayBlockingQueue<>(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("POST")) {
                    answers.add(JSON.readTree(exchange.getRequestBody()));
                    exchange.sendResponseHeaders(204, -1);
                } else {
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(200, content.length);
                    exchange.getResponseBody().write(content);
                }
            }
        });
        server.start();
        Path profile = Files.createTempDirectory("segue-frames");
        Process chromium = new ProcessBuilder(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse("chromium"),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--window-size=1280,860",
                        "--user-data-dir=" + profile,
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            JsonNode answer = answers.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IllegalStateException("the map was not driven to its end within " + LIMIT_SECONDS + " s");
            }
            return answer;
        } finally {
            server.stop(0);
            end(chromium);
            delete(profile);
        }
    }

    /** With all of its own processes, which write to the profile until they are gone. */
    private static void end(Process chromium) {
        List<ProcessHandle> all = Stream.concat(chromium.descendants(), Stream.of(chromium.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Clouds of songs with names of the usual length. */
    private static SongMap invented(int points) {
        Random random = new Random(42);
        float[] places = new float[2 * points];
        int[] groups = new int[points];
        float[] energies = new float[points];
        List<String> words = IntStream.range(0, 3_000)
                .mapToObj(i -> Integer.toString(Math.abs(i * 7_919 + 46_656), Character.MAX_RADIX))
                .toList();
        Track[] tracks = new Track[points];
        for (int row = 0; row < points; row++) {
            groups[row] = random.nextInt(GROUPS);
            double angle = 2 * Math.PI * groups[row] / GROUPS;
            places[2 * row] = (float) (30 * Math.cos(angle) + 12 * random.nextGaussian());
            places[2 * row + 1] = (float) (30 * Math.sin(angle) + 12 * random.nextGaussian());
            energies[row] = random.nextFloat();
            tracks[row] = track(row, words, random);
        }
        return SongMap.of(new Catalog("invented", List.of(tracks)), FloatMatrix.wrap(points, 2, places))
                .colouredBy(
                        new Colouring.Groups(
                                "genre",
                                IntStream.range(0, GROUPS)
                                        .mapToObj(group -> "genre " + group)
                                        .toList(),
                                groups),
                        new Colouring.Amounts("energy", energies))
                .pointingOut(SongMap.GroupMarks.LABELS);
    }

    private static Track track(int row, List<String> words, Random random) {
        String name = words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(words.size())) + " "
                + words.get(random.nextInt(words.size()));
        return new Track(
                "s" + row,
                name,
                List.of(words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(8))),
                new AudioFeatures(0, 0, 0, 0, 0, 0, 0, 0, 0),
                OptionalInt.of(1950 + random.nextInt(70)),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(words.get(random.nextInt(20))),
                Optional.empty());
    }
}
