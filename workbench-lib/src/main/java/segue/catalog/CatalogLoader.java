package segue.catalog;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
     * Reads files into one catalogue: CSV or CSV.gz in any layout with an id and the nine features, Parquet as
     * {@link CatalogWriter} writes it, or tables of recordings as {@code ./segue features} writes them. A song that stands in
     * several files is merged.
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
        Reading reading = new Reading(inputs.size() > 1);
        for (SongInput input : inputs) {
            reading.read(input.name(), input.place(), log -> input.open(log::note));
        }
        return reading.result(
                source == null
                        ? String.join(
                                " + ", inputs.stream().map(SongInput::name).toList())
                        : source);
    }

    /** Reads songs from a table with columns as in {@link Catalog#table()} or any layout of files. */
    public LoadResult load(Table table) {
        Reading reading = new Reading(false);
        reading.read(table.name(), table.name(), log -> new TableRows(table));
        return reading.result(source == null ? "table " + table.name() : source);
    }

    /**
     * Reads one table that lies elsewhere than in a file of its own, as {@link CatalogWriter#writeCsv} writes it or in any other
     * layout; does not close {@code csv} before its end.
     *
     * @param name for messages
     * @param csv plain or gzip
     * @throws CatalogException where it is not readable, empty, or no song table
     */
    public LoadResult load(String name, InputStream csv) {
        Reading reading = new Reading(false);
        reading.read(name, name, log -> new CsvRows(InputFile.open(name, csv), log::note));
        return reading.result(source == null ? name : source);
    }

    private interface Opener {
        RowSource open(CleaningLog log);
    }

    /** The state of one load. */
    private final class Reading {
        private final CleaningLog log;
        private final Map<String, SongDraft> songs = new LinkedHashMap<>();
        private final List<String> checksums = new ArrayList<>();
        private FeatureSpace space;

        private Reading(boolean severalFiles) {
            this.log = new CleaningLog(severalFiles);
        }

        private void read(String name, String path, Opener opener) {
            log.startFile(name);
            try (RowSource rows = opener.open(log)) {
                Function<RowSource.Row, SongDraft> cleaner = cleaner(name, path, rows.header());
                for (RowSource.Row row = rows.next(); row != null; row = rows.next()) {
                    SongDraft song = cleaner.apply(row);
                    if (song != null) {
                        add(song, row.line());
                    }
                }
                rows.checksum().ifPresent(checksums::add);
            }
        }

        private Function<RowSource.Row, SongDraft> cleaner(String name, String path, List<String> header) {
            if (RecordingLayout.fits(header)) {
                RecordingLayout layout = RecordingLayout.detect(path, header);
                requireSpace(path, layout.space());
                log.mapped(layout.mapping(name, header));
                return new RecordingCleaner(layout, log)::clean;
            }
            Layout layout = Layout.detect(path, header);
            requireSpace(path, FeatureSpace.ofSongTables());
            log.mapped(layout.mapping(name, header));
            return new RowCleaner(layout, log)::clean;
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

        private void add(SongDraft song, long line) {
            SongDraft first = songs.putIfAbsent(song.id, song);
            if (first == null) {
                log.kept();
                return;
            }
            if (!first.features().equals(song.features())) {
                log.changed("features of a repeated id differ, the first row's were kept", line);
            }
            log.merged(line, song.id, first.merge(song));
        }

        private LoadResult result(String line) {
            List<SongDraft> drafts = new ArrayList<>(songs.values());
            for (SongDraft song : drafts) {
                if (song.sameRecordingAs != null && !songs.containsKey(song.sameRecordingAs)) {
                    song.sameRecordingAs = null;
                }
            }
            fillGenres(drafts);
            int marked = space == FeatureSpace.ofSongTables() ? Recordings.mark(drafts) : 0;
            if (marked > 0) {
                log.noteAll(String.format(
                        Locale.ROOT, "%,d songs are the same recording as an earlier one and are marked", marked));
            }
            List<Track> tracks = drafts.stream().map(SongDraft::track).toList();
            return new LoadResult(new Catalog(line, checksum(), tracks), log.report());
        }

        private void fillGenres(List<SongDraft> drafts) {
            if (artistGenres == null) {
                return;
            }
            int filled = 0;
            for (SongDraft song : drafts) {
                if (song.genres.isEmpty()) {
                    song.artists.forEach(artist -> song.addGenres(artistGenres.genresOf(artist), label -> {}));
                    filled += song.genres.isEmpty() ? 0 : 1;
                }
            }
            log.noteAll(String.format(Locale.ROOT, "%,d songs without a genre got those of their artists", filled));
        }

        private Optional<String> checksum() {
            if (checksums.size() <= 1) {
                return checksums.stream().findFirst();
            }
            return Optional.of(DataSets.sha256(String.join("\n", checksums)));
        }
    }
}
