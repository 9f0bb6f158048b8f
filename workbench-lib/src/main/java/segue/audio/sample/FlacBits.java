package segue.audio.sample;

import java.io.ByteArrayOutputStream;

/** Bits in the order of FLAC, the highest first. */
final class FlacBits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long pending;
    private int count;

    /** The lowest {@code width} bits of {@code value}; at most 32. */
    FlacBits put(long value, int width) {
        pending = pending << width | value & (1L << width) - 1;
        count += width;
        while (count >= 8) {
            count -= 8;
            bytes.write((int) (pending >>> count));
        }
        return this;
    }

    /** So many zeros, then a one. */
    FlacBits unary(int zeros) {
        int left = zeros;
        for (; left >= 32; left -= 32) {
            put(0, 32);
        }
        return put(1, left + 1);
    }

    /** A signed number in Rice code: the high bits of its folded value in unary, the low ones as they are. */
    FlacBits rice(int value, int parameter) {
        int folded = fold(value);
        unary(folded >>> parameter);
        return parameter == 0 ? this : put(folded, parameter);
    }

    /** 0, −1, 1, −2, 2 … as 0, 1, 2, 3, 4 … */
    static int fold(int value) {
        return value << 1 ^ value >> 31;
    }

    FlacBits put(byte[] raw) {
        for (byte value : raw) {
            put(value, 8);
        }
        return this;
    }

    /** Fills the last byte with zeros. */
    FlacBits align() {
        return count == 0 ? this : put(0, 8 - count);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
