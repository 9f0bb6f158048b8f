package segue.audio.signal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import segue.files.WholeFile;

/** WAV files of one channel in 16 bits (Microsoft, "Multimedia Programming Interface and Data Specifications 1.0"). */
final class WavFile {
    private static final int HEADER = 44;
    private static final int BLOCK = 1 << 14;

    private WavFile() {}

    static void write(Path file, Signal signal) throws IOException {
        long bytes = 2L * signal.length();
        if (bytes > Integer.MAX_VALUE - HEADER) {
            throw new IOException(file + ": a sound of %,.0f s does not fit a WAV file".formatted(signal.seconds()));
        }
        WholeFile.write(file, part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                out.write(header((int) bytes, signal.sampleRateHz()));
                ByteBuffer block = ByteBuffer.allocate(2 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
                for (int from = 0; from < signal.length(); from += BLOCK) {
                    block.clear();
                    for (int i = from; i < Math.min(from + BLOCK, signal.length()); i++) {
                        block.putShort((short) Math.clamp(Math.round(signal.samples()[i] * 32_768f), -32_768, 32_767));
                    }
                    out.write(block.array(), 0, block.position());
                }
            }
        });
    }

    private static byte[] header(int bytes, int sampleRateHz) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name("RIFF"))
                .putInt(HEADER - 8 + bytes)
                .put(name("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(sampleRateHz)
                .putInt(2 * sampleRateHz)
                .putShort((short) 2)
                .putShort((short) 16)
                .put(name("data"))
                .putInt(bytes)
                .array();
    }

    private static byte[] name(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
