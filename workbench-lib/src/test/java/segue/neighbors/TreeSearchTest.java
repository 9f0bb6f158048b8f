package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeSearchTest extends ExactSearchTest {
    @Override
    Backend backend() {
        return Backend.TREE;
    }

    @Override
    List<Metric> metrics() {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric != Metric.DOT)
                .toList();
    }

    @Test
    void a_dot_product_is_refused_with_the_reason() {
        assertThatThrownBy(() -> NeighborIndex.of(Reference.random(1, 5, 2), Metric.DOT, Backend.TREE))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("A tree cannot search by dot product: boxes do not bound it. Use simd or auto.");
    }
}
