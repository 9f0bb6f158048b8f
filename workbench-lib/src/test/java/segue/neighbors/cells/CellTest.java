package segue.neighbors.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;
import segue.neighbors.simd.SimdSupport;

/** A cell with vectors and one in plain Java find the same. */
class CellTest {
    private static FloatMatrix random(long seed, int rows, int columns) {
        Random random = new Random(seed);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(9);
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    private static void assertFindsTheSame(Accumulation accumulation, int rows, int columns, int queries) {
        FloatMatrix data = random(rows, rows, columns);
        int[] numbers = IntStream.range(0, rows).map(i -> 3 * i + 1).toArray();
        int[] selves = IntStream.range(0, queries).map(q -> 3 * q + 1).toArray();
        QueryBlock block =
                new QueryBlock(random(99, queries, columns).values(), selves, false, accumulation.sign(false), null);
        int[][] found = new int[2][queries * 5];
        float[][] keys = new float[2][queries * 5];
        Cell[] cells = {new PlainCell(data, numbers, accumulation), new TileCell(data, numbers, accumulation)};
        for (int c = 0; c < cells.length; c++) {
            TopK[] best = new TopK[queries];
            Arrays.setAll(best, q -> new TopK(5));
            cells[c].search(block, queries, best);
            for (int q = 0; q < queries; q++) {
                best[q].drain(found[c], keys[c], q * 5);
            }
        }
        assertThat(found[1]).containsExactly(found[0]);
        assertThat(keys[1]).containsExactly(keys[0]);
    }

    @ParameterizedTest
    @EnumSource(Accumulation.class)
    void finds_what_plain_java_finds_at_awkward_sizes(Accumulation accumulation) {
        assumeTrue(
                SimdSupport.unavailableReason().isEmpty(),
                () -> SimdSupport.unavailableReason().orElseThrow());
        for (int rows : new int[] {1, 4, 63, 64, 65, 207}) {
            for (int columns : new int[] {1, 13, 33, 128}) {
                for (int queries : new int[] {1, 3, 4, 6}) {
                    assertFindsTheSame(accumulation, rows, columns, queries);
                }
            }
        }
    }
}
