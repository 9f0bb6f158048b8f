package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopCodecs;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.csv.gz", "out.parquet"})
    void what_is_written_reads_back_equal(String name) {
        Catalog sample = Catalog.sample();
        Path file = folder.resolve(name);
        CatalogWriter.write(sample, file);
        LoadResult back = Catalog.loader().load(file);
        assertThat(back.catalog().tracks()).isEqualTo(sample.tracks());
        assertThat(back.report().layout()).isEqualTo("segue");
        assertThat(back.catalog().checksum()).isPresent();
    }

    @Test
    void csv_begins_with_the_columns_of_the_kaggle_table() throws IOException {
        Path file = folder.resolve("out.csv");
        CatalogWriter.write(SongFile.load(folder, SongFile.THREE).catalog(), file);
        assertThat(Files.readAllLines(file).getFirst())
                .isEqualTo(SongFile.HEADER.strip() + ",genres,same_recording_as");
    }

    @Test
    void an_older_file_is_replaced_and_nothing_is_left_beside_it() throws IOException {
        Path file = Files.writeString(folder.resolve("out.parquet"), "old");
        CatalogWriter.write(Catalog.sample(), file);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_folder_that_does_not_exist_and_an_unknown_ending_are_refused() {
        assertThatThrownBy(() -> CatalogWriter.write(Catalog.sample(), folder.resolve("no/out.csv")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> CatalogWriter.write(Catalog.sample(), folder.resolve("out.xlsx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".parquet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNCOMPRESSED", "GZIP", "ZSTD", "LZ4_RAW"})
    void parquet_by_other_programs_is_read_or_refused_by_the_name_of_its_packing(String codec) throws IOException {
        Path file = folder.resolve("other.parquet");
        MessageType schema = MessageTypeParser.parseMessageType("message x { required binary id (STRING); "
                + Stream.of(Feature.values())
                        .map(feature -> "required double " + feature.columnName() + "; ")
                        .collect(Collectors.joining())
                + "optional binary name (STRING); optional int32 release_date (DATE); }");
        Group song = new SimpleGroup(schema);
        song.add("id", "id1");
        song.add("name", "Ünder");
        song.add("release_date", (int) LocalDate.of(1994, 6, 7).toEpochDay());
        Stream.of(Feature.values()).forEach(feature -> song.add(feature.columnName(), 0.5));
        write(file, schema, song, codec);
        if (codec.startsWith("LZ4")) {
            assertThatThrownBy(() -> Catalog.load(file))
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("packed with LZ4_RAW");
        } else {
            Track track = Catalog.load(file).track(0);
            assertThat(track.name()).isEqualTo("Ünder");
            assertThat(track.releaseDate()).contains("1994-06-07");
            assertThat(track.audio().tempo()).isEqualTo(0.5f);
        }
    }

    /** Gzip has no writer without Hadoop, so it is packed here; LZ4 is refused by its name, whatever the bytes. */
    private static void write(Path file, MessageType schema, Group song, String codec) throws IOException {
        PlainParquetConfiguration configuration = new PlainParquetConfiguration();
        ExampleParquetWriter.Builder builder = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(configuration)
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.valueOf(codec));
        if (codec.equals("GZIP") || codec.equals("LZ4_RAW")) {
            builder = builder.withCodecFactory(new GzipPages(configuration, CompressionCodecName.valueOf(codec)));
        }
        try (ParquetWriter<Group> writer = builder.build()) {
            writer.write(song);
        }
    }

    private static final class GzipPages implements CompressionCodecFactory {
        private final CompressionCodecFactory others;
        private final CompressionCodecName name;

        private GzipPages(PlainParquetConfiguration configuration, CompressionCodecName name) {
            this.name = name;
            this.others = HadoopCodecs.newFactory(configuration, 1 << 16);
        }

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    return BytesInput.from(SongFile.gzip(bytes.toInputStream().readAllBytes()));
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return name;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            return others.getDecompressor(codec);
        }

        @Override
        public void release() {}
    }

    @Test
    void damaged_parquet_is_refused_or_keeps_what_could_be_read() throws IOException {
        Path file = folder.resolve("out.parquet");
        CatalogWriter.write(SongFile.load(folder, SongFile.THREE).catalog(), file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] bytes = round < 100 ? Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4)) : whole.clone();
            if (round >= 100) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try {
                Catalog.loader().load(file);
            } catch (CatalogException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(100);
    }
}
