package segue.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium that knows no host, and tells what a page has asked for. */
record Chromium(Path binary) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What Chromium asks its makers for by itself, whatever the page. */
    private static final Pattern OWN = Pattern.compile(
            "https?://((clients\\d*|accounts|android\\.clients|mtalk)\\.google\\.com|[a-z0-9]+\\.gvt1\\.com|"
                    + "(update|optimizationguide-pa|content-autofill|safebrowsing|passwordsleakcheck-pa)\\.googleapis\\.com)"
                    + "[:/].*");

    private static final long LIMIT_SECONDS = 90;

    /** Empty where there is none: named by CHROMIUM, or on PATH. */
    static Optional<Chromium> here() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(new Chromium(Path.of(named)));
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /**
     * What a page looks like after its scripts, and what it asked for.
     *
     * @param dom the document as HTML
     * @param asked addresses outside the file itself, sorted
     */
    record Visit(String dom, List<String> asked) {}

    Visit visit(Path page, Path folder) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Path log = profile.resolve("net.json");
        Path dom = profile.resolve("dom.html");
        Process process = new ProcessBuilder(
                        binary.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + profile,
                        "--log-net-log=" + log,
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("Chromium did not end on " + page);
        }
        return new Visit(Files.readString(dom), asked(log));
    }

    private static List<String> asked(Path log) throws IOException {
        TreeSet<String> addresses = new TreeSet<>();
        for (JsonNode event : JSON.readTree(log.toFile()).get("events")) {
            String address = event.at("/params/url").asText("");
            if (address.matches("(https?|wss?):.*") && !OWN.matcher(address).matches()) {
                addresses.add(address);
            }
        }
        return List.copyOf(addresses);
    }
}
