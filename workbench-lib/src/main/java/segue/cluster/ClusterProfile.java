package segue.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import segue.catalog.Track;

/**
 * What a cluster of songs is like.
 *
 * @param cluster its number
 * @param size songs in it
 * @param name short enough for a legend, another one for each cluster: {@code "loud · punk, metal"}
 * @param words what sets it apart, strongest first: {@code "loud, fast, low acousticness"}; {@code "average"} where nothing does
 * @param features numbers of its songs beside those of the others, strongest difference first
 * @param parts how far it is from the others in each part of the catalogue's space, farthest first
 * @param genres that are more common here than elsewhere, most telling first
 * @param medoid the song nearest to its middle
 * @param years of release, where they are known
 */
public record ClusterProfile(
        int cluster,
        int size,
        String name,
        String words,
        List<FeatureDifference> features,
        List<PartDifference> parts,
        List<GenreLift> genres,
        Optional<Track> medoid,
        Optional<Years> years) {
    /**
     * A number of the songs here beside the same of all others.
     *
     * @param mean of the songs here
     * @param elsewhere the mean of all others
     * @param z how far the mean here is from that of all songs, in standard deviations of all songs
     * @param effect difference of both means in their pooled standard deviation: from 0.2 small, from 0.5 medium, from 0.8
     *     large (J. Cohen, Statistical power analysis for the behavioral sciences, 1988)
     */
    public record FeatureDifference(String feature, double mean, double elsewhere, double z, double effect) {}

    /** The distance of the mean point here to that elsewhere, in the spread of points; at least 0. */
    public record PartDifference(String part, double effect) {}

    /**
     * @param songs here that have this label
     * @param share of the songs here that have any label, 0 to 1
     * @param lift the share here over that in the whole catalogue, above 1
     */
    public record GenreLift(String genre, int songs, double share, double lift) {
        /** {@code "punk ×3.1"}. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s ×%.1f", genre, lift);
        }
    }

    /** The middle year, and those between which half of the songs lie. */
    public record Years(int early, int median, int late) {
        @Override
        public String toString() {
            return early == late ? Integer.toString(early) : early + "–" + late;
        }
    }

    public ClusterProfile {
        features = List.copyOf(features);
        parts = List.copyOf(parts);
        genres = List.copyOf(genres);
    }

    ClusterProfile named(String other) {
        return new ClusterProfile(cluster, size, other, words, features, parts, genres, medoid, years);
    }

    /** {@code "loud · punk, metal: 812 songs, loud, fast; punk ×3.1, metal ×2.2; half of 1999–2014; like Warren G – …"}. */
    @Override
    public String toString() {
        String line = "%s: %,d songs, %s".formatted(name, size, words);
        if (!genres.isEmpty()) {
            line += "; " + genres.stream().limit(4).map(GenreLift::toString).collect(Collectors.joining(", "));
        }
        line += years.map(between -> "; half of " + between).orElse("");
        return line + medoid.map(track -> "; like " + track).orElse("");
    }
}
