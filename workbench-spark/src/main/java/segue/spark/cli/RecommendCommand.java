package segue.spark.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import segue.catalog.Catalog;
import segue.cli.By;
import segue.cli.RuleOptions;
import segue.neighbors.Metric;
import segue.spark.recommend.ListenerOptions;
import segue.spark.recommend.ManyRecommendations;
import segue.spark.recommend.ManyTotals;
import segue.spark.recommend.StoredCatalog;

/** {@code ./segue spark recommend}: songs for many users. */
@Command(
        name = "recommend",
        description = "Recommend songs to many users at once, each what './segue recommend' answers for their songs.",
        mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--users",
            required = true,
            paramLabel = "TABLE|PLAYLISTS",
            description =
                    "who has which songs: a table (.parquet, .csv, .csv.gz) with columns user and id, or user and songs,"
                            + " a list of ids; or playlists, each of them a user's. A file, a folder, or a pattern")
    private String users;

    @Option(
            names = "--catalog",
            paramLabel = "FILE|FOLDER",
            description =
                    "song table, .csv, .csv.gz or .parquet, or a folder of them (default: the table in SEGUE_DATA,"
                            + " else the sample of invented songs)")
    private String catalog;

    @Option(
            names = "--by",
            defaultValue = "sound",
            paramLabel = "WAY",
            description =
                    "sound: songs that sound like those of the user (default). tastes: for all tastes of the user")
    private String by;

    @Option(
            names = "--n",
            paramLabel = "N",
            description = "how many songs a user, 1 to 100 (default: 5); tastes 1 to 500 (50)")
    private Integer n;

    @Option(
            names = "--metric",
            defaultValue = "euclidean",
            paramLabel = "METRIC",
            description = "euclidean, manhattan, cosine, sqeuclidean, chebyshev or dot (default: euclidean)")
    private String metric;

    @Option(names = "--dissimilar", description = "the least similar songs instead")
    private boolean dissimilar;

    @Option(
            names = "--vary",
            defaultValue = "0",
            paramLabel = "X",
            description = "variety: 0 has the most similar songs (default), 1 songs as unlike each other as may be")
    private double variety;

    @Option(
            names = "--novelty",
            defaultValue = "0",
            paramLabel = "X",
            description = "lesser known songs: 0 takes no heed of popularity (default), 1 of nothing else")
    private double novelty;

    @Mixin
    private RuleOptions rules;

    @Option(names = "--explain", description = "also write what every score is made of, in a column reasons")
    private boolean explain;

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description = "also write a row a user: entries, songs found, repeated and unknown ones, recommended ones")
    private String report;

    @Mixin
    private OutOptions out;

    @Mixin
    private SparkOptions spark;

    @Override
    public Integer call() throws Exception {
        ListenerOptions options = options();
        if (out.out().equals(report)) {
            throw new IllegalArgumentException(report + " is named for two outputs: give each its own folder");
        }
        return spark.run("recommend", session -> {
            String[] inputs = catalog == null ? new String[] {users} : new String[] {users, catalog};
            out.require(session, inputs);
            out.requireBeside(session, report, inputs);
            Configuration hadoop = session.spark().sparkContext().hadoopConfiguration();
            Catalog songs = catalog == null ? Catalog.open() : StoredCatalog.load(hadoop, catalog);
            try (ManyRecommendations many = ManyRecommendations.of(session.spark(), users, songs, options)) {
                out.write(many.recommendations());
                if (report != null) {
                    out.writeBeside(many.report(), report);
                }
                return told(many.totals(), songs);
            }
        });
    }

    private SparkOptions.Told told(ManyTotals totals, Catalog songs) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("by", by.strip());
        figures.put("metric", metric);
        figures.put("rows", songs.size());
        figures.put("dims", songs.space().columns().size());
        figures.putAll(totals.figures());
        figures.put("out", out.out());
        return new SparkOptions.Told(totals.sentence() + ", from " + songs, figures);
    }

    /** Checked before a session is opened. */
    private ListenerOptions options() {
        By way = By.parse(by);
        way.refuseMisfits(spec.commandLine().getParseResult());
        ListenerOptions options = switch (way) {
            case SOUND -> ListenerOptions.sound();
            case TASTES -> ListenerOptions.tastes();
            case GENRES, PLAYLISTS ->
                throw new IllegalArgumentException(
                        "--by must be sound or tastes for many users but was " + way.label());
        };
        return options.withN(n == null ? options.n() : n)
                .withMetric(Metric.parse(metric))
                .withDissimilar(dissimilar)
                .withVariety(variety)
                .withNovelty(novelty)
                .withRules(rules.rules())
                .withExplain(explain);
    }
}
