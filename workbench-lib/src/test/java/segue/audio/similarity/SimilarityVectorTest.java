package segue.audio.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.matrix.FloatMatrix;

class SimilarityVectorTest {
    private static final List<String> NAMES =
            Ingredient.all().stream().map(Ingredient::name).toList();

    private static FloatMatrix descriptors(int rows) {
        Random random = new Random(rows);
        float[] values = new float[rows * NAMES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(random.nextGaussian());
        }
        return FloatMatrix.wrap(rows, NAMES.size(), values);
    }

    @Test
    void the_recipe_has_83_columns_of_four_aspects_each_named_once() {
        assertThat(NAMES).hasSize(83).doesNotHaveDuplicates();
        assertThat(Ingredient.missingFrom(List.of())).hasSize(69);
        assertThat(Ingredient.all().stream().map(Ingredient::aspect).distinct())
                .containsExactlyInAnyOrder(Aspect.values());
    }

    @Test
    void every_recording_lies_at_the_same_distance_from_the_mean_one() {
        FloatMatrix points = SimilarityVector.fit(NAMES, descriptors(50)).transform(descriptors(50));

        for (int row = 0; row < points.rows(); row++) {
            assertThat(points.norm(row)).isEqualTo(Math.sqrt(83), within(1e-4));
        }
    }

    @Test
    void a_descriptor_counts_by_its_deviations_and_its_weight() {
        List<Ingredient> two =
                List.of(new Ingredient("a", Aspect.TIMBRE, 1, false), new Ingredient("b", Aspect.RHYTHM, 2, false));
        FloatMatrix values = FloatMatrix.of(new float[] {0, 100}, new float[] {2, 300});

        FloatMatrix points =
                SimilarityVector.fit(two, List.of("a", "b"), values).transform(values);

        // One deviation of either, weighted 1 and 2, stretched to the length sqrt(2).
        double stretch = Math.sqrt(2.0 / 5);
        assertThat(points.row(0))
                .containsExactly(new float[] {(float) -stretch, (float) (-2 * stretch)}, within(1e-6f));
        assertThat(points.row(1)).containsExactly(new float[] {(float) stretch, (float) (2 * stretch)}, within(1e-6f));
    }

    @Test
    void of_a_logarithmic_descriptor_ratios_count() {
        List<Ingredient> one = List.of(
                new Ingredient("v_var", Aspect.TIMBRE, 1, true), new Ingredient("same", Aspect.TIMBRE, 1, false));
        FloatMatrix values =
                FloatMatrix.of(new float[] {1, 4}, new float[] {10, 5}, new float[] {100, 9}, new float[] {10, 2});

        SimilarityVector vector = SimilarityVector.fit(one, List.of("v_var", "same"), values);

        FloatMatrix points = vector.transform(FloatMatrix.of(new float[] {1, 5}, new float[] {100, 5}));
        assertThat(points.get(0, 0)).isEqualTo(-points.get(1, 0));
        assertThat(points.get(0, 1)).isZero();
    }

    @Test
    void what_is_far_out_counts_as_three_deviations() {
        FloatMatrix usual = descriptors(200);
        SimilarityVector vector = SimilarityVector.fit(NAMES, usual);
        float[] far = usual.row(0);
        float[] farther = usual.row(0);
        far[0] = 1_000;
        farther[0] = 1_000_000;

        assertThat(vector.transform(FloatMatrix.of(far))).isEqualTo(vector.transform(FloatMatrix.of(farther)));
    }

    @Test
    void silent_recordings_change_the_scale_of_the_others_little() {
        FloatMatrix usual = descriptors(100);
        float[] withSilence = Arrays.copyOf(usual.values(), 101 * NAMES.size());
        FloatMatrix and = FloatMatrix.wrap(101, NAMES.size(), withSilence);

        FloatMatrix without = SimilarityVector.fit(NAMES, usual).transform(usual);
        FloatMatrix with = SimilarityVector.fit(NAMES, and).transform(usual);

        for (int i = 0; i < without.values().length; i++) {
            assertThat(with.values()[i]).isEqualTo(without.values()[i], within(0.25f));
        }
    }

    @Test
    void a_descriptor_that_is_always_the_same_says_nothing() {
        FloatMatrix values = descriptors(40);
        for (int row = 0; row < 40; row++) {
            values.values()[row * NAMES.size() + 3] = 0.1f;
        }

        assertThat(SimilarityVector.fit(NAMES, values).transform(values).column(3))
                .containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void few_recordings_are_enough(int rows) {
        FloatMatrix points = SimilarityVector.fit(NAMES, descriptors(rows)).transform(descriptors(rows));

        assertThat(points.rows()).isEqualTo(rows);
        if (rows == 1) {
            assertThat(points.values()).containsOnly(0);
        }
    }

    @Test
    void columns_may_stand_in_any_order_among_others() {
        FloatMatrix values = descriptors(20);
        List<String> reversed = NAMES.reversed();
        float[] turned = new float[values.values().length];
        for (int row = 0; row < 20; row++) {
            for (int c = 0; c < NAMES.size(); c++) {
                turned[row * NAMES.size() + c] = values.get(row, NAMES.size() - 1 - c);
            }
        }
        FloatMatrix other = FloatMatrix.wrap(20, NAMES.size(), turned);

        assertThat(SimilarityVector.fit(reversed, other).transform(other))
                .isEqualTo(SimilarityVector.fit(NAMES, values).transform(values));
    }

    @Test
    void nothing_to_learn_from_is_refused_in_words() {
        assertThatThrownBy(() -> SimilarityVector.fit(NAMES, descriptors(0)))
                .hasMessageContaining("at least one recording");
        assertThatThrownBy(() -> SimilarityVector.fit(List.of("colour"), FloatMatrix.of(new float[] {1})))
                .hasMessageContaining("such as mfcc1_mean; found [colour]");
        assertThatThrownBy(() -> SimilarityVector.fit(NAMES, FloatMatrix.of(new float[] {1})))
                .hasMessage("there are names of 83 columns but the matrix has 1");
    }

    @Test
    void what_was_learned_is_kept_in_a_file(@TempDir Path folder) throws IOException {
        SimilarityVector vector = SimilarityVector.fit(NAMES, descriptors(30));
        Path file = folder.resolve("vector.csv");
        vector.write(file);

        assertThat(SimilarityVector.read(file).transform(descriptors(9))).isEqualTo(vector.transform(descriptors(9)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n",
                "column,aspect,weight,logarithmic,least,mean,deviation\n",
                "column,aspect,weight,logarithmic,least,mean,deviation\ntempo,rhythm,1,true,1\n",
                "column,aspect,weight,logarithmic,least,mean,deviation\ntempo,taste,1,true,1,1,1\n",
                "column,aspect,weight,logarithmic,least,mean,deviation\ntempo,rhythm,NaN,true,1,1,1\n"
            })
    void a_file_of_something_else_is_refused_with_its_name(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), text);

        assertThatThrownBy(() -> SimilarityVector.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other.csv");
    }
}
