package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.matrix.FloatMatrix;

/** Long work: progress, interruption, failure, several threads. */
class BatchTest {
    private final FloatMatrix data = Reference.clustered(1, 4_000, 5);
    private final NeighborIndex index = NeighborIndex.of(data, Metric.EUCLIDEAN);

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void progress_ascends_to_the_total(int threads) {
        List<Integer> told = new ArrayList<>();
        index.graph(Search.nearest(3).onThreads(threads).reporting((done, total) -> {
            assertThat(total).isEqualTo(4_000);
            told.add(done);
        }));
        assertThat(told).isSorted().doesNotHaveDuplicates().endsWith(4_000).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void an_interrupt_stops_the_work_and_stays_visible(int threads) {
        Thread me = Thread.currentThread();
        Search search = Search.nearest(3).onThreads(threads).reporting((done, total) -> me.interrupt());
        try {
            assertThatThrownBy(() -> index.graph(search))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageMatching("the search was interrupted after [\\d,]+ of 4,000 queries");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(index.graph(3).queries()).isEqualTo(4_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_listener_that_fails_ends_the_work_with_its_failure(int threads) {
        Search search = Search.nearest(3).onThreads(threads).reporting((done, total) -> {
            throw new IllegalStateException("enough");
        });
        assertThatThrownBy(() -> index.graph(search))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    @Test
    void many_threads_may_ask_one_index_at_once() throws Exception {
        NeighborTable alone = index.graph(Search.nearest(5).onThreads(1));
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> asking = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int row = i * 10;
                asking.add(() -> Arrays.equals(
                        index.nearest(data.row(row), 5).rows(), alone.of(row).rows()));
            }
            for (Future<Boolean> same : pool.invokeAll(asking)) {
                assertThat(same.get()).isTrue();
            }
        }
    }

    @Test
    void a_table_that_no_array_can_hold_is_refused() {
        assertThatThrownBy(() -> Batch.table(100_000, 50_000))
                .hasMessage("100,000 queries with 50,000 neighbours each are more than one table holds"
                        + " (2,147,483,647): ask for fewer at a time");
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatThrownBy(() -> Search.nearest(1).onThreads(0)).hasMessage("threads must be in [1, 1024] but was 0");
        assertThatThrownBy(() -> Search.farthest(-3)).hasMessage("k must be at least 0 but was -3");
    }
}
