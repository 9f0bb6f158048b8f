package segue.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import segue.spark.Rows;
import segue.spark.TestSession;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowTable;
import segue.spark.session.SegueSession;
import segue.spark.session.WholeTable;

class TableScaleTest {
    private static final AtomicInteger FAILED = new AtomicInteger();

    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    @Test
    void songsAreScaledToTheBitAsTheLibraryDoes() throws IOException {
        Catalog songs = Catalog.sample();
        CatalogWriter.write(songs, folder.resolve("songs.parquet"));
        for (ScaleKind kind : List.of(ScaleKind.STANDARD, ScaleKind.MINMAX)) {
            String out = folder.resolve(kind.label()).toString();
            session.run(spark -> {
                RowTable table =
                        RowTable.open(spark, folder.resolve("songs.parquet").toString(), List.of());
                WholeTable.parquet(TableScale.of(table, kind).transformed(spark, table), out, false);
                return null;
            });
            Scaler scaler =
                    kind == ScaleKind.STANDARD ? Scaler.standard(songs.features()) : Scaler.minMax(songs.features());
            FloatMatrix expected = scaler.transform(songs.features());
            RowTable scaled = session.run(spark -> RowTable.open(spark, out, List.of()));
            assertThat(scaled.isNamed()).isTrue();
            assertThat(scaled.columns()).hasSize(9);
            for (NumberedRow row : session.run(spark -> scaled.rows().collect())) {
                assertThat(row.values()).isEqualTo(expected.row((int) row.number()));
                assertThat(row.id())
                        .isEqualTo(songs.tracks().get((int) row.number()).id());
            }
        }
    }

    @Test
    void aConstantColumnBecomesZeroAndEmptyPartitionsDoNotMatter() throws IOException {
        FloatMatrix rows = FloatMatrix.of(new float[] {7, 1}, new float[] {7, 2}, new float[] {7, 6});
        RowTable table = Rows.table(rows, folder.resolve("x.npy"));
        TableScale scale = TableScale.of(table, ScaleKind.STANDARD);
        assertThat(scale.shift()).containsExactly(7, 3);
        assertThat(scale.scale()).containsExactly(1, Scaler.standard(rows).scale()[1]);
        List<Row> scaled = session.run(spark -> scale.transformed(spark, table).collectAsList());
        assertThat(scaled).extracting(row -> row.getFloat(1)).containsExactly(0f, 0f, 0f);
        ColumnMoments spreadThin =
                session.run(spark -> ColumnMoments.of(table.rows().repartition(9), 2));
        assertThat(spreadThin.variance(1)).isEqualTo(14 / 3.0);
    }

    @Test
    void aTaskThatIsTriedAgainCountsNothingTwice() throws IOException {
        FloatMatrix rows = Rows.heaps(500, 3, 4, 1, 5);
        RowTable table = Rows.table(rows, folder.resolve("x.npy"));
        FAILED.set(0);
        ColumnMoments moments = session.run(spark -> ColumnMoments.of(failingOnce(table.rows()), 3));
        assertThat(FAILED).hasPositiveValue();
        assertThat((float) moments.mean(2)).isEqualTo(Scaler.standard(rows).shift()[2]);
    }

    private static JavaRDD<NumberedRow> failingOnce(JavaRDD<NumberedRow> rows) {
        return rows.map(row -> {
            if (row.number() == 400 && TaskContext.get().attemptNumber() == 0) {
                FAILED.incrementAndGet();
                throw new IllegalStateException("lost");
            }
            return row;
        });
    }

    @Test
    void aColumnTooWideForFloatIsRefused() throws IOException {
        RowTable table = Rows.table(
                FloatMatrix.of(new float[] {Float.MAX_VALUE}, new float[] {-Float.MAX_VALUE}), folder.resolve("x.npy"));
        assertThatThrownBy(() -> session.run(spark -> TableScale.of(table, ScaleKind.MINMAX)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 0");
        assertThatThrownBy(() -> ScaleKind.parse("robust"))
                .hasMessage("scale must be one of standard, minmax, none but was robust");
    }
}
