package segue.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import segue.matrix.FloatMatrix;

/** A table of songs: immutable, rows numbered from 0, ids unique. */
public final class Catalog {
    private final String source;
    private final List<Track> tracks;
    private final Map<String, Integer> rowById;

    /**
     * @param source what the songs are and where they come from, one line, shown in banners
     * @throws IllegalArgumentException if an id occurs twice
     */
    public Catalog(String source, List<Track> tracks) {
        this.source = source;
        this.tracks = List.copyOf(tracks);
        this.rowById = HashMap.newHashMap(tracks.size());
        for (int row = 0; row < tracks.size(); row++) {
            Integer first = rowById.putIfAbsent(tracks.get(row).id(), row);
            if (first != null) {
                throw new IllegalArgumentException("id %s stands in rows %d and %d"
                        .formatted(tracks.get(row).id(), first, row));
            }
        }
    }

    /** What the songs are and where they come from, one line. */
    public String source() {
        return source;
    }

    public int size() {
        return tracks.size();
    }

    public List<Track> tracks() {
        return tracks;
    }

    public Track track(int row) {
        return tracks.get(row);
    }

    public OptionalInt rowOf(String id) {
        Integer row = rowById.get(id);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** The audio features as they are, unscaled, shape {@code (size, 9)}, columns in the order of {@link Feature}. */
    public FloatMatrix features() {
        Feature[] features = Feature.values();
        float[] values = new float[Math.multiplyExact(size(), features.length)];
        int i = 0;
        for (Track track : tracks) {
            for (Feature feature : features) {
                values[i++] = track.audio().get(feature);
            }
        }
        return FloatMatrix.wrap(size(), features.length, values);
    }

    @Override
    public String toString() {
        return "%,d songs, %s".formatted(size(), source);
    }
}
