package segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlists;

/** Values that a program of its own, in NumPy, gave for the same splits. */
class RealEvaluationTest {
    @Test
    void the_real_playlists_give_what_numpy_gives_on_the_same_splits() {
        EvaluationReport report = judge(
                Evaluation.inOrderGiven(data(), EvaluationOptions.defaults()), "zscore-euclidean", "co-occurrence");

        value(report, EvaluationTask.CONTINUATION, "zscore-euclidean", Measure.RECALL, 0.110832);
        value(report, EvaluationTask.CONTINUATION, "zscore-euclidean", Measure.NDCG, 0.041831);
        value(report, EvaluationTask.CONTINUATION, "co-occurrence", Measure.RECALL, 0.113376);
        value(report, EvaluationTask.CONTINUATION, "co-occurrence", Measure.RECALL_SEEN, 0.569038);
        value(report, EvaluationTask.CONTINUATION, "co-occurrence", Measure.GINI, 0.966411);
        value(report, EvaluationTask.COLD, "zscore-euclidean", Measure.RECALL, 0.115238);
        value(report, EvaluationTask.SIMILAR, "zscore-euclidean", Measure.GENRE_OTHERS, 0.412255);
        value(report, EvaluationTask.SIMILAR, "zscore-euclidean", Measure.SUBGENRE_SHARE, 0.158143);
        value(report, EvaluationTask.SIMILAR, "zscore-euclidean", Measure.ANTIHUBS, 0.005607);
    }

    @Test
    void gaussian_proximity_halves_the_songs_never_found_and_loses_nothing() {
        EvaluationReport report =
                judge(Evaluation.of(data()), "zscore-euclidean", "zscore-mutual", "learned-metric", "learned-mutual");
        halvedWithoutLoss(report, "zscore-mutual", "zscore-euclidean");
        halvedWithoutLoss(report, "learned-mutual", "learned-metric");
    }

    private static void halvedWithoutLoss(EvaluationReport report, String reduced, String plain) {
        assertThat(report.of(EvaluationTask.SIMILAR, reduced)
                        .of(Measure.ANTIHUBS)
                        .value())
                .isLessThan(report.of(EvaluationTask.SIMILAR, plain)
                                .of(Measure.ANTIHUBS)
                                .value()
                        / 2);
        assertThat(report.difference(EvaluationTask.SIMILAR, Measure.GENRE_OTHERS, reduced, plain)
                        .low())
                .isGreaterThan(-0.001);
        assertThat(report.difference(EvaluationTask.COLD, Measure.RECALL, reduced, plain)
                        .low())
                .isGreaterThan(-0.001);
    }

    private static EvaluationData data() {
        String folder = System.getenv("SEGUE_DATA");
        Assumptions.assumeTrue(
                folder != null && !folder.isBlank(), "SEGUE_DATA is not set, the real files are not here");
        Path lists = Path.of(folder).resolve("playlists/spotify-playlists-32k.csv.gz");
        Catalog songs = Catalog.load(lists);
        return EvaluationData.of(songs, Playlists.load(lists, songs));
    }

    private static EvaluationReport judge(Evaluation evaluation, String... variants) {
        return evaluation.judge(Stream.of(variants).map(Variants::named).toList());
    }

    private static void value(
            EvaluationReport report, EvaluationTask task, String variant, Measure measure, double value) {
        assertThat(report.of(task, variant).of(measure).value())
                .as("%s, %s, %s", task, variant, measure)
                .isBetween(value - 2e-4, value + 2e-4);
    }
}
