package segue.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;

/** The nine features of song tables, each in its standard deviations. */
enum SongTableSpace implements FeatureSpace {
    NINE_FEATURES;

    private final List<String> names =
            Arrays.stream(Feature.values()).map(Feature::columnName).toList();
    private final List<Part> parts = IntStream.range(0, names.size())
            .mapToObj(column -> new Part(names.get(column), List.of(column)))
            .toList();

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public List<String> shown() {
        return names;
    }

    @Override
    public List<String> all() {
        return names;
    }

    @Override
    public UnaryOperator<FloatMatrix> scale(FloatMatrix features) {
        return Scaler.standard(features)::transform;
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public String toString() {
        return "the nine features of song tables";
    }
}
