package segue.audio.scan;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import segue.files.WholeFile;

/**
 * The table that a scan writes: {@code features.csv}, UTF-8, a row a recording, sorted by path. First the columns of
 * {@link #ABOUT}, then one for each descriptor. A number is written with the digits that lead back to it; what is not known
 * or not finite is an empty field.
 */
final class FeatureTable {
    static final List<String> ABOUT = List.of(
            "path",
            "title",
            "artist",
            "album",
            "year",
            "genre",
            "duration_seconds",
            "silent",
            "sha256",
            "same_recording_as");

    /** @param sameAs path of the first file with this recording; empty where this is it */
    record Row(String path, Entry entry, String sameAs) {}

    private FeatureTable() {}

    static void write(Path file, List<String> descriptors, List<Row> rows) throws IOException {
        List<String> header = header(descriptors);
        WholeFile.write(file, part -> {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(part)) {
                csv.writeRecord(header);
                for (Row row : rows) {
                    csv.writeRecord(fields(row, descriptors));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    static List<String> header(List<String> descriptors) {
        List<String> header = new ArrayList<>(ABOUT);
        descriptors.stream().filter(name -> !ABOUT.contains(name)).forEach(header::add);
        return header;
    }

    /** The paths in a table that was written before; none where there is no such table. */
    static Set<String> paths(Path file) throws IOException {
        Set<String> paths = new HashSet<>();
        if (!Files.isRegularFile(file)) {
            return paths;
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                row.findField("path").ifPresent(paths::add);
            }
        } catch (CsvParseException | UncheckedIOException noTable) {
            return new HashSet<>();
        }
        return paths;
    }

    /** Texts, a double for the length, a boolean for silence, a float a descriptor; null is what is not known. */
    static List<Object> values(Row row, List<String> descriptors) {
        Outcome.Heard heard = (Outcome.Heard) row.entry().outcome();
        SongTags tags = heard.tags();
        List<Object> values = new ArrayList<>(ABOUT.size() + descriptors.size());
        values.add(row.path());
        for (String tag : List.of(tags.title(), tags.artist(), tags.album(), tags.year(), tags.genre())) {
            values.add(tag.isEmpty() ? null : tag);
        }
        values.add(heard.seconds());
        values.add(heard.isSilent());
        values.add(row.entry().sha256());
        values.add(row.sameAs().isEmpty() ? null : row.sameAs());
        for (int i = 0; i < descriptors.size(); i++) {
            if (!ABOUT.contains(descriptors.get(i))) {
                float value = heard.values()[i];
                values.add(Float.isFinite(value) ? value : null);
            }
        }
        return values;
    }

    private static List<String> fields(Row row, List<String> descriptors) {
        return values(row, descriptors).stream().map(FeatureTable::field).toList();
    }

    private static String field(Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "1" : "0";
            default -> value.toString();
        };
    }
}
