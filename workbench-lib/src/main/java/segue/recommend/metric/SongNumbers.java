package segue.recommend.metric;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import segue.catalog.Catalog;
import segue.catalog.FeatureSpace;
import segue.catalog.Track;
import segue.files.FieldInput;
import segue.files.FieldOutput;
import segue.matrix.FloatMatrix;

/**
 * The numbers of songs as models take them: the columns of {@link Catalog#space()}, and of what else the catalogue knows
 * duration, release date and popularity as normal scores ({@code z = Φ⁻¹((rank - 0.5) / n)}), mode as 0 or 1, and the key on
 * the circle of fifths as {@code .7 cos θ} and {@code .7 sin θ} with {@code θ = 2π (7 key mod 12) / 12}; each column less its mean
 * and by its standard deviation. A column in which all songs are equal, or none is known, is left out. A single missing value
 * becomes 0, the mean.
 */
public final class SongNumbers {
    private static final double KEY_RADIUS = 0.7;

    /** What songs may have beside the columns of their space. */
    public enum Extra {
        DURATION,
        DATE,
        POPULARITY,
        KEY_AND_MODE
    }

    private final FeatureSpace space;
    private final List<Column> columns;

    /** Where a number comes from. */
    private enum Source {
        SPACE,
        DURATION,
        DATE,
        POPULARITY,
        MODE,
        FIFTHS_COSINE,
        FIFTHS_SINE;

        /** Whether it is put through its rank. */
        boolean ranked() {
            return compareTo(MODE) < 0;
        }
    }

    private record Column(String name, Source source, int index, NormalScores scores, float mean, float deviation) {
        float of(Track track) {
            float raw = raw(source, index, track);
            if (Float.isNaN(raw)) {
                return 0;
            }
            float value = source.ranked() ? (float) scores.of(raw) : raw;
            return (value - mean) / deviation;
        }
    }

    private SongNumbers(FeatureSpace space, List<Column> columns) {
        this.space = space;
        this.columns = List.copyOf(columns);
    }

    /** @throws IllegalArgumentException if the catalogue is empty, or all its songs are equal in every number */
    public static SongNumbers fit(Catalog songs, Collection<Extra> extras) {
        Set<Extra> wanted = extras.isEmpty() ? Set.of() : EnumSet.copyOf(extras);
        List<Column> columns = new ArrayList<>();
        List<String> names = songs.space().columns();
        for (int i = 0; i < names.size(); i++) {
            add(columns, names.get(i), Source.SPACE, i, songs);
        }
        if (wanted.contains(Extra.DURATION)) {
            add(columns, "duration", Source.DURATION, 0, songs);
        }
        if (wanted.contains(Extra.DATE)) {
            add(columns, "release date", Source.DATE, 0, songs);
        }
        if (wanted.contains(Extra.POPULARITY)) {
            add(columns, "popularity", Source.POPULARITY, 0, songs);
        }
        if (wanted.contains(Extra.KEY_AND_MODE)) {
            add(columns, "mode", Source.MODE, 0, songs);
            add(columns, "key (cosine)", Source.FIFTHS_COSINE, 0, songs);
            add(columns, "key (sine)", Source.FIFTHS_SINE, 0, songs);
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("%s: no number tells its songs apart".formatted(songs));
        }
        return new SongNumbers(songs.space(), columns);
    }

    private static void add(List<Column> columns, String name, Source source, int index, Catalog songs) {
        float[] raw = new float[songs.size()];
        for (int row = 0; row < raw.length; row++) {
            raw[row] = raw(source, index, songs.track(row));
        }
        NormalScores scores = NormalScores.of(raw);
        if (!scores.tellsApart()) {
            return;
        }
        double sum = 0;
        double squares = 0;
        for (float value : scores.sorted()) {
            double scored = source.ranked() ? scores.of(value) : value;
            sum += scored;
            squares += scored * scored;
        }
        double mean = sum / scores.sorted().length;
        double deviation = Math.sqrt(Math.max(0, squares / scores.sorted().length - mean * mean));
        if (deviation > 1e-6) {
            columns.add(new Column(
                    name, source, index, source.ranked() ? scores : new NormalScores(0), (float) mean, (float)
                            deviation));
        }
    }

    private static float raw(Source source, int index, Track track) {
        return switch (source) {
            case SPACE -> track.features().value(index);
            case DURATION ->
                track.durationMillis().isPresent() ? track.durationMillis().getAsInt() : Float.NaN;
            case DATE -> SongDate.days(track);
            case POPULARITY ->
                track.popularity().isPresent() ? track.popularity().getAsInt() : Float.NaN;
            case MODE -> track.mode().isPresent() ? track.mode().getAsInt() : Float.NaN;
            case FIFTHS_COSINE -> (float) (KEY_RADIUS * StrictMath.cos(fifths(track)));
            case FIFTHS_SINE -> (float) (KEY_RADIUS * StrictMath.sin(fifths(track)));
        };
    }

    private static double fifths(Track track) {
        return track.key().isPresent()
                ? 2 * Math.PI * Math.floorMod(7 * track.key().getAsInt(), 12) / 12
                : Double.NaN;
    }

    /** The names of the columns, {@code "energy"}, {@code "release date"}. */
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * The numbers of songs, also of a catalogue other than the one this was learned from.
     *
     * @return shape {@code (songs, columns)}
     * @throws IllegalArgumentException if they have other features
     */
    public FloatMatrix of(Catalog songs) {
        if (!songs.space().columns().equals(space.columns())) {
            throw new IllegalArgumentException(
                    "%s has %s but %s is needed".formatted(songs.source(), songs.space(), space));
        }
        float[] values = new float[Math.multiplyExact(songs.size(), columns.size())];
        int i = 0;
        for (Track track : songs.tracks()) {
            for (Column column : columns) {
                values[i++] = column.of(track);
            }
        }
        return FloatMatrix.wrap(songs.size(), columns.size(), values);
    }

    /** Writes all but the space, which the catalogue at hand has to have when it is read again. */
    public void write(FieldOutput out) throws IOException {
        out.writeInt(space.columns().size());
        for (String name : space.columns()) {
            out.text(name);
        }
        out.writeInt(columns.size());
        for (Column column : columns) {
            out.text(column.name());
            out.writeInt(column.source().ordinal());
            out.writeInt(column.index());
            out.writeInt(column.scores().sorted().length);
            out.floats(column.scores().sorted());
            out.floats(column.mean(), column.deviation());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param space of the songs it is to be used for
     * @throws IllegalArgumentException if it was learned from songs of another space, or does not make sense
     */
    public static SongNumbers read(FieldInput in, FeatureSpace space) throws IOException {
        List<String> names = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            names.add(in.text());
        }
        if (!names.equals(space.columns())) {
            throw new IllegalArgumentException("it was learned from songs with other features than " + space);
        }
        List<Column> columns = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            columns.add(column(in, names.size()));
        }
        return new SongNumbers(space, columns);
    }

    private static Column column(FieldInput in, int spaceColumns) throws IOException {
        String name = in.text();
        int source = in.count();
        int index = in.count();
        float[] sorted = in.floats(in.count());
        float[] scale = in.floats(2);
        if (source >= Source.values().length || index >= spaceColumns || sorted.length == 0 || !(scale[1] > 0)) {
            throw new IllegalArgumentException("the column " + name + " makes no sense");
        }
        return new Column(name, Source.values()[source], index, new NormalScores(sorted), scale[0], scale[1]);
    }
}
