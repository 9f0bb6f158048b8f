package segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.CatalogException;
import tech.tablesaw.api.Table;

class EvaluationDataTest {
    @TempDir
    Path folder;

    @Test
    void the_sample_has_lists_and_genres_to_judge_on() {
        EvaluationData data = EvaluationData.sample();
        assertThat(data.playlists().size()).isEqualTo(240);
        assertThat(data.genres().labelled()).isGreaterThan(4_000);
        assertThat(data.playlists().songs()).isEqualTo(data.songs().size());
    }

    @Test
    void a_folder_without_playlists_is_named_with_what_it_lacks() {
        assertThatThrownBy(() -> EvaluationData.open(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("playlists/spotify-playlists-32k.csv.gz")
                .hasMessageContaining("unset SEGUE_DATA");
    }

    @Test
    void a_report_is_a_table_with_a_row_a_variant() {
        EvaluationReport report = Evaluation.of(
                        EvaluationData.sample(),
                        EvaluationOptions.defaults().withQuestions(20).onThreads(2))
                .judge(List.of(Variants.named("random"), Variants.named("popularity")));
        Table table = report.table(EvaluationTask.CONTINUATION, Measure.RECALL, Measure.GENRE);
        assertThat(table.columnNames()).containsExactly("variant", "recall@500", "genre@10");
        assertThat(table.stringColumn("variant").asList()).containsExactly("random", "popularity");
        assertThat(table.stringColumn("recall@500").get(0))
                .isEqualTo(report.of(EvaluationTask.CONTINUATION, "random")
                        .of(Measure.RECALL)
                        .toString());
        assertThat(table.stringColumn("genre@10").get(0)).isEmpty();
        assertThatThrownBy(() -> new EvaluationReport(0, EvaluationOptions.defaults(), Map.of(), Map.of())
                        .table(EvaluationTask.COLD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cold");
    }
}
