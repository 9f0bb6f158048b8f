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
        List<String> header = new ArrayList<>(ABOUT);
        descriptors.stream().filter(name -> !ABOUT.contains(name)).forEach(header::add);
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

    private static List<String> fields(Row row, List<String> descriptors) {
        Outcome.Heard heard = (Outcome.Heard) row.entry().outcome();
        SongTags tags = heard.tags();
        List<String> fields = new ArrayList<>(ABOUT.size() + descriptors.size());
        fields.add(row.path());
        fields.add(tags.title());
        fields.add(tags.artist());
        fields.add(tags.album());
        fields.add(tags.year());
        fields.add(tags.genre());
        fields.add(Double.toString(heard.seconds()));
        fields.add(heard.isSilent() ? "1" : "0");
        fields.add(row.entry().sha256());
        fields.add(row.sameAs());
        for (int i = 0; i < descriptors.size(); i++) {
            if (!ABOUT.contains(descriptors.get(i))) {
                float value = heard.values()[i];
                fields.add(Float.isFinite(value) ? Float.toString(value) : "");
            }
        }
        return fields;
    }
}
