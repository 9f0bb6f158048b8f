package segue.audio.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes one channel of 16-bit samples as FLAC: blocks of 4,096 samples, each predicted linearly from the ones before, the
 * rest in Rice codes (RFC 9639). Lossless, and the same bytes on every platform.
 */
final class FlacFile {
    private static final int BLOCK = 4_096;
    private static final int BITS = 16;
    private static final int PARTITION = 256;
    private static final int MOST_RICE = 14;

    private FlacFile() {}

    /**
     * @param samples −32,768 to 32,767; where all are multiples of a power of two, the zeros below are not stored
     * @param tags such as {@code TITLE}
     */
    static byte[] of(int[] samples, int sampleRateHz, Map<String, String> tags) {
        FlacBits file = new FlacBits().put("fLaC".getBytes(StandardCharsets.US_ASCII));
        file.put(0, 8).put(34, 24).put(BLOCK, 16).put(BLOCK, 16).put(0, 24).put(0, 24);
        file.put(sampleRateHz, 20).put(0, 3).put(BITS - 1, 5).put(0, 4).put(samples.length, 32);
        file.put(md5(samples));
        byte[] comment = comment(tags);
        file.put(0x84, 8).put(comment.length, 24).put(comment);
        for (int from = 0, frame = 0; from < samples.length; from += BLOCK, frame++) {
            file.put(frame(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + BLOCK)), frame));
        }
        return file.toBytes();
    }

    private static byte[] md5(int[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample : samples) {
            bytes.putShort((short) sample);
        }
        try {
            return MessageDigest.getInstance("MD5").digest(bytes.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private static byte[] comment(Map<String, String> tags) {
        List<byte[]> texts = tags.entrySet().stream()
                .map(tag -> (tag.getKey() + "=" + tag.getValue()).getBytes(StandardCharsets.UTF_8))
                .toList();
        byte[] vendor = "Segue".getBytes(StandardCharsets.US_ASCII);
        int size = 8
                + vendor.length
                + texts.stream().mapToInt(text -> 4 + text.length).sum();
        ByteBuffer comment = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        comment.putInt(vendor.length).put(vendor).putInt(texts.size());
        texts.forEach(text -> comment.putInt(text.length).put(text));
        return comment.array();
    }

    /** A block with its header and checksums; the frame's number must be below 128. */
    private static byte[] frame(int[] block, int number) {
        if (number > 127) {
            throw new IllegalArgumentException("a sample recording has at most %,d samples".formatted(128 * BLOCK));
        }
        FlacBits header = new FlacBits()
                .put(0xfff8, 16)
                .put(7, 4)
                .put(0, 4)
                .put(0, 4)
                .put(4, 3)
                .put(0, 1);
        byte[] head = header.put(number, 8).put(block.length - 1, 16).toBytes();
        FlacBits frame = new FlacBits().put(head).put(crc(head, 8, 0x07), 8);
        subframe(frame, block);
        byte[] body = frame.align().toBytes();
        return new FlacBits().put(body).put(crc(body, 16, 0x8005), 16).toBytes();
    }

    private static void subframe(FlacBits out, int[] block) {
        int low = 0;
        for (int sample : block) {
            low |= sample;
        }
        if (low == 0) {
            out.put(0, 8).put(0, BITS);
            return;
        }
        int wasted = Integer.numberOfTrailingZeros(low);
        int bits = BITS - wasted;
        int[] samples = Arrays.stream(block).map(sample -> sample >> wasted).toArray();
        FlacPrediction prediction = FlacPrediction.of(samples);
        int order = prediction.order();
        out.put(order == 0 ? 0b001000 : 0b100000 | order - 1, 7).put(wasted > 0 ? 1 : 0, 1);
        if (wasted > 0) {
            out.unary(wasted - 1);
        }
        for (int i = 0; i < order; i++) {
            out.put(samples[i], bits);
        }
        if (order > 0) {
            out.put(FlacPrediction.PRECISION - 1, 4).put(prediction.shift(), 5);
            for (int coefficient : prediction.coefficients()) {
                out.put(coefficient, FlacPrediction.PRECISION);
            }
        }
        residual(out, prediction.residual(samples), order, samples.length);
    }

    private static void residual(FlacBits out, int[] residual, int order, int blockLength) {
        int partitions = blockLength == BLOCK ? BLOCK / PARTITION : 1;
        out.put(0, 2).put(Integer.numberOfTrailingZeros(partitions), 4);
        for (int p = 0; p < partitions; p++) {
            int from = p == 0 ? 0 : p * PARTITION - order;
            int to = p == partitions - 1 ? residual.length : (p + 1) * PARTITION - order;
            int parameter = cheapest(residual, from, to);
            out.put(parameter, 4);
            for (int i = from; i < to; i++) {
                out.rice(residual[i], parameter);
            }
        }
    }

    private static int cheapest(int[] residual, int from, int to) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int parameter = 0; parameter <= MOST_RICE; parameter++) {
            long bits = (long) (to - from) * (parameter + 1);
            for (int i = from; i < to; i++) {
                bits += FlacBits.fold(residual[i]) >>> parameter;
            }
            if (bits < least) {
                least = bits;
                best = parameter;
            }
        }
        return best;
    }

    private static int crc(byte[] bytes, int width, int polynomial) {
        int crc = 0;
        for (byte value : bytes) {
            crc ^= (value & 0xff) << width - 8;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 1 << width - 1) != 0 ? crc << 1 ^ polynomial : crc << 1;
            }
            crc &= (1 << width) - 1;
        }
        return crc;
    }
}
