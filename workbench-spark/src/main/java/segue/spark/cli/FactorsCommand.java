package segue.spark.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.spark.playlists.FactorOptions;
import segue.spark.playlists.ListEntries;
import segue.spark.playlists.ListFactors;
import segue.spark.playlists.ListedSongs;
import segue.spark.playlists.ListsReport;

/** {@code ./segue spark als}. */
@Command(
        name = "als",
        description = "Factors of songs and playlists, by alternating least squares of Spark ML.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Writes id, factors, playlists of each song; with --playlists-out id, factors, songs of each list."
        })
final class FactorsCommand implements Callable<Integer> {
    @Mixin
    private ListsOptions lists;

    @Mixin
    private SparkOptions spark;

    @Mixin
    private OutOptions out;

    @Option(
            names = "--playlists-out",
            paramLabel = "FOLDER",
            description = "also write the factors of the playlists, into this folder")
    private String playlistsOut;

    @Option(names = "--rank", paramLabel = "N", description = "factors of a song (default: 32)")
    private int rank = FactorOptions.defaults().rank();

    @Option(names = "--iterations", paramLabel = "N", description = "sweeps (default: 10)")
    private int iterations = FactorOptions.defaults().iterations();

    @Option(
            names = "--regularization",
            paramLabel = "X",
            description = "penalty on factors, times the entries of a song or playlist (default: 0.05)")
    private double regularization = FactorOptions.defaults().regularization();

    @Option(names = "--alpha", paramLabel = "X", description = "how much surer an entry is than none (default: 40)")
    private double alpha = FactorOptions.defaults().alpha();

    @Option(names = "--seed", paramLabel = "N", description = "of the factors it begins with (default: 42)")
    private long seed = FactorOptions.defaults().seed();

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description = "that songs and playlists are cut into; the factors depend on it (default: 10)")
    private int blocks = FactorOptions.defaults().blocks();

    @Override
    public Integer call() throws IOException {
        FactorOptions options = new FactorOptions(rank, iterations, regularization, alpha, seed, blocks);
        if (out.out().equals(playlistsOut)) {
            throw new IllegalArgumentException("--out and --playlists-out name the same folder: name two");
        }
        return spark.run("als", session -> {
            out.require(session, lists.paths());
            out.requireBeside(session, playlistsOut, lists.paths());
            try (ListEntries entries = ListEntries.read(session.spark(), lists.sources());
                    ListedSongs songs = ListedSongs.of(entries);
                    ListFactors factors = ListFactors.fit(songs, options)) {
                ListsReport report = entries.report(songs);
                out.write(factors.ofSongs());
                if (playlistsOut != null) {
                    out.writeBeside(factors.ofPlaylists(), playlistsOut);
                }
                return told(report);
            }
        });
    }

    private SparkOptions.Told told(ListsReport report) {
        Map<String, Object> figures = ListsOptions.figures(report, out.out());
        figures.put("rank", rank);
        if (playlistsOut != null) {
            figures.put("playlistsOut", playlistsOut);
        }
        return new SparkOptions.Told(
                String.format(
                        Locale.ROOT,
                        "%s%nsegue: %d factors of each of %,d songs are in %s",
                        report.summary(),
                        rank,
                        report.songs(),
                        out.out()),
                figures);
    }
}
