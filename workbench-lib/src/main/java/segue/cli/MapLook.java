package segue.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.chart.map.Colouring;
import segue.chart.map.MapColours;
import segue.chart.map.SongMap;

/** The options that say how a map looks: its colours, and how groups are pointed out. */
final class MapLook {
    private static final String CLUSTER = "cluster";

    @Option(
            names = {"--colour", "--color"},
            split = ",",
            paramLabel = "NAME",
            description =
                    "genre, year, cluster, popularity, or a feature such as energy; an .html map takes several, to"
                            + " choose from (default: genre where songs have one, else cluster; .html: all but features)")
    private List<String> colours = List.of();

    @Option(names = "--k", paramLabel = "K", description = "clusters, or auto (default: auto, at most 8)")
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
        if (k != null) {
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
        int clusters = clusters();
        MapColours chosen = clusters == 0 ? colours : colours.withClusters(clusters);
        List<Colouring> made = new ArrayList<>();
        shown.forEach(name -> made.add(chosen.named(name)));
        return made;
    }

    SongMap.GroupMarks marks() {
        return outline ? SongMap.GroupMarks.OUTLINES : labels ? SongMap.GroupMarks.LABELS : SongMap.GroupMarks.NONE;
    }

    /** How many; 0 where that is to be chosen. */
    private int clusters() {
        if (k == null || k.equals("auto")) {
            return 0;
        }
        // Five digits always fit an int.
        if (!k.matches("[0-9]{1,5}") || Integer.parseInt(k) < 1) {
            throw new IllegalArgumentException("--k must be auto or in [1, 65,536] but was '" + k + "'");
        }
        return Integer.parseInt(k);
    }
}
