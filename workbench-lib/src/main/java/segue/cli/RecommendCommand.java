package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import segue.catalog.Catalog;
import segue.catalog.playlists.PlaylistExport;
import segue.catalog.playlists.PlaylistFormat;
import segue.recommend.Recommender;
import segue.recommend.Request;

/** {@code ./segue recommend}: songs like a song, for all tastes of several, or to continue a list. */
@Command(
        name = "recommend",
        description = "Recommend songs for a song or several: by their sound or genres, for all tastes in them, or as"
                + " playlists would go on.",
        mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {
    private static final int DEFAULT_N = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StartOptions start;

    @Option(
            names = "--by",
            defaultValue = "sound",
            paramLabel = "WAY",
            description = "sound: songs that sound like those given, nearest first (default). genres:"
                    + " songs that probably are of the same genres, as learned from the labels of the catalogue's songs. tastes: a playlist for all"
                    + " tastes that the given songs show, each with its share, in an order that flows. playlists: what"
                    + " would come next if the given songs were a playlist, learned from people's playlists")
    private String by;

    @Option(
            names = "--n",
            paramLabel = "N",
            description = "how many songs, 1 to 100 (default: 5); tastes 1 to 500 (50)")
    private Integer n;

    @Option(
            names = "--page",
            defaultValue = "1",
            paramLabel = "P",
            description = "more of the same: 2 is what comes next")
    private int page;

    @Option(
            names = "--max-distance",
            paramLabel = "D",
            description = "no song farther than this; without --n all of them, 100 a page")
    private Double maxDistance;

    @Mixin
    private Distance distance;

    @Option(names = "--dissimilar", description = "the least similar songs instead")
    private boolean dissimilar;

    @Option(
            names = "--vary",
            paramLabel = "X",
            description =
                    "variety: 0 has the most similar songs (default), 1 songs as unlike each other as the 1,000 most"
                            + " similar allow; 0.1 changes a few songs, 0.3 most of them")
    private Double variety;

    @Option(
            names = "--novelty",
            paramLabel = "X",
            description =
                    "lesser known songs: 0 takes no heed of popularity (default), 1 of nothing else among the 1,000"
                            + " most similar")
    private Double novelty;

    @Mixin
    private RuleOptions rules;

    @Mixin
    private LearnOptions learn;

    @Option(names = "--explain", description = "say what every score is made of, and which songs nearly had a place")
    private boolean explain;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "also write the songs as a playlist: .m3u8, .m3u, .xspf, .jspf or .csv")
    private Path export;

    @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION)
    private Path file;

    @Mixin
    private Work work;

    @Override
    public Integer call() throws Exception {
        By way = By.parse(by);
        way.refuseMisfits(spec.commandLine().getParseResult());
        start.check();
        Answer.Asked asked = new Answer.Asked(n, page, start.rules(rules.rules()));
        work.threads();
        checkOutputs();
        return switch (way) {
            case SOUND -> {
                Request request = nearRequest(asked);
                yield answer(
                        way,
                        (catalog, seeds) ->
                                SoundAnswer.of(Recommender.of(catalog), catalog, seeds, request, Optional.empty()));
            }
            case GENRES -> {
                learn.checkGenres();
                Request request = nearRequest(asked);
                yield answer(way, (catalog, seeds) -> {
                    var learned = learn.genres(catalog);
                    Recommender recommender =
                            Recommender.of(catalog, learned.metric().space(catalog));
                    return SoundAnswer.of(recommender, catalog, seeds, request, Optional.of(learned));
                });
            }
            case TASTES -> {
                var options = TasteAnswer.options(asked);
                yield answer(
                        way,
                        (catalog, seeds) -> TasteAnswer.of(
                                catalog, seeds, options.withKnown(seeds.heard().known())));
            }
            case PLAYLISTS -> {
                learn.checkPlaylists();
                Request request = request(asked);
                yield answer(
                        way,
                        (catalog, seeds) -> PlaylistAnswer.of(
                                catalog, seeds, request.withKnown(seeds.heard().known()), learn.playlists(catalog)));
            }
        };
    }

    private interface Way {
        Answer answer(Catalog catalog, StartOptions.Seeds seeds) throws IOException;
    }

    private int answer(By by, Way way) throws IOException {
        start.read();
        long started = System.nanoTime();
        Catalog catalog = CatalogSource.open(file);
        double loadSeconds = Work.secondsSince(started);
        StartOptions.Seeds seeds = start.in(catalog);
        started = System.nanoTime();
        Answer answer = way.answer(catalog, seeds);
        double seconds = Work.secondsSince(started);
        if (work.json) {
            Map<String, Object> json = RecommendJson.of(catalog, seeds, by, answer, loadSeconds, seconds);
            System.out.println(Json.of(json));
        } else {
            AnswerText.tellTaken(catalog, seeds);
            answer.print(explain);
        }
        return export == null ? 0 : export(catalog, seeds, answer);
    }

    private int export(Catalog catalog, StartOptions.Seeds seeds, Answer answer) {
        int[] rows = answer.rows();
        if (rows.length == 0) {
            AnswerText.tell(export + " was not written: there is no song to put into it");
            return 1;
        }
        String name = "Segue: for " + catalog.track(seeds.rows().getFirst())
                + (seeds.rows().size() > 1 ? " and others" : "");
        PlaylistExport.of(name, catalog, rows).write(export);
        AnswerText.tell("wrote %,d %s to %s".formatted(rows.length, rows.length == 1 ? "song" : "songs", export));
        return 0;
    }

    /** Checked before the catalogue is read. */
    private Request nearRequest(Answer.Asked asked) {
        Graph.requireNearest(distance.backend(), dissimilar, "--dissimilar");
        requireShare("--vary", variety);
        requireShare("--novelty", novelty);
        if (dissimilar && (variety != null || novelty != null)) {
            throw new IllegalArgumentException((variety != null ? "--vary" : "--novelty")
                    + " chooses among the most similar songs: leave it out, or --dissimilar");
        }
        Request request = Request.of(0)
                .withMetric(distance.metric())
                .withBackend(distance.backend())
                .withDissimilar(dissimilar)
                .withVariety(variety == null ? 0 : variety)
                .withNovelty(novelty == null ? 0 : novelty)
                .withRules(asked.rules())
                .withN(asked.nOr(maxDistance != null ? Request.MAX_N : DEFAULT_N))
                .withPage(asked.page());
        return maxDistance == null ? request : request.withMaxDistance(maxDistance);
    }

    private static Request request(Answer.Asked asked) {
        return Request.of(0)
                .withRules(asked.rules())
                .withN(asked.nOr(DEFAULT_N))
                .withPage(asked.page());
    }

    private static void requireShare(String option, Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be in [0, 1] but was %s".formatted(option, value));
        }
    }

    private void checkOutputs() throws IOException {
        if (export != null) {
            PlaylistFormat.of(export);
        }
        OutputFiles outputs = OutputFiles.require(export, learn.output());
        outputs.spare(file, start.playlist());
        outputs.spare(learn.inputs());
    }
}
