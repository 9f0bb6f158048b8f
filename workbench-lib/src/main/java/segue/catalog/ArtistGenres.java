package segue.catalog;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Genres by artist, from a table with the columns {@code artists} (one artist a row) and {@code genres} (a list with or
 * without brackets). Artists are found whatever their case, accents and punctuation.
 *
 * <pre>{@code
 * ArtistGenres genres = ArtistGenres.load(Path.of("artists-with-genres.csv.gz"));
 * genres.genresOf("Weird Al Yankovic");   // [comedy rock, comic, parody]
 * }</pre>
 */
public final class ArtistGenres implements Serializable {
    private static final long serialVersionUID = 1;

    private final HashMap<String, List<String>> byArtist;
    private final CleaningReport report;

    private ArtistGenres(HashMap<String, List<String>> byArtist, CleaningReport report) {
        this.byArtist = byArtist;
        this.report = report;
    }

    /** @throws CatalogException where the file is not readable or lacks one of the two columns */
    public static ArtistGenres load(Path file) {
        Tables.LoadedTable loaded = Tables.read(file);
        Table table = loaded.table();
        if (!table.containsColumn("artists") || !table.containsColumn("genres")) {
            throw new CatalogException(
                    file.toString(),
                    1,
                    "this is no table of artists: found " + CleaningLog.bounded(String.join(", ", table.columnNames())),
                    "It needs the columns artists and genres");
        }
        HashMap<String, List<String>> byArtist = HashMap.newHashMap(table.rowCount());
        StringColumn artists = table.column("artists").asStringColumn();
        StringColumn genres = table.column("genres").asStringColumn();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> labels = labels(genres.get(row).strip());
            byArtist.merge(TextKey.of(artists.get(row)), labels, ArtistGenres::join);
        }
        return new ArtistGenres(byArtist, loaded.report());
    }

    /** The labels of an artist; empty where it is unknown or has none. */
    public List<String> genresOf(String artist) {
        return byArtist.getOrDefault(TextKey.of(artist), List.of());
    }

    /** How many artists are known, with or without genres. */
    public int size() {
        return byArtist.size();
    }

    public CleaningReport report() {
        return report;
    }

    private static List<String> labels(String field) {
        return field.startsWith("[") ? NameList.parse(field) : NameList.split(field, ",");
    }

    private static List<String> join(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        other.stream().filter(label -> !all.contains(label)).forEach(all::add);
        return List.copyOf(all);
    }
}
