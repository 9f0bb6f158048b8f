package segue.audio.decode;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S64;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;

import java.lang.foreign.MemorySegment;

/** Samples of each kind that FFmpeg decodes to, as floats within -1 to 1. Whole numbers are divided by a power of two. */
final class SampleReader {
    private short[] shorts = new short[0];
    private int[] ints = new int[0];

    /** @param kind one of FFmpeg's packed sample formats */
    void read(MemorySegment memory, int kind, int count, float[] into) {
        switch (kind) {
            case AV_SAMPLE_FMT_FLT -> MemorySegment.copy(memory, JAVA_FLOAT_UNALIGNED, 0, into, 0, count);
            case AV_SAMPLE_FMT_S16 -> shorts(memory, count, into);
            case AV_SAMPLE_FMT_S32 -> ints(memory, count, into);
            case AV_SAMPLE_FMT_U8 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = ((memory.get(JAVA_BYTE, i) & 0xff) - 128) * 0x1p-7f;
                }
            }
            case AV_SAMPLE_FMT_DBL -> {
                for (int i = 0; i < count; i++) {
                    into[i] = (float) memory.get(JAVA_DOUBLE_UNALIGNED, 8L * i);
                }
            }
            case AV_SAMPLE_FMT_S64 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = memory.get(JAVA_LONG_UNALIGNED, 8L * i) * 0x1p-63f;
                }
            }
            default -> throw new IllegalStateException("FFmpeg decodes to samples of an unknown kind, " + kind);
        }
    }

    private void shorts(MemorySegment memory, int count, float[] into) {
        if (count > shorts.length) {
            shorts = new short[count];
        }
        MemorySegment.copy(memory, JAVA_SHORT_UNALIGNED, 0, shorts, 0, count);
        for (int i = 0; i < count; i++) {
            into[i] = shorts[i] * 0x1p-15f;
        }
    }

    private void ints(MemorySegment memory, int count, float[] into) {
        if (count > ints.length) {
            ints = new int[count];
        }
        MemorySegment.copy(memory, JAVA_INT_UNALIGNED, 0, ints, 0, count);
        for (int i = 0; i < count; i++) {
            into[i] = ints[i] * 0x1p-31f;
        }
    }
}
