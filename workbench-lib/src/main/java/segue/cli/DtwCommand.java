package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.dtw.Alignment;
import segue.dtw.Dtw;
import segue.dtw.DtwMatches;
import segue.dtw.DtwOptions;
import segue.dtw.DtwSearch;
import segue.dtw.FrameFeature;
import segue.dtw.LocalCost;
import segue.matrix.FloatMatrix;
import segue.neighbors.simd.SimdSupport;
import segue.progress.Progress;

/**
 * {@code ./segue dtw}: the recordings that are most like one when either may be slower or faster for a while. A candidate
 * that cannot be used is left out with its reason; where none is left, the exit code is 1.
 */
@Command(
        name = "dtw",
        description = {
            "Find the recordings most like one when time may be warped; exact.",
            "Recordings of any format, or .npy matrices of frames x values (float32)."
        },
        mixinStandardHelpOptions = true)
final class DtwCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "QUERY", description = "the recording to compare with")
    private Path query;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "CANDIDATE",
            description = "recordings, or folders of them; the query itself is left out of a folder")
    private List<Path> named;

    @Option(
            names = "--band",
            defaultValue = "0.1",
            paramLabel = "SHARE",
            description = "how far time may be warped, of the longer recording; 1 is no limit (default: 0.1)")
    private double band;

    @Option(names = "--top", defaultValue = "5", paramLabel = "N", description = "how many to show (default: 5)")
    private int top;

    @Option(
            names = "--metric",
            defaultValue = "euclidean",
            paramLabel = "METRIC",
            description = "of two frames: euclidean, sqeuclidean, manhattan or cosine (default: euclidean)")
    private String metric;

    @Option(
            names = "--features",
            defaultValue = "mfcc",
            paramLabel = "FEATURES",
            description = "frames of a recording: mfcc (timbre) or chroma (harmony) (default: mfcc)")
    private String features;

    @Mixin
    private Work work;

    @Override
    public Integer call() throws IOException {
        DtwOptions options = DtwOptions.defaults()
                .withCost(LocalCost.parse(metric))
                .withBand(band)
                .withDivided(true);
        FrameFeature feature = FrameFeature.parse(features);
        if (top < 1) {
            throw new IllegalArgumentException("--top must be at least 1 but was " + top);
        }
        int threads = work.threads();
        long start = System.nanoTime();
        FloatMatrix sought = FrameFiles.read(query, feature);
        DtwCandidates candidates =
                DtwCandidates.read(FrameFiles.expand(named, query), sought.columns(), feature, threads);
        candidates.leftOut().forEach(reason -> System.err.println("segue: left out " + reason));
        List<FloatMatrix> sequences = candidates.sequences();
        if (sequences.isEmpty()) {
            System.err.println("segue: no candidate is left to compare with");
            return ExitCode.SOFTWARE;
        }
        DtwSearch search = DtwSearch.of(sequences, options);
        double loadSeconds = Work.secondsSince(start);

        start = System.nanoTime();
        DtwMatches matches;
        try (Progress progress = Progress.begin("comparing", sequences.size())) {
            matches = search.onThreads(threads)
                    .reporting((done, total) -> progress.stepTo(done))
                    .nearest(sought, top);
        }
        double seconds = Work.secondsSince(start);
        List<Alignment> paths = new ArrayList<>();
        for (int candidate : matches.candidates()) {
            paths.add(Dtw.align(sought, sequences.get(candidate), options));
        }
        if (work.json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "dtw");
            result.put("backend", SimdSupport.unavailableReason().isEmpty() ? "simd" : "scalar");
            result.put("metric", options.cost().label());
            result.put("features", feature.label());
            result.put("band", band);
            result.put("threads", threads);
            result.put("rows", sought.rows());
            result.put("dims", sought.columns());
            result.put("candidates", sequences.size());
            result.put("bounded", matches.effort().bounded());
            result.put("abandoned", matches.effort().abandoned());
            result.put("measured", matches.effort().measured());
            result.put("leftOut", candidates.leftOut());
            result.put("loadSeconds", loadSeconds);
            result.put("seconds", seconds);
            result.put("warmUp", "none: seconds has the JVM starting cold; paths are drawn after it");
            result.put("results", results(candidates, matches, paths));
            System.out.println(Json.of(result));
        } else {
            print(candidates, matches, paths);
            System.err.printf(
                    "segue: %,d %s, %,d frames x %d, band %s: %.3f s; %,d left out by a bound, %,d given up, %,d measured%n",
                    sequences.size(),
                    sequences.size() == 1 ? "candidate" : "candidates",
                    sought.rows(),
                    sought.columns(),
                    band,
                    seconds,
                    matches.effort().bounded(),
                    matches.effort().abandoned(),
                    matches.effort().measured());
        }
        return ExitCode.OK;
    }

    private static List<Map<String, Object>> results(
            DtwCandidates candidates, DtwMatches matches, List<Alignment> paths) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("rank", i + 1);
            result.put("file", candidates.files().get(matches.candidates()[i]).toString());
            result.put("distance", matches.distances()[i]);
            result.put("costPerStep", paths.get(i).costPerStep());
            result.put("steps", paths.get(i).steps());
            result.put("warped", paths.get(i).warped());
            result.put(
                    "frames",
                    candidates.sequences().get(matches.candidates()[i]).rows());
            results.add(result);
        }
        return results;
    }

    private static void print(DtwCandidates candidates, DtwMatches matches, List<Alignment> paths) {
        System.out.printf("%4s  %10s  %10s  %6s  %s%n", "rank", "distance", "per step", "warped", "file");
        for (int i = 0; i < matches.size(); i++) {
            System.out.printf(
                    "%4d  %10.4g  %10.4g  %5.0f%%  %s%n",
                    i + 1,
                    matches.distances()[i],
                    paths.get(i).costPerStep(),
                    100 * paths.get(i).warped(),
                    candidates.files().get(matches.candidates()[i]));
        }
    }
}
