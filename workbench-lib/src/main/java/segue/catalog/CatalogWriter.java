package segue.catalog;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import segue.files.WholeFile;

/**
 * Writes a catalogue as CSV, CSV.gz or Parquet, told by the ending of the file's name. {@link Catalog#load} reads all of
 * them back equal. The file appears under its name only when it is complete.
 *
 * <p>CSV has the 19 columns of the well-known Kaggle table in their order, then {@code genres} (labels joined by
 * {@code |}) and {@code same_recording_as}. Missing values are empty fields. Recordings are written as CSV only, as
 * {@code ./segue features} writes them but without the columns that no comparison needs.
 */
public final class CatalogWriter {
    static final List<String> COLUMNS = List.of(
            "valence",
            "year",
            "acousticness",
            "artists",
            "danceability",
            "duration_ms",
            "energy",
            "explicit",
            "id",
            "instrumentalness",
            "key",
            "liveness",
            "loudness",
            "mode",
            "name",
            "popularity",
            "release_date",
            "speechiness",
            "tempo",
            "genres",
            "same_recording_as");

    private CatalogWriter() {}

    /**
     * @param file ends in {@code .csv}, {@code .csv.gz} or {@code .parquet}
     * @throws IllegalArgumentException for another ending
     * @throws CatalogException where the folder or disk refuses
     */
    public static void write(Catalog catalog, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            if (catalog.space() != FeatureSpace.ofSongTables()) {
                throw new IllegalArgumentException(
                        "Parquet has the nine features of song tables, which recordings lack: write them as .csv or .csv.gz"
                                + " but not as " + file);
            }
            whole(file, part -> ParquetSongs.write(catalog, part));
        } else if (name.endsWith(".csv.gz")) {
            whole(file, part -> {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part), 1 << 16)) {
                    writeCsv(catalog, out);
                }
            });
        } else if (name.endsWith(".csv")) {
            whole(file, part -> {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                    writeCsv(catalog, out);
                }
            });
        } else {
            throw new IllegalArgumentException(
                    "a catalogue is written as .csv, .csv.gz or .parquet but the file is called " + file);
        }
    }

    /** Writes CSV, UTF-8, LF; does not close {@code out}. */
    public static void writeCsv(Catalog catalog, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
            boolean recordings = catalog.space() != FeatureSpace.ofSongTables();
            csv.writeRecord(recordings ? RecordingRows.columns(catalog.space()) : COLUMNS);
            for (Track track : catalog.tracks()) {
                csv.writeRecord(recordings ? RecordingRows.fields(track) : List.of(fields(track)));
            }
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static String[] fields(Track track) {
        AudioFeatures audio = track.audio();
        return new String[] {
            Float.toString(audio.valence()),
            text(track.year()),
            Float.toString(audio.acousticness()),
            NameList.literal(track.artists()),
            Float.toString(audio.danceability()),
            text(track.durationMillis()),
            Float.toString(audio.energy()),
            track.explicit().map(explicit -> explicit ? "1" : "0").orElse(""),
            track.id(),
            Float.toString(audio.instrumentalness()),
            text(track.key()),
            Float.toString(audio.liveness()),
            Float.toString(audio.loudness()),
            text(track.mode()),
            track.name(),
            text(track.popularity()),
            track.releaseDate().orElse(""),
            Float.toString(audio.speechiness()),
            Float.toString(audio.tempo()),
            Tables.joined(track.genres(), "|"),
            track.sameRecordingAs().orElse("")
        };
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    private static void whole(Path file, WholeFile.Content content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new CatalogException(
                    file.toString(),
                    "it cannot be written: " + e,
                    "Choose a folder that exists, can be written and has room",
                    e);
        }
    }
}
