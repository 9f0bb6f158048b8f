package segue.cli;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.chart.map.Colouring;
import segue.chart.map.HtmlMap;
import segue.chart.map.SongMap;
import segue.neighbors.Backend;

/** {@code ./segue map}: the whole catalogue on one picture. */
@Command(
        name = "map",
        description = {
            "Draw all songs on one map, on which songs that are alike are near each other.",
            "Ctrl-C ends t-SNE early: the map so far is drawn."
        },
        mixinStandardHelpOptions = true)
final class MapCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "map.html to walk through, or a picture: map.png, map.svg")
    private Path out;

    @Option(
            names = "--page",
            paramLabel = "URL",
            description = ".html: link songs to the page that runs there, http://127.0.0.1:7070/ for instance")
    private String page;

    @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION)
    private Path file;

    @Mixin
    private MapLook look;

    @Mixin
    private MapStars stars;

    @Mixin
    private MapLayout layout;

    @Mixin
    private Work work;

    /** What is on the map besides its songs, known before anything takes long. */
    private record Wanted(List<String> colours, List<Integer> starred, MapStars.Placed placed) {}

    @Override
    public Integer call() throws IOException {
        boolean html = html();
        if (page != null && !page.matches("https?://[^\\s/?#@\"<>]+/")) {
            throw new IllegalArgumentException(
                    "--page must be an address like http://127.0.0.1:7070/ but was '" + page + "'");
        }
        if (page != null && !html) {
            throw new IllegalArgumentException("a picture has no links: leave --page out, or write an .html map");
        }
        look.check(html);
        layout.check();
        int threads = work.threads();
        OutputFiles.require(out, layout.save()).spare(file, layout.saved(), stars.file());
        long start = System.nanoTime();
        Catalog songs = CatalogSource.open(file);
        layout.requireEnough(songs);
        List<String> colours = look.colours(songs, html);
        layout.checkSeed(look.clusters(colours));
        Wanted wanted = new Wanted(colours, stars.rows(songs), stars.placed(songs));
        double loadSeconds = Work.secondsSince(start);
        try {
            return OnCtrlC.interrupt(() -> draw(songs, wanted, threads, loadSeconds));
        } catch (ClosedByInterruptException stopped) {
            CancellationException told = new CancellationException("stopped while writing: " + out + " is as it was");
            told.initCause(stopped);
            throw told;
        }
    }

    private boolean html() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html")) {
            return true;
        }
        if (name.endsWith(".png") || name.endsWith(".svg")) {
            return false;
        }
        throw new IllegalArgumentException("--out must end in .html, .png or .svg but was '" + out + "'");
    }

    private int draw(Catalog songs, Wanted wanted, int threads, double loadSeconds) throws IOException {
        long start = System.nanoTime();
        List<Colouring> colourings = look.colourings(songs, wanted.colours(), layout.seed(), threads);
        double colourSeconds = Work.secondsSince(start);
        MapLayout.Layout laidOut = layout.of(songs, threads);
        SongMap map = SongMap.of(songs, laidOut.coordinates())
                .colouredBy(colourings.toArray(Colouring[]::new))
                .pointingOut(look.marks());
        for (int row : wanted.starred()) {
            map = map.marking(songs.track(row).id());
        }
        map = wanted.placed().onto(map, laidOut.placing());
        long writing = System.nanoTime();
        if (html()) {
            HtmlMap walked = HtmlMap.of(map);
            (page == null ? walked : walked.linkingTo(page)).write(out);
        } else {
            map.save(out);
        }
        double writeSeconds = Work.secondsSince(writing);
        double seconds = Work.secondsSince(start);
        Map<String, Object> told = new LinkedHashMap<>(laidOut.told());
        told.put("colourSeconds", colourSeconds);
        told.put("writeSeconds", writeSeconds);
        told.put("loadSeconds", loadSeconds);
        told.put("seconds", seconds);
        report(songs, wanted, laidOut, told);
        return laidOut.finished() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void report(Catalog songs, Wanted wanted, MapLayout.Layout laidOut, Map<String, Object> told) {
        int placed = wanted.placed().songs().size();
        if (work.json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "map");
            result.put("backend", Backend.SIMD.unavailableReason().isEmpty() ? "simd" : "scalar");
            result.put("threads", work.threads());
            result.put("rows", songs.size());
            result.put("dims", songs.space().columns().size());
            result.put("colours", wanted.colours());
            result.put(
                    "stars",
                    wanted.starred().stream().map(row -> songs.track(row).id()).toList());
            result.put("placed", placed);
            result.putAll(told);
            result.put("warmUp", "none: seconds has the JVM starting cold");
            List<String> files = new ArrayList<>(List.of(out.toString()));
            if (layout.save() != null) {
                files.add(layout.save().toString());
            }
            result.put("files", files);
            System.out.println(Json.of(result));
            return;
        }
        if (placed > 0) {
            System.err.printf(
                    Locale.ROOT, "segue: %s placed on it%n", placed == 1 ? "1 song was" : placed + " songs were");
        }
        System.err.printf(
                Locale.ROOT,
                "segue: %s is a map of %,d songs, coloured by %s: %s; %.1f s%n",
                out,
                songs.size(),
                String.join(", ", wanted.colours()),
                laidOut.sentence(),
                (Double) told.get("seconds"));
    }
}
