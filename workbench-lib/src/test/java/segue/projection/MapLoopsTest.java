package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.neighbors.simd.SimdSupport;
import segue.projection.simd.VectorLoops;

/** The loops by vectors against those in plain Java. The build runs this at 128 and at 256 bits too. */
class MapLoopsTest {
    private static final double ROUNDING = 1e-5;

    private final Loops plain = new PlainLoops();
    private final Loops vectors = new VectorLoops();

    @Test
    void vectors_are_as_wide_as_this_run_asks_for_or_the_machine_has() {
        int asked = Integer.getInteger("segue.test.vectorBits", 512);
        assertThat(SimdSupport.vectorBits()).isLessThanOrEqualTo(asked);
        assertThat(Loops.best()).isInstanceOf(VectorLoops.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "17, 2", "130, 2", "17, 3", "130, 3"})
    void attraction_is_the_same(int points, int dimensions) {
        Affinities affinities = affinities(points);
        float[][] positions = Samples.points(points, dimensions, 3, 5);
        float[][] wanted = new float[dimensions][points];
        float[][] found = new float[dimensions][points];

        plain.attract(affinities, positions, 0, points, wanted);
        vectors.attract(affinities, positions, 0, points, found);

        assertThat(Samples.relativeError(found, wanted)).isLessThan(ROUNDING);
        assertThat(vectors.stretch(affinities, positions, 0, points))
                .isCloseTo(plain.stretch(affinities, positions, 0, points), within(ROUNDING));
    }

    /** Some affinities of every point with others; as rows are in memory, padded. */
    private static Affinities affinities(int points) {
        Random random = new Random(7);
        int[] starts = new int[points + 1];
        for (int i = 0; i < points; i++) {
            starts[i + 1] = starts[i] + (1 + i % 4) * Affinities.PADDED;
        }
        int[] columns = random.ints(starts[points], 0, points).toArray();
        float[] values = new float[columns.length];
        for (int e = 0; e < values.length; e++) {
            values[e] = random.nextFloat() / values.length;
        }
        return new Affinities(starts, columns, values, 0);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "15, 2", "16, 2", "131, 2", "2, 3", "15, 3", "131, 3"})
    void repulsion_of_all_points_is_the_same(int points, int dimensions) {
        float[][] positions = Samples.points(points, dimensions, 2, 9);
        float[][] wanted = new float[dimensions][points];
        float[][] found = new float[dimensions][points];

        double sum = plain.repel(positions, 0, points, wanted);

        assertThat(vectors.repel(positions, 0, points, found)).isCloseTo(sum, within(ROUNDING * sum));
        assertThat(Samples.relativeError(found, wanted)).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void repulsion_by_weighted_sources_is_the_same(int dimensions) {
        float[][] positions = Samples.points(20, dimensions, 2, 9);
        Sources sources = new Sources(dimensions, 1);
        for (int i = 0; i < 53; i++) {
            sources.add(Samples.points(53, dimensions, 4, 3), i, 1 + i % 5);
        }
        sources.fill();
        float[][] wanted = new float[dimensions][20];
        float[][] found = new float[dimensions][20];

        double sum = plain.repelBy(sources, positions, 0, 20, wanted);

        assertThat(vectors.repelBy(sources, positions, 0, 20, found)).isCloseTo(sum, within(ROUNDING * sum));
        assertThat(Samples.relativeError(found, wanted)).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 16, 24, 36, 48, 64, 108, 144, 216, 256})
    void a_transform_is_that_of_its_definition(int length) {
        int width = Loops.PANEL;
        float[][] signal = Samples.points(length * width, 2, 1, length);
        float[][] wanted = definition(signal, length, width);

        assertThat(Samples.relativeError(transformed(plain, signal, length, width), wanted))
                .isLessThan(ROUNDING);
        assertThat(Samples.relativeError(transformed(vectors, signal, length, width), wanted))
                .isLessThan(ROUNDING);
    }

    private static float[][] transformed(Loops loops, float[][] signal, int length, int width) {
        float[][] now = {signal[0].clone(), signal[1].clone()};
        float[][] spare = new float[2][length * width];
        return loops.transform(new Fourier(length), width, now[0], now[1], spare[0], spare[1]) ? spare : now;
    }

    private static float[][] definition(float[][] signal, int length, int width) {
        float[][] spectrum = new float[2][length * width];
        for (int column = 0; column < width; column++) {
            for (int k = 0; k < length; k++) {
                double re = 0;
                double im = 0;
                for (int t = 0; t < length; t++) {
                    double angle = -2 * Math.PI * k * t / length;
                    re += signal[0][t * width + column] * Math.cos(angle)
                            - signal[1][t * width + column] * Math.sin(angle);
                    im += signal[0][t * width + column] * Math.sin(angle)
                            + signal[1][t * width + column] * Math.cos(angle);
                }
                spectrum[0][k * width + column] = (float) re;
                spectrum[1][k * width + column] = (float) im;
            }
        }
        return spectrum;
    }

    @Test
    void points_weigh_the_same_on_nodes_and_feel_the_same() {
        int points = 133;
        float[][] positions = Samples.points(points, 2, 3, 11);
        Lattice lattice = Lattice.around(0.25f, -20, 20, -20, 20);
        int[] numbers = IntStream.range(0, points).map(i -> points - 1 - i).toArray();
        float[][] nodes = new float[2][lattice.size()];
        plain.spread(lattice, positions, numbers, 0, points, nodes[0]);
        vectors.spread(lattice, positions, numbers, 0, points, nodes[1]);
        assertThat(Samples.relativeError(new float[][] {nodes[1]}, new float[][] {nodes[0]}))
                .isLessThan(ROUNDING);

        float[][] wanted = new float[2][points];
        float[][] found = new float[2][points];
        double sum = plain.feel(lattice, nodes[0], positions, numbers, 0, points, wanted);
        assertThat(vectors.feel(lattice, nodes[0], positions, numbers, 0, points, found))
                .isCloseTo(sum, within(ROUNDING * sum));
        assertThat(Samples.relativeError(found, wanted)).isLessThan(10 * ROUNDING);
    }

    @Test
    void a_point_weighs_one_in_all() {
        Lattice lattice = Lattice.around(0.25f, -1, 1, -1, 1);
        float[] nodes = new float[lattice.size()];

        vectors.spread(lattice, new float[][] {{0.3f}, {-0.9f}}, new int[] {0}, 0, 1, nodes);

        double sum = 0;
        for (float node : nodes) {
            sum += node;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 16, 100})
    void products_are_the_same(int count) {
        float[] values = Samples.points(300, 1, 1, 2)[0];
        assertThat(vectors.product(values, 3, 150, count))
                .isCloseTo(plain.product(values, 3, 150, count), within(1e-4f));

        float[] byVectors = values.clone();
        vectors.multiply(byVectors, 5, values, 150, count);
        plain.multiply(values, 5, values.clone(), 150, count);
        assertThat(byVectors).containsExactly(values);
    }
}
