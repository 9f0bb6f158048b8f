package segue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import segue.catalog.Catalog;
import segue.feedback.Deletion;
import segue.feedback.FeedbackStore;
import segue.feedback.GivenRating;
import segue.feedback.Listener;
import segue.feedback.ListenerActivity;
import segue.feedback.MeanInterval;
import segue.feedback.MethodScore;
import segue.feedback.TrialScore;
import segue.feedback.sql.DatabaseAddress;
import segue.feedback.sql.Engine;
import segue.files.WholeFile;
import segue.recommend.metric.FeatureWeights;
import segue.recommend.metric.ScoredPair;
import segue.recommend.metric.WeightOptions;

/** {@code ./segue feedback}: what listeners said of recommendations on the page, in numbers, and what is kept of one. */
@Command(
        name = "feedback",
        description = "What listeners said on the page: methods compared, weights learned; export and delete.",
        synopsisSubcommandLabel = "(methods | trials | weights | listeners | export ID | delete ID)",
        mixinStandardHelpOptions = true)
final class FeedbackCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "feedback needs one of methods, trials, weights, listeners, export ID, delete ID");
    }

    /** Where it is kept, and how it is told. */
    static final class Place {
        @Option(
                names = "--database",
                paramLabel = "PLACE",
                description = "a file, or a JDBC URL (default: segue/feedback.db in your own data folder)")
        private String database;

        @Option(names = "--json", description = "print one JSON object on stdout")
        private boolean json;

        private <T> T asked(Function<FeedbackStore, T> question) {
            DatabaseAddress address = database == null ? FeedbackPlace.address() : DatabaseAddress.of(database);
            if (address.engine() == Engine.SQLITE && Files.notExists(Path.of(address.toString()))) {
                throw new UncheckedIOException(new NoSuchFileException(
                        address.toString(), null, "no feedback is kept there yet; ./segue page makes it"));
            }
            try (FeedbackStore store = FeedbackStore.open(address)) {
                return question.apply(store);
            }
        }

        private int print(String command, Map<String, ?> values, List<String> lines, String none) {
            if (json) {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("command", "feedback " + command);
                result.putAll(values);
                System.out.println(Json.of(result));
            } else if (lines.isEmpty()) {
                System.err.println("segue: " + none);
            } else {
                lines.forEach(System.out::println);
            }
            return ExitCode.OK;
        }
    }

    @Command(
            name = "methods",
            description = "Average score and share of likes of every method, with 95 % intervals.",
            mixinStandardHelpOptions = true)
    int methods(@Mixin Place place) {
        List<MethodScore> all = place.asked(store -> store.reports().scoresByMethod());
        List<String> lines = all.stream()
                .map(one -> "%-34s score %-20s likes %s".formatted(one.method(), text(one.scores()), text(one.likes())))
                .toList();
        List<Map<String, Object>> values = all.stream()
                .map(one -> Map.<String, Object>of(
                        "method", one.method(), "scores", values(one.scores()), "likes", values(one.likes())))
                .toList();
        return place.print("methods", Map.of("results", values), lines, "nothing was rated yet");
    }

    @Command(
            name = "trials",
            description = "What blind comparisons say of every pair of methods.",
            mixinStandardHelpOptions = true)
    int trials(@Mixin Place place) {
        List<TrialScore> all = place.asked(store -> store.reports().trials());
        List<String> lines = all.stream()
                .map(one -> "%s %d : %d %s, %d without preference; scores %s and %s, difference %s%s"
                        .formatted(
                                one.method(),
                                one.preferMethod(),
                                one.preferOther(),
                                one.other(),
                                one.preferNeither(),
                                text(one.scores()),
                                text(one.otherScores()),
                                text(one.difference()),
                                one.isDecided() ? ": decided" : ""))
                .toList();
        List<Map<String, Object>> values =
                all.stream().map(FeedbackCommand::values).toList();
        return place.print("trials", Map.of("results", values), lines, "nothing was compared yet");
    }

    @Command(
            name = "weights",
            description = "How much each feature counts, learned from ratings.",
            mixinStandardHelpOptions = true)
    int weights(
            @Mixin Place place,
            @Option(names = "--listener", paramLabel = "ID", description = "of one listener (default: of all)")
                    String listener,
            @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION) Path file)
            throws IOException {
        List<GivenRating> ratings = place.asked(FeedbackStore::currentRatings);
        Catalog songs = CatalogSource.open(file);
        String id = listener == null ? null : new Listener(listener).id();
        List<ScoredPair> pairs = ratings.stream()
                .filter(given -> id == null || given.rating().listener().id().equals(id))
                .flatMap(given -> {
                    OptionalInt asked = songs.rowOf(given.rating().askedSong());
                    OptionalInt song = songs.rowOf(given.rating().song());
                    return asked.isPresent() && song.isPresent()
                            ? given.rating().opinion().asScore().stream()
                                    .mapToObj(score -> new ScoredPair(asked.getAsInt(), song.getAsInt(), score))
                            : Stream.empty();
                })
                .toList();
        FeatureWeights weights = FeatureWeights.ofScores(songs, pairs, WeightOptions.defaults());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ratings", weights.pairs());
        values.put("learned", weights.strength().isPresent());
        Map<String, Double> counts = new LinkedHashMap<>();
        IntStream.range(0, weights.parts().size())
                .forEach(part ->
                        counts.put(weights.parts().get(part), weights.weights().get(part)));
        values.put("weights", counts);
        values.put("agreementBefore", weights.agreementOfEqual());
        values.put("agreement", weights.agreement());
        return place.print("weights", values, List.of(weights.toString()), "");
    }

    @Command(
            name = "listeners",
            description = "The random ids of all listeners, and how much is stored of each.",
            mixinStandardHelpOptions = true)
    int listeners(@Mixin Place place) {
        List<ListenerActivity> all = place.asked(store -> store.reports().listeners());
        List<String> lines = all.stream()
                .map(one -> "%s  %,d ratings, %,d searches, %,d plays, last %s"
                        .formatted(one.listener().id(), one.ratings(), one.searches(), one.plays(), one.last()))
                .toList();
        List<Map<String, Object>> results = all.stream()
                .map(one -> Map.<String, Object>of(
                        "listener", one.listener().id(),
                        "ratings", one.ratings(),
                        "searches", one.searches(),
                        "plays", one.plays(),
                        "last", one.last().toString()))
                .toList();
        return place.print("listeners", Map.of("results", results), lines, "nothing is stored of anybody");
    }

    @Command(
            name = "export",
            description = "All that is stored of a listener, as JSON.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin Place place,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--out", paramLabel = "FILE", description = "write it there (default: standard output)")
                    Path out)
            throws IOException {
        Listener listener = new Listener(id);
        byte[] all = place.asked(store -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                store.export(listener, bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        });
        if (out == null) {
            System.out.write(all);
            System.out.println();
        } else {
            WholeFile.write(out, file -> Files.write(file, all));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "delete",
            description = "Delete all that is stored of a listener; it cannot be brought back.",
            mixinStandardHelpOptions = true)
    int delete(@Mixin Place place, @Parameters(paramLabel = "ID") String id) {
        Listener listener = new Listener(id);
        Deletion gone = place.asked(store -> store.delete(listener));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ratings", gone.ratings());
        values.put("searches", gone.searches());
        values.put("plays", gone.plays());
        values.put("trials", gone.trials());
        values.put("whatRemains", gone.whatRemains());
        String line = "deleted %,d ratings, %,d searches, %,d plays, %,d comparisons. %s"
                .formatted(gone.ratings(), gone.searches(), gone.plays(), gone.trials(), gone.whatRemains());
        return place.print("delete", values, List.of(line), "");
    }

    private static String text(MeanInterval interval) {
        return interval.values() == 0 ? "none" : "%s of %,d".formatted(interval, interval.values());
    }

    private static Map<String, Object> values(MeanInterval interval) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mean", interval.values() == 0 ? null : interval.mean());
        values.put("low", interval.hasInterval() ? interval.low() : null);
        values.put("high", interval.hasInterval() ? interval.high() : null);
        values.put("values", interval.values());
        values.put("listeners", interval.listeners());
        return values;
    }

    private static Map<String, Object> values(TrialScore one) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("method", one.method());
        values.put("other", one.other());
        values.put("preferMethod", one.preferMethod());
        values.put("preferOther", one.preferOther());
        values.put("preferNeither", one.preferNeither());
        values.put("scores", values(one.scores()));
        values.put("otherScores", values(one.otherScores()));
        values.put("difference", values(one.difference()));
        values.put("decided", one.isDecided());
        return values;
    }
}
