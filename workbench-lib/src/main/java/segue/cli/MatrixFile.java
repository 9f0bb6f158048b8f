package segue.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import segue.audio.similarity.Ingredient;
import segue.audio.similarity.SimilarityVector;
import segue.catalog.Feature;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.matrix.Scaler;

/**
 * A matrix from a {@code .npy} file, or from a CSV file with a header: the nine audio features where the file has them
 * all; of a {@code features.csv} the vectors by which recordings are compared; otherwise every column.
 */
final class MatrixFile {
    private MatrixFile() {}

    static FloatMatrix read(Path file) throws IOException {
        return read(file, file);
    }

    /** The rows of {@code file} on the scale of those of {@code model}, which matters for recordings only. */
    static FloatMatrix read(Path file, Path model) throws IOException {
        Read rows = readRows(file);
        if (rows.names().isEmpty()) {
            return rows.matrix();
        }
        Read fitted = file.equals(model) ? rows : readRows(model);
        if (fitted.names().isEmpty()) {
            throw new IOException(
                    "%s has recordings but %s has not: give two tables of one kind".formatted(file, model));
        }
        if (!rows.names().equals(fitted.names())) {
            throw new IOException(
                    "%s and %s have different columns to compare recordings by: make both again with ./segue features"
                            .formatted(file, model));
        }
        return SimilarityVector.fit(fitted.names(), fitted.matrix()).transform(rows.matrix());
    }

    /** @param scaler what put the rows on one scale; null where they are as in the file, or vectors of recordings */
    record OnOneScale(FloatMatrix rows, Scaler scaler) {}

    /** Rows to be compared as wholes: a CSV file's columns each in its standard deviations; .npy as it is. */
    static OnOneScale readOnOneScale(Path file) throws IOException {
        Read read = readRows(file);
        if (!read.names().isEmpty()) {
            return new OnOneScale(
                    SimilarityVector.fit(read.names(), read.matrix()).transform(read.matrix()), null);
        }
        if (file.toString().endsWith(".npy")) {
            return new OnOneScale(read.matrix(), null);
        }
        Scaler scaler = Scaler.standard(read.matrix());
        return new OnOneScale(scaler.transform(read.matrix()), scaler);
    }

    /** The rows of a CSV file on the scale on which {@link #readOnOneScale} puts those of another one, of the same columns. */
    static FloatMatrix readOnScaleOf(Path model, Path file) throws IOException {
        Read rows = readRows(file);
        Read fitted = readRows(model);
        if (!rows.columns().equals(fitted.columns())) {
            throw new IOException("%s and %s have different columns: %s and %s"
                    .formatted(file, model, String.join(", ", rows.columns()), String.join(", ", fitted.columns())));
        }
        return rows.names().isEmpty()
                ? Scaler.standard(fitted.matrix()).transform(rows.matrix())
                : SimilarityVector.fit(fitted.names(), fitted.matrix()).transform(rows.matrix());
    }

    /** @param columns of a table; empty of .npy */
    private record Read(FloatMatrix matrix, List<String> columns) {
        /** Of the columns where they are descriptors of recordings, else empty. */
        List<String> names() {
            return isRecordings(columns) ? columns : List.of();
        }
    }

    private static Read readRows(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not a file");
        }
        Read read = file.toString().endsWith(".npy") ? new Read(Npy.readMatrix(file), List.of()) : readCsv(file);
        FloatMatrix matrix = read.matrix();
        if (matrix.rows() == 0 || matrix.columns() == 0) {
            throw new IOException(
                    "%s: no numbers in it (%d rows, %d columns)".formatted(file, matrix.rows(), matrix.columns()));
        }
        return read;
    }

    private static Read readCsv(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<String> columns = null;
            List<float[]> rows = new ArrayList<>();
            for (NamedCsvRecord line : csv) {
                if (columns == null) {
                    columns = columnsToUse(file, line.getHeader());
                }
                float[] row = new float[columns.size()];
                for (int c = 0; c < row.length; c++) {
                    row[c] = number(file, line, columns.get(c));
                }
                rows.add(row);
            }
            return new Read(FloatMatrix.of(rows), columns == null ? List.of() : columns);
        } catch (CsvParseException malformed) {
            throw new IOException(file + ": " + malformed.getMessage());
        }
    }

    private static List<String> columnsToUse(Path file, List<String> header) throws IOException {
        if (header.stream().allMatch(MatrixFile::isNumber)) {
            throw new IOException(file + ", line 1: expected a header with the names of the columns but found numbers");
        }
        List<String> features =
                Arrays.stream(Feature.values()).map(Feature::columnName).toList();
        if (header.containsAll(features)) {
            return features;
        }
        List<String> missing = Ingredient.missingFrom(header);
        if (header.contains("path") && !missing.isEmpty()) {
            throw new IOException(
                    "%s, line 1: this is no complete table of recordings: it lacks %s%s. Make it again with ./segue features"
                            .formatted(
                                    file,
                                    missing.getFirst(),
                                    missing.size() == 1 ? "" : " and " + (missing.size() - 1) + " more"));
        }
        return missing.isEmpty()
                ? Ingredient.in(header).stream().map(Ingredient::name).toList()
                : header;
    }

    private static boolean isRecordings(List<String> columns) {
        return Ingredient.missingFrom(columns).isEmpty();
    }

    private static boolean isNumber(String text) {
        try {
            Float.parseFloat(text);
            return true;
        } catch (NumberFormatException word) {
            return false;
        }
    }

    private static float number(Path file, NamedCsvRecord line, String column) throws IOException {
        String text = line.findField(column).orElse("");
        try {
            float value = Float.parseFloat(text);
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IOException("%s, line %d, column %s: expected a finite number but found '%s'"
                .formatted(file, line.getStartingLineNumber(), column, text));
    }
}
