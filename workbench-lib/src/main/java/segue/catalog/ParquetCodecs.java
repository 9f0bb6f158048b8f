package segue.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopCodecs;

/** Unpacks Parquet pages without Hadoop: gzip by the JDK, Snappy and Zstandard by their libraries; the rest is refused. */
final class ParquetCodecs implements CompressionCodecFactory {
    private static final int PAGE_SIZE = 1 << 16;

    private final CompressionCodecFactory libraries;

    static boolean supports(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, ZSTD, GZIP -> true;
            default -> false;
        };
    }

    ParquetCodecs(ParquetConfiguration configuration) {
        this.libraries = HadoopCodecs.newFactory(configuration, PAGE_SIZE);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return libraries.getCompressor(codec);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, ZSTD -> libraries.getDecompressor(codec);
            case GZIP -> new Gzip();
            default ->
                throw new IllegalArgumentException(
                        codec + " is not supported: write it as Snappy, Zstandard, gzip or uncompressed");
        };
    }

    @Override
    public void release() {
        libraries.release();
    }

    private static final class Gzip implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            return BytesInput.from(unpack(packed.toInputStream(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer output, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            output.put(unpack(new ByteArrayInputStream(bytes), size));
        }

        private static byte[] unpack(InputStream packed, int size) throws IOException {
            try (InputStream in = new GZIPInputStream(packed)) {
                return in.readNBytes(size);
            }
        }

        @Override
        public void release() {
            // holds nothing
        }
    }
}
