package segue.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import segue.files.WholeFile;

/**
 * What became of every row: {@code read = kept + merged + rejected}, always.
 *
 * @param read rows of all files, headers and empty lines not counted
 * @param kept rows that became a song
 * @param merged rows that joined a song of the same id
 * @param rejected rows that are not in the catalogue
 * @param layout name of the layout, {@code "kaggle"}; several files are joined by {@code " + "}
 * @param rejections the rejected rows, at most {@value #MAX_LISTED} listed
 * @param merges the merged rows, at most {@value #MAX_LISTED} listed
 * @param warnings decisions that changed a value, one line each, with the number of rows
 * @param files what was mapped, one entry a file
 */
@JsonPropertyOrder({"read", "kept", "merged", "rejected", "layout", "rejections", "merges", "warnings", "files"})
public record CleaningReport(
        long read,
        long kept,
        long merged,
        long rejected,
        String layout,
        List<Rejection> rejections,
        List<Merge> merges,
        List<String> warnings,
        List<Mapping> files)
        implements Serializable {
    /** How many rejections and merges are listed one by one; the counts are always exact. */
    public static final int MAX_LISTED = 10_000;

    /** How many characters of a rejected row are kept. */
    public static final int MAX_TEXT = 200;

    public CleaningReport {
        if (read != kept + merged + rejected) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "rows went astray: read %d but kept %d, merged %d, rejected %d",
                    read,
                    kept,
                    merged,
                    rejected));
        }
        rejections = List.copyOf(rejections);
        merges = List.copyOf(merges);
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
    }

    /**
     * A row that is not in the catalogue.
     *
     * @param file where several were read, else null
     * @param line physical line where the row begins, from 1 (the header is 1); in Parquet and tables the row from 1
     * @param reason what is wrong and what was expected
     * @param text the beginning of the row
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rejection(String file, long line, String reason, String text) implements Serializable {}

    /**
     * A row that joined an earlier one.
     *
     * @param file where several were read, else null
     * @param line as in {@link Rejection}
     * @param id of the song
     * @param added what the row brought, {@code "genre techno"}, {@code "year"}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Merge(String file, long line, String id, List<String> added) implements Serializable {}

    /**
     * How one file was understood.
     *
     * @param file its name
     * @param layout its name
     * @param columns field of a song to column of the file
     * @param ignored columns that were not used
     */
    public record Mapping(String file, String layout, Map<String, String> columns, List<String> ignored)
            implements Serializable {}

    /** {@code report.json}: one JSON object with the names of this record. */
    public String toJson() {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report of plain values could not be written as JSON", e);
        }
    }

    /** Writes {@link #toJson()}, UTF-8. */
    public void write(Path file) {
        try {
            WholeFile.write(file, part -> Files.writeString(part, toJson()));
        } catch (IOException e) {
            throw new CatalogException(
                    file.toString(), "the report could not be written: " + e, "Choose a folder that can be written", e);
        }
    }

    /** {@code "105,681 rows read: 105,681 kept, 0 merged, 0 rejected (layout union)"}. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%,d rows read: %,d kept, %,d merged, %,d rejected (layout %s)",
                read,
                kept,
                merged,
                rejected,
                layout);
    }
}
