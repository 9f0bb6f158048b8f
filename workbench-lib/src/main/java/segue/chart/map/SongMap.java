package segue.chart.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import segue.catalog.Catalog;
import segue.chart.ChartFiles;
import segue.matrix.FloatMatrix;

/**
 * Where songs stand, and what is to be seen of them. A value: each method gives another map.
 *
 * @param coordinates shape {@code (points, 2)}
 * @param songs the songs that stand there, a row a point; empty where points have no names
 * @param colourings what colours say; a picture shows the first, an HTML map lets people choose; none: density alone
 * @param marks "you are here"
 * @param groups how the groups of a colouring are pointed out
 */
public record SongMap(
        String title,
        FloatMatrix coordinates,
        Optional<Catalog> songs,
        List<Colouring> colourings,
        List<Mark> marks,
        GroupMarks groups) {
    private static final int SHARPNESS = 2;

    /** How groups are pointed out, beside their colour. */
    public enum GroupMarks {
        NONE,
        /** Their name where they are densest. */
        LABELS,
        /** Their name, and a line around most of their points. */
        OUTLINES
    }

    /** A star at a place of the map. */
    public record Mark(String label, float x, float y) {
        /** @throws IllegalArgumentException if the place is no number */
        public Mark {
            Objects.requireNonNull(label);
            if (!Float.isFinite(x) || !Float.isFinite(y)) {
                throw new IllegalArgumentException("the star %s needs a place but got %s, %s".formatted(label, x, y));
            }
        }
    }

    /** @throws IllegalArgumentException if parts do not belong together */
    public SongMap {
        Objects.requireNonNull(title);
        Objects.requireNonNull(groups);
        colourings = List.copyOf(colourings);
        marks = List.copyOf(marks);
        if (coordinates.columns() != 2) {
            throw new IllegalArgumentException("a map needs 2 coordinates a point but got " + coordinates.columns());
        }
        if (songs.isPresent() && songs.get().size() != coordinates.rows()) {
            throw new IllegalArgumentException("%,d songs need as many places but there are %,d"
                    .formatted(songs.get().size(), coordinates.rows()));
        }
        for (Colouring colouring : colourings) {
            if (colouring.size() != coordinates.rows()) {
                throw new IllegalArgumentException("colouring by %s has %,d points, the map %,d"
                        .formatted(colouring.title(), colouring.size(), coordinates.rows()));
            }
        }
    }

    /** A map of the songs of a catalogue, row by row. */
    public static SongMap of(Catalog songs, FloatMatrix coordinates) {
        return new SongMap(
                "Map of %,d songs".formatted(songs.size()),
                coordinates,
                Optional.of(songs),
                List.of(),
                List.of(),
                GroupMarks.NONE);
    }

    /** A map of points without names. */
    public static SongMap of(FloatMatrix coordinates) {
        return new SongMap(
                "Map of %,d points".formatted(coordinates.rows()),
                coordinates,
                Optional.empty(),
                List.of(),
                List.of(),
                GroupMarks.NONE);
    }

    public SongMap titled(String other) {
        return new SongMap(other, coordinates, songs, colourings, marks, groups);
    }

    public SongMap colouredBy(Colouring... others) {
        return new SongMap(title, coordinates, songs, List.of(others), marks, groups);
    }

    public SongMap pointingOut(GroupMarks other) {
        return new SongMap(title, coordinates, songs, colourings, marks, other);
    }

    /**
     * With a star on a song of the catalogue.
     *
     * @throws IllegalArgumentException if no song has this id
     */
    public SongMap marking(String id) {
        Catalog catalog = songs.orElseThrow(
                () -> new IllegalArgumentException("points without names have no ids: mark a place of the map"));
        int row = catalog.rowOf(id).orElseThrow(() -> new IllegalArgumentException("no song here has the id " + id));
        return marking(new Mark(catalog.track(row).name(), coordinates.get(row, 0), coordinates.get(row, 1)));
    }

    /** With a star at a place, of a song that is not of the catalogue, for instance. */
    public SongMap marking(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new SongMap(title, coordinates, songs, colourings, more, groups);
    }

    /**
     * As a chart that a notebook, {@link segue.chart.ChartFiles} and {@link segue.chart.ChartGrid} take, at most 920 x 720
     * pixels.
     */
    public MapPicture picture() {
        return new MapPicture(this);
    }

    /**
     * Exactly so large, for a {@link segue.chart.ChartGrid} of small maps; less than {@value MapPicture#LEAST_WITH_LEGEND}
     * pixels wide it has no legend.
     *
     * @param width in pixels, at least 160
     * @param height in pixels, at least 160
     */
    public MapPicture picture(int width, int height) {
        return new MapPicture(this, width, height);
    }

    /**
     * Writes the map, by the name's ending: {@code .png} of twice its pixels each way, {@code .svg}, or {@code .html} to walk
     * through.
     *
     * @throws IllegalArgumentException if the ending is another
     */
    public void save(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png", "svg" -> ChartFiles.write(picture(), file, SHARPNESS);
            case "html" -> HtmlMap.of(this).write(file);
            default -> throw new IllegalArgumentException(file + ": a map is written as .png, .svg or .html");
        }
    }
}
