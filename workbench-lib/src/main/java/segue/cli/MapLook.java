package segue.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.chart.map.Colouring;
import segue.chart.map.MapColours;
import segue.chart.map.SongMap;
import segue.cluster.ChooseK;
import segue.cluster.ChooseKOptions;
import segue.cluster.KChoice;

/** The options that say how a map looks: its colours, and how groups are pointed out. */
final class MapLook {
    private static final String CLUSTER = "cluster";
    private static final String AUTO = "auto";

    @Option(
            names = {"--colour", "--color"},
            split = ",",
            paramLabel = "NAME",
            description =
                    "genre, year, cluster, popularity, or a feature such as energy; an .html map takes several, to"
                            + " choose from (default: genre where songs have one, else cluster; .html: all but features)")
    private List<String> colours = List.of();

    @Option(
            names = "--k",
            paramLabel = "K",
            description =
                    "clusters, or auto: choose among 2 to 12, and say how clear that is (default: 8, of few songs fewer)")
    private String k;

    @Option(names = "--outline", description = "a line around most of each group, and its name")
    private boolean outline;

    @Option(names = "--labels", description = "the name of each group where it is densest")
    private boolean labels;

    /** @throws IllegalArgumentException if options go against each other */
    void check(boolean html) {
        if (outline && labels) {
            throw new IllegalArgumentException("--outline has the names of --labels too: give one of them");
        }
        if (!html && colours.size() > 1) {
            throw new IllegalArgumentException(
                    "a picture has one colouring: name one --colour, or write an .html map, which takes several");
        }
        if (k != null && !k.equals(AUTO)) {
            clusters();
        }
    }

    /** The colours to be shown, the first first. */
    List<String> colours(Catalog songs, boolean html) {
        MapColours there = MapColours.of(songs);
        colours.forEach(there::require);
        List<String> main = there.mainNames();
        List<String> shown =
                !colours.isEmpty() ? colours.stream().distinct().toList() : html ? main : main.subList(0, 1);
        if (k != null && !shown.contains(CLUSTER)) {
            throw new IllegalArgumentException("--k counts clusters: add --colour cluster");
        }
        boolean groups = shown.contains(CLUSTER) || shown.contains("genre");
        if ((outline || labels) && !groups) {
            throw new IllegalArgumentException("%s points out groups: add --colour genre or --colour cluster"
                    .formatted(outline ? "--outline" : "--labels"));
        }
        return shown;
    }

    boolean clusters(List<String> shown) {
        return shown.contains(CLUSTER);
    }

    List<Colouring> colourings(Catalog songs, List<String> shown, long seed, int threads) {
        MapColours colours = MapColours.of(songs).withSeed(seed).onThreads(threads);
        MapColours chosen = k == null || !clusters(shown)
                ? colours
                : colours.withClusters(k.equals(AUTO) ? choose(songs, seed, threads) : clusters());
        List<Colouring> made = new ArrayList<>();
        shown.forEach(name -> made.add(chosen.named(name)));
        return made;
    }

    private static int choose(Catalog songs, long seed, int threads) {
        ChooseKOptions options = ChooseKOptions.defaults().withSeed(seed).onThreads(threads);
        KChoice choice =
                ChooseK.among(songs.points(), options.between(2, Math.clamp(songs.size() / 4, 2, options.high())));
        System.err.println("segue: k = " + choice.k() + ": " + choice.why());
        return choice.k();
    }

    SongMap.GroupMarks marks() {
        return outline ? SongMap.GroupMarks.OUTLINES : labels ? SongMap.GroupMarks.LABELS : SongMap.GroupMarks.NONE;
    }

    private int clusters() {
        // Five digits always fit an int.
        if (!k.matches("[0-9]{1,5}") || Integer.parseInt(k) < 1) {
            throw new IllegalArgumentException("--k must be auto or in [1, 65,536] but was '" + k + "'");
        }
        return Integer.parseInt(k);
    }
}
