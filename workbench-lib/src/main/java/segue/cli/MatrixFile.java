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
import segue.catalog.Feature;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;

/**
 * A matrix from a {@code .npy} file, or from a CSV file with a header: the nine audio features where the file has them
 * all, otherwise every column.
 */
final class MatrixFile {
    private MatrixFile() {}

    static FloatMatrix read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not a file");
        }
        FloatMatrix matrix = file.toString().endsWith(".npy") ? Npy.readMatrix(file) : readCsv(file);
        if (matrix.rows() == 0 || matrix.columns() == 0) {
            throw new IOException(
                    "%s: no numbers in it (%d rows, %d columns)".formatted(file, matrix.rows(), matrix.columns()));
        }
        return matrix;
    }

    private static FloatMatrix readCsv(Path file) throws IOException {
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
            return FloatMatrix.of(rows);
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
        return header.containsAll(features) ? features : header;
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
