package segue.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Songs as Parquet: the columns of the CSV under the same names, artists and genres as lists of strings. */
final class ParquetSongs {
    private static final String LIST =
            "optional group %s (LIST) { repeated group list { required binary element (STRING); } }%n";

    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType(schema());

    private ParquetSongs() {}

    /** Whether the file begins with Parquet's mark; false for what cannot be read. */
    static boolean isParquet(StoredTable table) {
        try (InputStream in = table.bytes()) {
            return Arrays.equals(in.readNBytes(4), "PAR1".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The Parquet files of a folder in the order of their names, as Spark writes one table; hidden files are left out.
     *
     * @throws CatalogException if there is none
     */
    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".parquet"))
                    .filter(file -> !file.getFileName().toString().matches("[._].*"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CatalogException(
                        folder.toString(),
                        "this is a folder without Parquet files",
                        "Name a file in it, or a folder of .parquet files");
            }
            return files;
        } catch (IOException e) {
            throw new CatalogException(folder.toString(), "it cannot be read: " + e, "Check its permissions", e);
        }
    }

    static void write(Catalog catalog, Path file) throws IOException {
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(SCHEMA)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build()) {
            for (Track track : catalog.tracks()) {
                writer.write(group(track));
            }
        }
    }

    private static Group group(Track track) {
        Group group = new SimpleGroup(SCHEMA);
        group.add("id", track.id());
        group.add("name", track.name());
        addAll(group, "artists", track.artists());
        add(group, "year", track.year());
        track.releaseDate().ifPresent(date -> group.add("release_date", date));
        add(group, "duration_ms", track.durationMillis());
        add(group, "popularity", track.popularity());
        track.explicit().ifPresent(explicit -> group.add("explicit", explicit.booleanValue()));
        add(group, "key", track.key());
        add(group, "mode", track.mode());
        for (Feature feature : Feature.values()) {
            group.add(feature.columnName(), track.audio().get(feature));
        }
        addAll(group, "genres", track.genres());
        track.sameRecordingAs().ifPresent(id -> group.add("same_recording_as", id));
        return group;
    }

    private static void add(Group group, String column, OptionalInt value) {
        value.ifPresent(number -> group.add(column, number));
    }

    private static void addAll(Group group, String column, List<String> values) {
        Group list = group.addGroup(column);
        values.forEach(value -> list.addGroup("list").add("element", value));
    }

    private static String schema() {
        StringBuilder schema = new StringBuilder("message song {\n");
        schema.append("required binary id (STRING);\nrequired binary name (STRING);\n");
        schema.append(LIST.formatted("artists"));
        schema.append("optional int32 year;\noptional binary release_date (STRING);\n");
        schema.append("optional int32 duration_ms;\noptional int32 popularity;\noptional boolean explicit;\n");
        schema.append("optional int32 key;\noptional int32 mode;\n");
        for (Feature feature : Feature.values()) {
            schema.append("required float ").append(feature.columnName()).append(";\n");
        }
        schema.append(LIST.formatted("genres"));
        return schema.append("optional binary same_recording_as (STRING);\n}").toString();
    }
}
