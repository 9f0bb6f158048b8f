package segue.audio.similarity;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import segue.files.WholeFile;

/** A fitted vector as CSV, a line a column: people can read what was learned. */
final class VectorFile {
    private static final List<String> HEADER =
            List.of("column", "aspect", "weight", "logarithmic", "least", "mean", "deviation");

    private VectorFile() {}

    static void write(SimilarityVector vector, List<SimilarityVector.Fitted> columns, Path file) throws IOException {
        WholeFile.write(file, part -> {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(part)) {
                csv.writeRecord(HEADER);
                for (SimilarityVector.Fitted column : columns) {
                    Ingredient ingredient = column.ingredient();
                    csv.writeRecord(
                            ingredient.name(),
                            ingredient.aspect().label(),
                            Double.toString(ingredient.weight()),
                            Boolean.toString(ingredient.logarithmic()),
                            Double.toString(column.least()),
                            Double.toString(column.mean()),
                            Double.toString(column.deviation()));
                }
            }
        });
    }

    static SimilarityVector read(Path file) throws IOException {
        List<SimilarityVector.Fitted> columns = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            boolean first = true;
            for (CsvRecord line : csv) {
                if (first && !line.getFields().equals(HEADER)) {
                    throw new IOException("%s, line 1: expected the columns %s but found %s"
                            .formatted(file, HEADER, line.getFields()));
                } else if (!first) {
                    columns.add(column(file, line));
                }
                first = false;
            }
        } catch (CsvParseException malformed) {
            throw new IOException(file + ": " + malformed.getMessage());
        }
        if (columns.isEmpty()) {
            throw new IOException(file + ": no column of a similarity vector in it");
        }
        return new SimilarityVector(
                columns.stream().map(column -> column.ingredient().name()).toList(), columns);
    }

    private static SimilarityVector.Fitted column(Path file, CsvRecord line) throws IOException {
        if (line.getFieldCount() != HEADER.size()) {
            throw new IOException("%s, line %d: expected %d fields but found %d"
                    .formatted(file, line.getStartingLineNumber(), HEADER.size(), line.getFieldCount()));
        }
        String name = line.getField(0);
        Aspect aspect = null;
        for (Aspect one : Aspect.values()) {
            if (one.label().equals(line.getField(1))) {
                aspect = one;
            }
        }
        if (aspect == null) {
            throw new IOException("%s, line %d: expected an aspect such as %s but found '%s'"
                    .formatted(file, line.getStartingLineNumber(), Aspect.TIMBRE.label(), line.getField(1)));
        }
        boolean logarithmic = Boolean.parseBoolean(line.getField(3));
        return new SimilarityVector.Fitted(
                new Ingredient(name, aspect, number(file, line, 2), logarithmic),
                number(file, line, 4),
                number(file, line, 5),
                number(file, line, 6));
    }

    private static double number(Path file, CsvRecord line, int field) throws IOException {
        String text = line.getField(field);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IOException("%s, line %d, column %s: expected a finite number but found '%s'"
                .formatted(file, line.getStartingLineNumber(), HEADER.get(field), text));
    }
}
