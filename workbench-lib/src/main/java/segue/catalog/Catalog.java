package segue.catalog;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import segue.matrix.FloatMatrix;
import tech.tablesaw.api.Table;

/** A table of songs: immutable, rows numbered from 0, ids unique. */
public final class Catalog {
    private static final String REAL = "songs/spotify-union-105k.csv.gz";
    private static final String ARTISTS = "genres/artists-with-genres.csv.gz";
    private static final int SHORT_CHECKSUM = 12;

    private final String source;
    private final Optional<String> checksum;
    private final List<Track> tracks;
    private final Map<String, Integer> rowById;
    private final FeatureSpace space;

    /**
     * @param source what the songs are and where they come from, one line, shown in banners
     * @throws IllegalArgumentException if an id occurs twice, or the songs have different features
     */
    public Catalog(String source, List<Track> tracks) {
        this(source, Optional.empty(), tracks);
    }

    Catalog(String source, Optional<String> checksum, List<Track> tracks) {
        this.source = source;
        this.checksum = checksum;
        this.tracks = List.copyOf(tracks);
        this.rowById = HashMap.newHashMap(tracks.size());
        this.space = tracks.isEmpty()
                ? FeatureSpace.ofSongTables()
                : tracks.getFirst().features().space();
        for (int row = 0; row < tracks.size(); row++) {
            if (!tracks.get(row).features().space().equals(space)) {
                throw new IllegalArgumentException("row %d has %s but row 0 has %s: they cannot be compared"
                        .formatted(row, tracks.get(row).features().space(), space));
            }
            Integer first = rowById.putIfAbsent(tracks.get(row).id(), row);
            if (first != null) {
                throw new IllegalArgumentException("id %s stands in rows %d and %d"
                        .formatted(tracks.get(row).id(), first, row));
            }
        }
    }

    /**
     * Reads song files: CSV or CSV.gz in any known layout, the {@code features.csv} of recordings, or Parquet. Bad rows are
     * left out; {@link #loader()} also gives the report of them.
     *
     * @throws CatalogException where a file is not readable, empty, or no song table
     */
    public static Catalog load(Path... files) {
        return loader().load(files).catalog();
    }

    /**
     * Reads songs that lie elsewhere than in a file, as {@link CatalogWriter#writeCsv} writes them or in any other layout of CSV;
     * closes {@code csv}.
     *
     * @param source the catalogue's {@link #source()}, and its name in messages
     * @throws CatalogException where it is not readable, empty, or no song table
     */
    public static Catalog load(String source, InputStream csv) {
        return loader().source(source).load(source, csv).catalog();
    }

    /** Whether a file looks like a table of songs with features, told from its header; false for what cannot be opened. */
    public static boolean isSongTable(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (RowSource rows = RowSource.csv(InputFile.open(file), note -> {})) {
            return RecordingLayout.fits(rows.header()) || Layout.fits(rows.header());
        } catch (CatalogException noTable) {
            return false;
        }
    }

    /** For more than {@link #load}: the cleaning report, genres by artist. */
    public static CatalogLoader loader() {
        return new CatalogLoader();
    }

    /**
     * The catalogue to work with: the real one in the folder that the environment variable {@code SEGUE_DATA} names,
     * where it is set, else the {@linkplain #sample() sample}.
     *
     * @throws CatalogException where the folder lacks {@code songs/spotify-union-105k.csv.gz}
     */
    public static Catalog open() {
        String folder = System.getenv("SEGUE_DATA");
        return folder == null || folder.isBlank() ? sample() : open(Path.of(folder));
    }

    /**
     * The real catalogue in a data folder, as {@link #open()} finds it. Songs without a genre label get those of their
     * artists where the folder has {@code genres/artists-with-genres.csv.gz}.
     */
    public static Catalog open(Path dataFolder) {
        Path songs = requireSongs(dataFolder);
        CatalogLoader loader = loader().source(REAL);
        Path artists = dataFolder.resolve(ARTISTS);
        if (Files.isRegularFile(artists)) {
            loader.artistGenres(ArtistGenres.load(artists)).source(REAL + ", genres also by artist");
        }
        return loader.load(songs).catalog();
    }

    /**
     * The file that {@link #open(Path)} reads, looked for and not read.
     *
     * @throws CatalogException where the folder lacks {@code songs/spotify-union-105k.csv.gz}
     */
    public static Path requireSongs(Path dataFolder) {
        Path songs = dataFolder.resolve(REAL);
        if (!Files.isRegularFile(songs)) {
            throw new CatalogException(
                    dataFolder.toString(),
                    "the data folder lacks " + REAL,
                    "Put the file there, or unset SEGUE_DATA to work with the sample");
        }
        return songs;
    }

    /** About 5,000 invented songs, part of the library. */
    public static Catalog sample() {
        InputStream songs = Catalog.class.getResourceAsStream("/segue/sample/songs.csv.gz");
        if (songs == null) {
            throw new IllegalStateException(
                    "the library's jar lacks its sample, segue/sample/songs.csv.gz: build it again");
        }
        return loader().source("sample data (invented songs)")
                .load("sample songs.csv.gz", songs)
                .catalog();
    }

    /**
     * Songs of a Tablesaw table, with columns as {@link #table()} gives them or as any known layout of files has them.
     *
     * @throws CatalogException where it lacks an id, or one of the nine features or of the descriptors of recordings
     */
    public static Catalog ofTable(Table table) {
        return loader().load(table).catalog();
    }

    /** A new table, one row a song; integers, decimals, booleans and text, what is missing stays missing. */
    public Table table() {
        return Tables.of(this);
    }

    /** The first 12 hexadecimal digits of the SHA-256 of what was read; empty where no file was. */
    public Optional<String> checksum() {
        return checksum.map(digits -> digits.substring(0, SHORT_CHECKSUM));
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

    /**
     * Some of the songs, in the order of {@code rows}; their {@link #points()} are on a scale of their own.
     *
     * @param rows different ones, in [0, size)
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws IllegalArgumentException if a row comes twice
     */
    public Catalog selectRows(int... rows) {
        return new Catalog(
                "some of %,d, %s".formatted(size(), source),
                Arrays.stream(rows).mapToObj(this::track).toList());
    }

    public OptionalInt rowOf(String id) {
        Integer row = rowById.get(id);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** What the numbers of the songs are. */
    public FeatureSpace space() {
        return space;
    }

    /**
     * The features as they are, unscaled, shape {@code (size, columns)}, columns as in {@link #space()}: the nine of a song
     * table in the order of {@link Feature}, or the descriptors of recordings.
     */
    public FloatMatrix features() {
        int columns = space.columns().size();
        float[] values = new float[Math.multiplyExact(size(), columns)];
        int i = 0;
        for (Track track : tracks) {
            for (int column = 0; column < columns; column++) {
                values[i++] = track.features().value(column);
            }
        }
        return FloatMatrix.wrap(size(), columns, values);
    }

    /**
     * The songs as points whose distance says how alike they are: their {@linkplain #features() features} on one scale. Of a
     * song table each in its standard deviations, of recordings as {@link segue.audio.similarity.SimilarityVector} says.
     *
     * @return shape {@code (size, columns)}
     * @throws IllegalArgumentException if the catalogue is empty
     */
    public FloatMatrix points() {
        return space.points(features());
    }

    /**
     * Songs of another catalogue as points among {@linkplain #points() those of this one}, on the scale of this one.
     *
     * @return shape {@code (other.size(), columns)}
     * @throws IllegalArgumentException if this catalogue is empty, or the other's songs have other features
     */
    public FloatMatrix pointsOf(Catalog other) {
        if (!other.space().columns().equals(space.columns())) {
            throw new IllegalArgumentException("%s has %s but %s has %s: they cannot be compared"
                    .formatted(other.source, other.space, source, space));
        }
        return space.scale(features()).apply(other.features());
    }

    @Override
    public String toString() {
        return "%,d songs, %s".formatted(size(), source);
    }
}
