package segue.kernel.shell;

import java.util.List;

/** What a notebook can name without an import. Packages that are not on the class path do no harm. */
final class StartupImports {
    static final List<String> ALL = List.of(
            "java.util.*",
            "java.util.function.*",
            "java.util.stream.*",
            "java.util.concurrent.*",
            "java.util.regex.*",
            "java.nio.file.*",
            "java.io.*",
            "java.math.*",
            "java.time.*",
            "java.net.*",
            "segue.*",
            "segue.catalog.*",
            "segue.matrix.*",
            "segue.audio.*",
            "segue.audio.decode.*",
            "segue.audio.signal.*",
            "segue.audio.spectrum.*",
            "segue.audio.music.*",
            "segue.audio.loudness.*",
            "segue.audio.resample.*",
            "segue.audio.scan.*",
            "segue.audio.similarity.*",
            "segue.audio.sample.*",
            "segue.dtw.*",
            "segue.neighbors.*",
            "segue.neighbors.hubness.*",
            "segue.projection.*",
            "segue.cluster.*",
            "segue.recommend.*",
            "segue.evaluate.*",
            "segue.feedback.*",
            "segue.spotify.*",
            "segue.chart.*",
            "segue.chart.map.*",
            "segue.lab.*",
            "segue.page.*",
            "segue.kernel.comm.*",
            "segue.progress.*",
            "segue.kernel.display.*",
            "tech.tablesaw.api.*",
            "org.knowm.xchart.*",
            "java.util.prefs.*");

    /** Names that people mistype, for "did you mean". */
    static final List<String> COMMON_NAMES = List.of(
            "System",
            "String",
            "Integer",
            "Double",
            "Math",
            "List",
            "Map",
            "Set",
            "ArrayList",
            "HashMap",
            "Arrays",
            "Stream",
            "IntStream",
            "Collectors",
            "Path",
            "Files",
            "Table",
            "IO",
            "Optional",
            "Random",
            "Thread");

    private StartupImports() {}
}
