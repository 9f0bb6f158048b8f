package segue.kernel.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class VariableSummaryTest {
    private static VariableSummary of(Object value) {
        return VariableSummary.of("x", "T", value);
    }

    private static String text(Object value) {
        return of(value).summary();
    }

    record Song(String title, int year) {}

    enum Mood {
        CALM {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        }
    }

    @Test
    void plain_values_are_shown_as_they_are() {
        assertThat(text(null)).isEqualTo("null");
        assertThat(text(42)).isEqualTo("42");
        assertThat(text(1.5f)).isEqualTo("1.5");
        assertThat(text('x')).isEqualTo("'x'");
        assertThat(text("two\nlines")).isEqualTo("\"two\\nlines\"");
        assertThat(text(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
        assertThat(text(Optional.of(3))).isEqualTo("Optional[3]");
        assertThat(text(Mood.CALM)).isEqualTo("CALM");
        assertThat(text(new Song("Blue", 1959))).isEqualTo("title=\"Blue\", year=1959");
    }

    @Test
    void types_are_shown_without_packages() {
        assertThat(VariableSummary.of("x", "java.util.Map<java.lang.String, int[]>", null)
                        .type())
                .isEqualTo("Map<String, int[]>");
        assertThat(VariableSummary.of("x", "int", 1).type()).isEqualTo("int");
        assertThat(VariableSummary.of("x", "java.util.Map.Entry<?, ?>", null).type())
                .isEqualTo("Map.Entry<?, ?>");
    }

    @Test
    void containers_are_shown_by_their_size_and_their_first_elements() {
        VariableSummary numbers = of(IntStream.range(0, 1000).boxed().toList());
        assertThat(numbers.size()).isEqualTo("1000");
        assertThat(numbers.summary()).isEqualTo("[0, 1, 2, 3, 4, …]");
        assertThat(of(new double[] {1, 2}).summary()).isEqualTo("[1.0, 2.0]");
        assertThat(of(new int[3][4]).size()).isEqualTo("3 × 4");
        assertThat(of(new int[][] {{1}, {1, 2}}).size()).isEqualTo("2");
        assertThat(of(Map.of("a", List.of(1, 2))).summary()).isEqualTo("{\"a\"=[1, 2]}");
        assertThat(of("four").size()).isEqualTo("4");
    }

    @Test
    void tables_and_matrices_tell_rows_and_columns() {
        assertThat(of(Table.create(IntColumn.create("a", 1, 2, 3), IntColumn.create("b", 1, 2, 3)))
                        .size())
                .isEqualTo("3 × 2");
        assertThat(text(Table.create(IntColumn.create("a", 1, 2), IntColumn.create("b", 3, 4))))
                .isEqualTo("a, b");
        assertThat(of(FloatMatrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}})).size())
                .isEqualTo("2 × 3");
    }

    @Test
    void lazy_and_hostile_values_are_left_alone() {
        List<Object> trap = new AbstractList<>() {
            @Override
            public Object get(int index) {
                throw new AssertionError("touched");
            }

            @Override
            public int size() {
                throw new AssertionError("touched");
            }

            @Override
            public String toString() {
                throw new AssertionError("touched");
            }
        };
        assertThat(text(trap)).isEqualTo("a AbstractList");
        assertThat(text(Collections.unmodifiableList(trap))).isEqualTo("UnmodifiableList");
        assertThat(text(Stream.generate(() -> 1))).isEqualTo("Head");
        assertThat(text(new CompletableFuture<>())).isEqualTo("CompletableFuture, not done");
        assertThat(text((Runnable) () -> {})).isEqualTo("a Runnable");
        assertThat(text(BigInteger.TWO.pow(3_000_000))).isEqualTo("a number of 3000001 bits");
    }

    @Test
    void values_that_contain_themselves_or_are_huge_stay_short() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        assertThat(text(self)).isEqualTo("[[[ArrayList]]]");
        Map<Object, Object> map = new HashMap<>();
        map.put("me", map);
        assertThat(text(map)).startsWith("{\"me\"={");
        assertThat(text("x".repeat(10_000_000))).hasSize(Glimpse.LONGEST).endsWith("…");
        assertThat(text("𝄞".repeat(1000))).endsWith("𝄞…");
        assertThat(text(new StringBuilder("y".repeat(1_000_000)))).hasSize(Glimpse.LONGEST);
    }
}
