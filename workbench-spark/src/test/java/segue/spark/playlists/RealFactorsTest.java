package segue.spark.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import segue.evaluate.Evaluation;
import segue.evaluate.EvaluationData;
import segue.evaluate.EvaluationReport;
import segue.evaluate.EvaluationTask;
import segue.evaluate.Measure;
import segue.evaluate.Variant;
import segue.evaluate.Variants;
import segue.spark.TestSession;

/** Spark's factors continue real playlists about as well as the library's. */
class RealFactorsTest {
    @Test
    void realListsAreContinuedAboutAsWellAsByTheLibrarysFactors() {
        Assumptions.assumeTrue(
                System.getenv("SEGUE_DATA") != null, "SEGUE_DATA is not set, the real files are not here");
        FactorOptions options = FactorOptions.defaults().withBlocks(4);
        Variant ours = new Variant(
                "spark",
                "factors of Spark ML",
                training -> FoldedRanker.learn(TestSession.shared(), training, options));
        EvaluationReport report = Evaluation.of(EvaluationData.open())
                .judge(List.of(Variants.named("als"), ours), EnumSet.of(EvaluationTask.CONTINUATION));
        assertThat(recall(report, "spark")).isBetween(recall(report, "als") - 0.02, recall(report, "als") + 0.02);
    }

    private static double recall(EvaluationReport report, String variant) {
        return report.of(EvaluationTask.CONTINUATION, variant)
                .of(Measure.RECALL)
                .value();
    }
}
