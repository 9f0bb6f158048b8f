package segue.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.chart.map.SongMap;
import segue.matrix.FloatMatrix;
import segue.recommend.SongSearch;

/** The options that put stars on a map: on its own songs, and on others that it has a place for. */
final class MapStars {
    private static final int MOST_PLACED = 50;

    @Option(
            names = "--star",
            paramLabel = "SONG",
            description = "a star on this song: artist and title, as you would type them; may be repeated")
    private List<String> names = List.of();

    @Option(names = "--star-id", paramLabel = "ID", description = "a star on the song of this id; may be repeated")
    private List<String> ids = List.of();

    @Option(
            names = "--place",
            paramLabel = "FILE",
            description = "song table, or features.csv, of at most " + MOST_PLACED
                    + " other songs: find their places on the map, and put stars there")
    private Path file;

    /** The table of other songs; null where there is none. */
    Path file() {
        return file;
    }

    /** The rows of the songs of the catalogue that get a star, and says which were taken. */
    List<Integer> rows(Catalog songs) {
        List<Integer> rows = new ArrayList<>();
        if (!names.isEmpty()) {
            SongSearch search = SongSearch.of(songs);
            names.forEach(name -> rows.add(SongFinder.byName(songs, search, name)));
        }
        ids.forEach(id -> rows.add(SongFinder.byId(songs, id, "--star")));
        List<Integer> different = rows.stream().distinct().toList();
        different.forEach(row -> System.err.println("segue: a star on " + songs.track(row)));
        return different;
    }

    /**
     * The points of the other songs, among those of the catalogue.
     *
     * @throws IllegalArgumentException if they cannot be compared, or are too many for stars
     */
    Placed placed(Catalog songs) {
        if (file == null) {
            return new Placed(List.of(), null);
        }
        Catalog others = Catalog.load(file);
        if (others.size() > MOST_PLACED) {
            throw new IllegalArgumentException(
                    "--place puts a star on each song, at most %d, but %s has %,d: give it a table of those that you mean"
                            .formatted(MOST_PLACED, file, others.size()));
        }
        return new Placed(others.tracks(), songs.pointsOf(others));
    }

    /**
     * Songs from elsewhere.
     *
     * @param points null where there is no song
     */
    record Placed(List<Track> songs, FloatMatrix points) {
        SongMap onto(SongMap map, UnaryOperator<FloatMatrix> placing) {
            if (songs.isEmpty()) {
                return map;
            }
            FloatMatrix places = placing.apply(points);
            SongMap starred = map;
            for (int i = 0; i < songs.size(); i++) {
                Track song = songs.get(i);
                String label = song.name().isBlank() ? song.id() : song.name();
                starred = starred.marking(new SongMap.Mark(label, places.get(i, 0), places.get(i, 1)));
            }
            return starred;
        }
    }
}
