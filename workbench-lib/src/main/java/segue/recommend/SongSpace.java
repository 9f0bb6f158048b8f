package segue.recommend;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.FeatureSpace;
import segue.matrix.FloatMatrix;
import segue.neighbors.Distance;
import segue.neighbors.Metric;

/**
 * Songs as points whose distance says how alike they are, and the parts in which a distance is told.
 *
 * <pre>{@code
 * Recommender.of(songs, SongSpace.of(songs).weighted(2, 1, 1, 1, 1, 1, 1, 1, 0));   // danceability twice, tempo not
 * Recommender.of(songs, LearnedMetric.load(file, songs).space(songs));
 * }</pre>
 *
 * @param points shape {@code (songs, columns)}
 * @param parts each column in one of them
 * @param weights how much each part counts, at least 0, as in {@link Distance}; the columns of a part all alike
 * @param coordinates what they are
 */
public record SongSpace(
        FloatMatrix points, List<FeatureSpace.Part> parts, List<Float> weights, Coordinates coordinates) {
    /** What coordinates are, which decides in which words a distance is told. */
    public enum Coordinates {
        /** Features on one scale. */
        FEATURES,
        /** Roots of probabilities, one column a part: what songs probably are. */
        PROBABILITIES
    }

    /** @throws IllegalArgumentException if a column is in no part or in two, or there is not one weight a part */
    public SongSpace {
        parts = List.copyOf(parts);
        weights = List.copyOf(weights);
        int[] columns = parts.stream()
                .flatMap(part -> part.columns().stream())
                .mapToInt(column -> column)
                .sorted()
                .toArray();
        if (!Arrays.equals(columns, IntStream.range(0, points.columns()).toArray())) {
            throw new IllegalArgumentException(
                    "each of the %d columns must be in one part".formatted(points.columns()));
        }
        if (weights.size() != parts.size()) {
            throw new IllegalArgumentException("%d weights were given for %d parts (%s): give one a part"
                    .formatted(
                            weights.size(),
                            parts.size(),
                            String.join(
                                    ", ",
                                    parts.stream().map(FeatureSpace.Part::name).toList())));
        }
        for (int part = 0; part < weights.size(); part++) {
            if (!(weights.get(part) >= 0) || weights.get(part).isInfinite()) {
                throw new IllegalArgumentException("the weight of %s must be finite and at least 0 but was %s"
                        .formatted(parts.get(part).name(), weights.get(part)));
            }
        }
        if (coordinates == Coordinates.PROBABILITIES && !parts.stream().allMatch(FeatureSpace.Part::single)) {
            throw new IllegalArgumentException("a probability is a part of its own");
        }
    }

    /**
     * The features of a catalogue on one scale, which is taken over every recording once.
     *
     * @throws IllegalArgumentException if the catalogue is empty
     */
    public static SongSpace of(Catalog songs) {
        RuleBook.requireSongs(songs);
        FloatMatrix features = songs.features();
        SameRecordings same = SameRecordings.of(songs, SongFacts.of(songs), features);
        return of(songs, features, same.firsts());
    }

    static SongSpace of(Catalog songs, FloatMatrix features, int... firsts) {
        FloatMatrix points = songs.space()
                .scale(firsts.length < songs.size() ? features.selectRows(firsts) : features)
                .apply(features);
        List<FeatureSpace.Part> parts = songs.space().parts();
        return new SongSpace(points, parts, ones(parts.size()), Coordinates.FEATURES);
    }

    /**
     * What songs probably are: their euclidean distance is {@code sqrt(2)} times the Hellinger distance of the probabilities.
     *
     * @param roots square roots of probabilities, shape {@code (songs, labels)}
     */
    public static SongSpace ofProbabilities(FloatMatrix roots, List<String> labels) {
        List<FeatureSpace.Part> parts = IntStream.range(0, labels.size())
                .mapToObj(column -> new FeatureSpace.Part(labels.get(column), List.of(column)))
                .toList();
        return new SongSpace(roots, parts, ones(parts.size()), Coordinates.PROBABILITIES);
    }

    private static List<Float> ones(int count) {
        return IntStream.range(0, count).mapToObj(part -> 1f).toList();
    }

    /** The same points, each part counting as given instead. */
    public SongSpace weighted(double... weights) {
        return new SongSpace(
                points,
                parts,
                Arrays.stream(weights).mapToObj(weight -> (float) weight).toList(),
                coordinates);
    }

    /** The metric with the weights of the columns; of a space in which all parts count once without any. */
    public Distance distance(Metric metric) {
        return weights.stream().allMatch(weight -> weight == 1)
                ? new Distance(metric)
                : new Distance(metric, columnWeights());
    }

    float[] columnWeights() {
        float[] ofColumns = new float[points.columns()];
        for (int part = 0; part < weights.size(); part++) {
            for (int column : parts.get(part).columns()) {
                ofColumns[column] = weights.get(part);
            }
        }
        return ofColumns;
    }
}
