package segue.dtw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segue.dtw.simd.SimdKernel;
import segue.matrix.FloatMatrix;
import segue.neighbors.simd.SimdSupport;

class DtwSearchTest {
    private static final int CASES = 1_500;

    static Stream<WarpKernel> kernels() {
        Stream<WarpKernel> scalar = Stream.of(new ScalarKernel());
        return SimdSupport.unavailableReason().isEmpty() ? Stream.concat(scalar, Stream.of(new SimdKernel())) : scalar;
    }

    /** Sequences of various lengths, many of them near to one another, some the same. */
    private static List<FloatMatrix> candidates(Random random, int values) {
        List<FloatMatrix> candidates = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        FloatMatrix theme = Sequences.wandering(random.nextLong(), 60, values);
        for (int c = 0; c < count; c++) {
            int frames = 1 + random.nextInt(50);
            candidates.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Sequences.coarse(random.nextInt(5), frames, values);
                        case 1 -> Sequences.wandering(random.nextLong(), frames, values);
                        case 2 -> candidates.isEmpty() ? theme : candidates.get(random.nextInt(candidates.size()));
                        default -> Sequences.atSpeed(theme, frames, 0.5 + random.nextDouble());
                    });
        }
        return candidates;
    }

    private static DtwOptions options(Random random) {
        DtwOptions options = DtwOptions.defaults()
                .withCost(LocalCost.values()[random.nextInt(4)])
                .withDivided(random.nextBoolean());
        return random.nextInt(5) == 0
                ? options.withSubsequence(true)
                : options.withBand(new double[] {0, 0.05, 0.1, 0.3, 1}[random.nextInt(5)]);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void loses_no_true_neighbour(WarpKernel kernel) {
        Random random = new Random(1);
        for (int round = 0; round < CASES; round++) {
            int values = 1 + random.nextInt(4);
            List<FloatMatrix> candidates = candidates(random, values);
            FloatMatrix query = random.nextBoolean()
                    ? candidates.get(random.nextInt(candidates.size()))
                    : Sequences.wandering(random.nextLong(), 1 + random.nextInt(50), values);
            DtwOptions options = options(random);
            int k = 1 + random.nextInt(4);
            double[] all = candidates.stream()
                    .mapToDouble(candidate -> Dtw.distance(query, candidate, options))
                    .toArray();
            int[] expected = IntStream.range(0, all.length)
                    .boxed()
                    .sorted((a, b) -> all[a] != all[b] ? Double.compare(all[a], all[b]) : Integer.compare(a, b))
                    .limit(k)
                    .mapToInt(c -> c)
                    .toArray();
            DtwMatches found = DtwSearch.of(candidates, options, kernel)
                    .onThreads(1 + round % 2)
                    .nearest(query, k);
            assertThat(found.candidates()).as("round %d, %s", round, options).containsExactly(expected);
            assertThat(found.distances())
                    .containsExactly(
                            IntStream.of(expected).mapToDouble(c -> all[c]).toArray());
            assertThat(accountedFor(found.effort())).isEqualTo(candidates.size());
        }
    }

    private static int accountedFor(DtwMatches.Effort effort) {
        return effort.bounded() + effort.abandoned() + effort.measured();
    }

    @Test
    void most_candidates_are_not_measured_where_a_few_are_much_nearer() {
        List<FloatMatrix> candidates = new ArrayList<>();
        FloatMatrix query = Sequences.wandering(1, 300, 8);
        for (int c = 0; c < 60; c++) {
            candidates.add(c % 20 == 7 ? Sequences.atSpeed(query, 290, 1.02) : Sequences.wandering(c + 10, 250 + c, 8));
        }
        DtwMatches found =
                DtwSearch.of(candidates, DtwOptions.defaults().withBand(0.1)).nearest(query, 3);
        assertThat(found.candidates()).containsExactlyInAnyOrder(7, 27, 47);
        assertThat(found.effort().measured()).isLessThan(10);
        assertThat(found.effort().candidates()).isEqualTo(60);
    }

    @Test
    void k_beyond_the_candidates_gives_them_all_and_k_0_none() {
        List<FloatMatrix> candidates = List.of(Sequences.coarse(1, 5, 2), Sequences.coarse(2, 9, 2));
        DtwSearch search = DtwSearch.of(candidates, DtwOptions.defaults());
        assertThat(search.nearest(candidates.get(1), 99).candidates()).containsExactly(1, 0);
        assertThat(search.nearest(candidates.get(1), 0).size()).isZero();
        assertThat(DtwSearch.of(List.of(), DtwOptions.defaults())
                        .nearest(candidates.get(0), 3)
                        .size())
                .isZero();
    }

    @Test
    void tells_how_far_it_is() {
        List<FloatMatrix> candidates =
                IntStream.range(0, 20).mapToObj(c -> Sequences.coarse(c, 9, 2)).toList();
        List<Integer> told = new ArrayList<>();
        DtwSearch.of(candidates, DtwOptions.defaults())
                .reporting((done, total) -> told.add(done))
                .nearest(candidates.getFirst(), 1);
        assertThat(told).hasSize(20).endsWith(20).isSorted();
    }

    @Test
    void stops_when_interrupted() {
        List<FloatMatrix> candidates = List.of(Sequences.coarse(1, 50, 2), Sequences.coarse(2, 50, 2));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> DtwSearch.of(candidates, DtwOptions.defaults()).nearest(candidates.getFirst(), 1))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void what_does_not_fit_is_refused_with_the_reason() {
        FloatMatrix two = Sequences.coarse(1, 5, 2);
        FloatMatrix three = Sequences.coarse(1, 5, 3);
        DtwOptions options = DtwOptions.defaults();
        assertThatThrownBy(() -> DtwSearch.of(List.of(two, three), options))
                .hasMessage("candidate 1 has frames of 3 values but candidate 0 of 2");
        assertThatThrownBy(() -> DtwSearch.of(List.of(FloatMatrix.wrap(0, 2, new float[0])), options))
                .hasMessage("candidate 0 needs at least one frame of one value but is 0 x 2");
        DtwSearch search = DtwSearch.of(List.of(two), options);
        assertThatThrownBy(() -> search.nearest(three, 1))
                .hasMessage("the query has frames of 3 values but the candidates have 2");
        assertThatThrownBy(() -> search.nearest(two, -1)).hasMessage("k must be at least 0 but was -1");
        assertThatThrownBy(() -> search.onThreads(0)).hasMessage("threads must be at least 1 but was 0");
    }
}
