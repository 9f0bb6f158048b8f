package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A recording decoded to a WAV file that every browser plays: 16 bits, the recording's own rate, its first two channels, or
 * its only one.
 */
public final class WavCopy {
    private static final int HEADER = 44;
    private static final int BYTES = 2;

    private final Path source;
    private final FileChannel out;
    private final long mostBytes;
    private final SampleReader reader = new SampleReader();
    private float[][] planes = {};
    private ByteBuffer block = ByteBuffer.allocate(0);

    private WavCopy(Path source, FileChannel out, long mostBytes) {
        this.source = source;
        this.out = out;
        this.mostBytes = mostBytes;
    }

    /**
     * Decodes {@code source} into {@code out}: 10 to 20 ms of a core for 30 s, 5.3 MB for 30 s of two channels at 44,100 Hz. Where
     * the rate or the channels change on the way, the copy ends there.
     *
     * @param out an empty file, open for writing
     * @param mostBytes of the copy, up to 2 GiB
     * @throws AudioException saying why it cannot be decoded, or that the copy would have more bytes
     * @throws IOException if the copy cannot be written
     * @throws CancellationException if this thread was interrupted; it stays so
     */
    public static void write(Path source, FileChannel out, long mostBytes) throws IOException {
        AudioSupport.require();
        RecordingFile.require(source);
        try (Decoder decoder = Decoder.open(source)) {
            new WavCopy(source, out, Math.min(mostBytes, Integer.MAX_VALUE)).copy(decoder);
        }
    }

    private void copy(Decoder decoder) throws IOException {
        AVFrame frame = decoder.next();
        if (frame == null) {
            throw new AudioException(source, RecordingFile.reasonForSilence(source, decoder.damagedPackets()));
        }
        int rateHz = frame.sample_rate();
        int channels = channels(frame);
        out.position(HEADER);
        long bytes = HEADER;
        for (; frame != null && frame.sample_rate() == rateHz && channels(frame) == channels; frame = decoder.next()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("decoding " + source + " was interrupted");
            }
            bytes += (long) frame.nb_samples() * channels * BYTES;
            if (bytes > mostBytes) {
                throw new AudioException(source, "is too long to be decoded for playing");
            }
            write(frame, channels);
        }
        writeAll(header((int) (bytes - HEADER), rateHz, channels), 0);
    }

    private static int channels(AVFrame frame) {
        return Math.min(2, frame.ch_layout().nb_channels());
    }

    private void write(AVFrame frame, int channels) throws IOException {
        int length = frame.nb_samples();
        float[][] samples = read(frame, channels);
        if (block.capacity() < length * channels * BYTES) {
            block = ByteBuffer.allocate(length * channels * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }
        block.clear();
        int in = frame.ch_layout().nb_channels();
        boolean planar = isPlanar(frame);
        for (int i = 0; i < length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                float sample = planar ? samples[channel][i] : samples[0][i * in + channel];
                block.putShort((short) Math.clamp(Math.round(sample * 32_768f), -32_768, 32_767));
            }
        }
        block.flip();
        while (block.hasRemaining()) {
            out.write(block);
        }
    }

    private float[][] read(AVFrame frame, int channels) {
        int packed = av_get_packed_sample_fmt(frame.format());
        int each = isPlanar(frame)
                ? frame.nb_samples()
                : Math.multiplyExact(frame.nb_samples(), frame.ch_layout().nb_channels());
        int count = isPlanar(frame) ? channels : 1;
        if (planes.length < count || planes[0].length < each) {
            planes = new float[count][each];
        }
        for (int plane = 0; plane < count; plane++) {
            reader.read(
                    memory(frame, plane, (long) each * av_get_bytes_per_sample(packed)), packed, each, planes[plane]);
        }
        return planes;
    }

    private static boolean isPlanar(AVFrame frame) {
        return av_sample_fmt_is_planar(frame.format()) == 1;
    }

    /** FFmpeg says where, and the frame how much. */
    @SuppressWarnings("restricted")
    private static MemorySegment memory(AVFrame frame, int plane, long bytes) {
        return MemorySegment.ofAddress(frame.extended_data(plane).address()).reinterpret(bytes);
    }

    private void writeAll(byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer, position + buffer.position());
        }
    }

    private static byte[] header(int bytes, int rateHz, int channels) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(HEADER - 8 + bytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(rateHz)
                .putInt(rateHz * channels * BYTES)
                .putShort((short) (channels * BYTES))
                .putShort((short) (8 * BYTES))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes)
                .array();
    }
}
