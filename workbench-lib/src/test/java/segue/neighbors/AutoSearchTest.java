package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;

class AutoSearchTest extends ExactSearchTest {
    @Override
    Backend backend() {
        return Backend.AUTO;
    }

    @BeforeEach
    void vectors_must_be_there() {
        assumeTrue(
                Backend.SIMD.unavailableReason().isEmpty(),
                () -> Backend.SIMD.unavailableReason().orElseThrow());
    }

    private static Choice choice(int rows, int columns, Metric metric, int queries) {
        return NeighborIndex.of(Reference.clustered(1, rows, columns), metric).choice(queries);
    }

    @Test
    void few_rows_few_queries_or_many_columns_are_scanned() {
        assertThat(choice(500, 9, Metric.EUCLIDEAN, 500))
                .isEqualTo(new Choice(Backend.SIMD, "500 rows are scanned before a tree is entered."));
        assertThat(choice(12_000, 9, Metric.EUCLIDEAN, 3))
                .isEqualTo(new Choice(Backend.SIMD, "A tree is built once 500 queries have been asked."));
        assertThat(choice(10_000, 128, Metric.EUCLIDEAN, 10_000).reason()).startsWith("With 128 columns");
        assertThat(choice(12_000, 9, Metric.DOT, 12_000).reason()).contains("dot product");
    }

    @Test
    void many_queries_over_rows_with_near_neighbours_get_a_tree() {
        Choice choice = choice(30_000, 9, Metric.MANHATTAN, 30_000);
        assertThat(choice.backend()).isEqualTo(Backend.TREE);
        assertThat(choice.reason()).matches("A tree looks at \\d+\\.\\d % of the rows here\\.");
    }

    @Test
    void a_tree_that_a_batch_had_built_answers_single_queries_too() {
        NeighborIndex index = NeighborIndex.of(Reference.clustered(1, 30_000, 9), Metric.EUCLIDEAN);
        assertThat(index.backend()).isEqualTo(Backend.SIMD);
        index.graph(1);
        assertThat(index.backend()).isEqualTo(Backend.TREE);
    }

    @Test
    void a_tree_is_built_for_many_single_queries_too() {
        FloatMatrix data = Reference.clustered(1, 12_000, 9);
        NeighborIndex index = NeighborIndex.of(data, Metric.EUCLIDEAN);
        for (int row = 0; row < 498; row++) {
            index.nearest(data.row(row), 1);
        }
        assertThat(index.choice(1))
                .isEqualTo(new Choice(Backend.SIMD, "A tree is built once 500 queries have been asked."));
        index.nearest(data.row(498), 1);
        assertThat(index.choice(1).backend()).isEqualTo(Backend.TREE);
        assertThat(index.nearest(data.row(499), 1).rows()).containsExactly(499);
    }

    @Test
    void a_tree_that_would_look_everywhere_is_not_taken() {
        Choice choice = NeighborIndex.of(Reference.random(1, 10_000, 40), Metric.EUCLIDEAN)
                .choice(10_000);
        assertThat(choice.backend()).isEqualTo(Backend.SIMD);
        assertThat(choice.reason()).startsWith("A tree would look at");
    }
}
