package segue.catalog;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tech.tablesaw.api.Table;

/**
 * Reads song tables with a choice of how. Made by {@link Catalog#loader()}; for the common case there is
 * {@link Catalog#load}.
 *
 * <pre>{@code
 * LoadResult result = Catalog.loader().artistGenres(ArtistGenres.load(artists)).load(songs, playlists);
 * System.out.println(result.report().summary());
 * }</pre>
 */
public final class CatalogLoader {
    private ArtistGenres artistGenres;
    private String source;

    CatalogLoader() {}

    /** Gives a song without any genre label those of its artists. */
    public CatalogLoader artistGenres(ArtistGenres genres) {
        this.artistGenres = genres;
        return this;
    }

    /** The catalogue's {@link Catalog#source()}; by default the names of the files. */
    public CatalogLoader source(String line) {
        this.source = line;
        return this;
    }

    /**
     * Reads files into one catalogue: CSV or JSON, packed or not, in any layout with an id and the nine features, Parquet as
     * {@link CatalogWriter} writes it, or tables of recordings as {@code ./segue features} writes them. A folder stands for the
     * Parquet files in it, in the order of their names, as Spark writes one table. A song that stands in several files is merged.
     *
     * @throws CatalogException where a file is not readable, empty, or no song table, or song tables and tables of recordings
     *     are mixed
     */
    public LoadResult load(Path... files) {
        return load(List.of(files));
    }

    /** As {@link #load(Path...)}. */
    public LoadResult load(List<Path> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("load needs at least one file");
        }
        return loadFrom(files.stream().map(SongInput::file).toList());
    }

    /** As {@link #load(Path...)}, also of what is no file. */
    public LoadResult loadFrom(List<SongInput> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("loadFrom needs at least one input");
        }
        Reading reading = new Reading();
        for (SongInput input :
                inputs.stream().flatMap(one -> one.parts().stream()).toList()) {
            reading.read(input.name(), input.place(), input::open);
        }
        return reading.result(
                source == null
                        ? String.join(
                                " + ", inputs.stream().map(SongInput::name).toList())
                        : source);
    }

    /** Reads songs from a table with columns as in {@link Catalog#table()} or any layout of files. */
    public LoadResult load(Table table) {
        Reading reading = new Reading();
        reading.read(table.name(), table.name(), notes -> new TableRows(table));
        return reading.result(source == null ? "table " + table.name() : source);
    }

    LoadResult load(String name, InputStream csv) {
        Reading reading = new Reading();
        reading.read(name, name, notes -> RowSource.csv(InputFile.open(name, csv), notes));
        return reading.result(source == null ? name : source);
    }

    private interface Opener {
        RowSource open(Consumer<String> notes);
    }

    /** The state of one load. */
    private final class Reading {
        private final CleaningLog log = new CleaningLog();
        private final Map<String, SongDraft> songs = new LinkedHashMap<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> checksums = new ArrayList<>();
        private FeatureSpace space;

        private void read(String name, String path, Opener opener) {
            int file = names.size();
            names.add(name);
            try (RowSource rows = opener.open(note -> log.note(file, note))) {
                SongRules rules = SongRules.of(new SourceName(file, name, path), rows.header(), log);
                requireSpace(path, rules.space());
                long number = 0;
                for (RowSource.Row row = rows.next(); row != null; row = rows.next()) {
                    SongDraft song = rules.clean(row, number++);
                    if (song != null) {
                        add(song);
                    }
                }
                rows.checksum().ifPresent(checksums::add);
            }
        }

        private void requireSpace(String path, FeatureSpace found) {
            if (space != null && !space.equals(found)) {
                throw new CatalogException(
                        path,
                        "its songs have %s but those of the files before it have %s".formatted(found, space),
                        "They cannot be compared: load one kind at a time");
            }
            space = found;
        }

        private void add(SongDraft song) {
            SongDraft first = songs.putIfAbsent(song.id, song);
            if (first == null) {
                log.kept();
            } else {
                first.join(song, log);
            }
        }

        private LoadResult result(String line) {
            List<SongDraft> drafts = new ArrayList<>(songs.values());
            for (SongDraft song : drafts) {
                if (song.sameRecordingAs != null && !songs.containsKey(song.sameRecordingAs)) {
                    song.sameRecordingAs = null;
                }
            }
            if (artistGenres != null) {
                log.genresFilled(drafts.stream()
                        .filter(song -> song.fillGenres(artistGenres))
                        .count());
            }
            if (space == FeatureSpace.ofSongTables()) {
                mark(drafts);
            }
            List<Track> tracks = drafts.stream().map(SongDraft::track).toList();
            return new LoadResult(new Catalog(line, checksum(), tracks), log.report(names));
        }

        private void mark(List<SongDraft> drafts) {
            Map<String, String> same = SongRules.sameRecordings(drafts);
            int marked = 0;
            for (SongDraft song : drafts) {
                if (song.sameRecordingAs == null && same.containsKey(song.id)) {
                    song.sameRecordingAs = same.get(song.id);
                    marked++;
                }
            }
            log.marked(marked);
        }

        private Optional<String> checksum() {
            if (checksums.size() <= 1) {
                return checksums.stream().findFirst();
            }
            return Optional.of(DataSets.sha256(String.join("\n", checksums)));
        }
    }
}
