package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepulsionTest {
    private static final int POINTS = 2_000;

    private final Team team = new Team(2);

    @AfterEach
    void close() {
        team.close();
    }

    private double errorOf(Repulsion repulsion, float[][] positions, double toleranceOfSum) {
        int points = positions[0].length;
        float[][] wanted = new float[positions.length][points];
        float[][] found = new float[positions.length][points];
        double sum = new ExactRepulsion(new PlainLoops(), team).compute(positions, wanted);
        assertThat(repulsion.compute(positions, found)).isCloseTo(sum, within(toleranceOfSum * sum));
        return Samples.relativeError(found, wanted);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 5", "true, 15", "false, 5"})
    void the_lattice_pushes_like_all_points_to_a_thousandth(boolean byVectors, double deviation) {
        Loops loops = byVectors ? Loops.best() : new PlainLoops();
        float[][] positions = Samples.points(POINTS, 2, deviation, 4);

        assertThat(errorOf(new LatticeRepulsion(POINTS, loops, team), positions, 1e-4))
                .isLessThan(1e-3);
    }

    @Test
    void a_map_that_is_small_is_pushed_apart_to_a_hundredth() {
        float[][] positions = Samples.points(POINTS, 2, 0.05, 4);

        assertThat(errorOf(new LatticeRepulsion(POINTS, Loops.best(), team), positions, 1e-4))
                .isLessThan(1e-2);
    }

    @Test
    void a_long_thin_map_is_pushed_like_any() {
        float[][] positions = Samples.points(POINTS, 2, 1, 4);
        for (int i = 0; i < POINTS; i++) {
            positions[0][i] = positions[0][i] * 0.2f + 100;
            positions[1][i] *= 12;
        }
        assertThat(errorOf(new LatticeRepulsion(POINTS, Loops.best(), team), positions, 1e-4))
                .isLessThan(1e-3);
    }

    @Test
    void a_map_that_flew_apart_still_fits_into_memory() {
        float[][] positions = Samples.points(POINTS, 2, 1, 4);
        positions[0][0] = 20_000;
        positions[1][1] = -20_000;
        float[][] forces = new float[2][POINTS];

        assertThat(new LatticeRepulsion(POINTS, Loops.best(), team).compute(positions, forces))
                .isPositive()
                .isFinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 8})
    void the_tree_pushes_like_all_points_to_a_thousandth(double deviation) {
        float[][] positions = Samples.points(POINTS, 3, deviation, 4);

        assertThat(errorOf(new TreeRepulsion(0.5, Loops.best(), team), positions, 1e-3))
                .isLessThan(5e-3);
        assertThat(errorOf(new TreeRepulsion(0, Loops.best(), team), positions, 1e-5))
                .isLessThan(1e-5);
    }

    @Test
    void the_tree_holds_points_at_one_place() {
        float[][] positions = new float[3][POINTS];
        float[][] forces = new float[3][POINTS];

        double sum = new TreeRepulsion(0.5, Loops.best(), team).compute(positions, forces);

        assertThat(sum).isCloseTo((double) POINTS * (POINTS - 1), within(1.0));
        assertThat(forces[0]).containsExactly(new float[POINTS], within(0f));
    }

    @Test
    void forces_are_the_same_on_any_number_of_threads() {
        float[][] positions = Samples.points(9_001, 2, 10, 4);
        float[][] one = new float[2][9_001];
        float[][] three = new float[2][9_001];
        try (Team alone = new Team(1);
                Team threeOfThem = new Team(3)) {
            double sum = new LatticeRepulsion(9_001, Loops.best(), alone).compute(positions, one);
            assertThat(new LatticeRepulsion(9_001, Loops.best(), threeOfThem).compute(positions, three))
                    .isEqualTo(sum);
        }
        assertThat(three).isDeepEqualTo(one);
    }
}
