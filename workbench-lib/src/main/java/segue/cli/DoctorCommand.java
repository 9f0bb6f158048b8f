package segue.cli;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import segue.audio.decode.AudioSupport;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.jobs.redis.QueueHealth;
import segue.neighbors.Backend;
import segue.neighbors.simd.SimdSupport;

/** {@code ./segue doctor}: what was found, what is missing and why. Exit code 1 where something needs attention. */
@Command(
        name = "doctor",
        description = "Say what was found on this machine, what is missing, and what to do about it.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "print one JSON object on stdout")
    private boolean json;

    private final List<Check> checks = new ArrayList<>();

    /** @param ok false where a person should do something about it */
    record Check(String name, boolean ok, String detail) {}

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = new Settings();
        check("java", true, Runtime.version() + ", " + System.getProperty("java.home"));
        check(
                "simd",
                SimdSupport.unavailableReason().isEmpty(),
                SimdSupport.unavailableReason().orElseGet(() -> SimdSupport.vectorBits() + "-bit vectors"));
        check(
                "gpu",
                true,
                Backend.GPU.unavailableReason().map(reason -> "none: " + reason).orElse("ready"));
        check(
                "hnsw",
                true,
                Backend.HNSW
                        .unavailableReason()
                        .map(reason -> "none: " + reason)
                        .orElse("ready"));
        check(
                "audio",
                AudioSupport.absence().isEmpty(),
                AudioSupport.absence().orElseGet(() -> "FFmpeg " + AudioSupport.version() + " decodes recordings"));
        check(
                "memory",
                true,
                "%,d MiB of heap at most".formatted(Runtime.getRuntime().maxMemory() >> 20));
        checkFonts();
        checkJupyter();
        checkKernel();
        checkData(settings);
        checkPort(settings);
        QueueHealth queue = QueuePlace.health(settings);
        check("queue", queue.good(), queue.detail());
        SpotifyAccess.State spotify = SpotifyAccess.state(settings);
        check("spotify", spotify.ok(), spotify.detail());
        Map<String, Settings.Setting> configured = new TreeMap<>();
        for (String name : Settings.KNOWN.keySet()) {
            settings.get(name)
                    .ifPresent(setting ->
                            configured.put(name, Settings.shown(name, setting).masked()));
        }
        boolean good = checks.stream().allMatch(Check::ok);
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "doctor");
            result.put("ok", good);
            result.put("checks", checks);
            result.put("settings", configured);
            System.out.println(Json.of(result));
        } else {
            checks.forEach(check ->
                    System.out.printf("%-5s %-8s %s%n", check.ok() ? "ok" : "CHECK", check.name(), check.detail()));
            configured.forEach((name, setting) ->
                    System.out.printf("%-5s %-8s %s (from %s)%n", "set", name, setting.value(), setting.from()));
        }
        return good ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void check(String name, boolean ok, String detail) {
        checks.add(new Check(name, ok, detail));
    }

    /** Charts have labels: without a font, or fontconfig to find one, Java cannot draw them. */
    private void checkFonts() {
        try {
            int families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
            check("fonts", families > 0, families + " font families for charts");
        } catch (InternalError | RuntimeException noFontconfig) {
            check(
                    "fonts",
                    false,
                    "charts cannot be drawn (" + noFontconfig.getMessage()
                            + "): install fontconfig and a font such as DejaVu");
        }
    }

    private void checkJupyter() throws InterruptedException {
        String python = System.getenv("SEGUE_PYTHON");
        if (python == null || python.isBlank()) {
            check("jupyter", false, "not found: './segue run' installs it, or says how to");
            return;
        }
        String script = "import nbconvert, nbclient, jupyter_client as c; "
                + "print('jupyter_client', c.__version__ + ', nbclient', nbclient.__version__ + ', nbconvert', nbconvert.__version__)";
        try {
            Process process = new ProcessBuilder(python, "-W", "ignore", "-c", script)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = process.waitFor(20, TimeUnit.SECONDS);
            check(
                    "jupyter",
                    ended && process.exitValue() == 0,
                    said.lines().reduce((a, b) -> b).orElse("no answer") + ", " + python);
        } catch (IOException notStarted) {
            check("jupyter", false, python + " cannot be started: " + notStarted.getMessage());
        }
    }

    private void checkKernel() {
        String home = System.getenv("SEGUE_HOME");
        Path spec = Path.of(home == null ? "." : home, "target/jupyter/share/jupyter/kernels/java/kernel.json");
        boolean there = Files.isReadable(spec);
        check(
                "kernel",
                there,
                there
                        ? "Java " + Runtime.version().feature() + " (Segue), " + spec
                        : "not installed: './segue run' installs it");
    }

    private void checkData(Settings settings) {
        String folder = settings.get("data").map(Settings.Setting::value).orElse(null);
        if (folder == null) {
            check("data", true, "sample data (invented songs); set SEGUE_DATA to a folder of real data sets");
            return;
        }
        try {
            check("data", true, Catalog.requireSongs(Path.of(folder)).toString());
        } catch (CatalogException missing) {
            check("data", false, missing.getMessage());
        }
    }

    private void checkPort(Settings settings) {
        String port = settings.get("port").map(Settings.Setting::value).orElse("7070");
        try (ServerSocket socket = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getLoopbackAddress())) {
            check("port", true, socket.getLocalPort() + " is free for the page");
        } catch (IOException taken) {
            check("port", false, port + " is taken: './segue page --port N' uses another");
        } catch (IllegalArgumentException wrong) {
            check("port", false, port + " is no port: it must be a number from 0 to 65535");
        }
    }
}
