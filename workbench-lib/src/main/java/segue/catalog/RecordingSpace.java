package segue.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segue.audio.similarity.Aspect;
import segue.audio.similarity.Ingredient;
import segue.audio.similarity.SimilarityVector;
import segue.matrix.FloatMatrix;

/**
 * Descriptors of recordings, compared as {@link SimilarityVector} says.
 *
 * @param ingredients in the order of the columns
 * @param extras measured too, but only shown
 */
record RecordingSpace(List<Ingredient> ingredients, List<String> extras) implements FeatureSpace {
    private static final List<String> EXTRAS = List.of("loudness_lufs", "loudness_range", "dynamic_range");
    private static final List<String> SHOWN = List.of(
            "tempo",
            "loudness_lufs",
            "loudness_range",
            "dynamic_range",
            "spectral_centroid_mean",
            "spectral_bandwidth_mean",
            "onset_strength_mean");

    RecordingSpace {
        ingredients = List.copyOf(ingredients);
        extras = List.copyOf(extras);
    }

    /** What a table with these columns has of it. */
    static RecordingSpace in(Collection<String> columns) {
        return new RecordingSpace(
                Ingredient.in(columns),
                EXTRAS.stream().filter(columns::contains).toList());
    }

    @Override
    public List<String> columns() {
        return ingredients.stream().map(Ingredient::name).toList();
    }

    @Override
    public List<String> shown() {
        List<String> all = all();
        return SHOWN.stream().filter(all::contains).toList();
    }

    @Override
    public List<String> all() {
        return Stream.concat(columns().stream(), extras.stream()).toList();
    }

    @Override
    public UnaryOperator<FloatMatrix> scale(FloatMatrix features) {
        return SimilarityVector.fit(columns(), features)::transform;
    }

    @Override
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            List<Integer> of = IntStream.range(0, ingredients.size())
                    .filter(column -> ingredients.get(column).aspect() == aspect)
                    .boxed()
                    .toList();
            if (!of.isEmpty()) {
                parts.add(new Part(aspect.label(), of));
            }
        }
        return List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "%d descriptors of recordings (%s)"
                .formatted(
                        ingredients.size(),
                        String.join(
                                ", ",
                                Arrays.stream(Aspect.values())
                                        .map(Aspect::label)
                                        .toList()));
    }
}
