package segue.kernel.display;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Samples as a WAV file of 16 bit, the form that every browser plays. */
final class WavBytes {
    private static final int HEADER = 44;

    private WavBytes() {}

    static long size(float[][] channels) {
        return HEADER + 2L * channels.length * channels[0].length;
    }

    /** The largest absolute value. */
    static float peak(float[][] channels) {
        float peak = 0;
        for (int c = 0; c < channels.length; c++) {
            if (channels[c].length != channels[0].length) {
                throw new IllegalArgumentException("channels must be of equal length, but channel 0 has "
                        + channels[0].length + " samples and channel " + c + " has " + channels[c].length);
            }
            for (int i = 0; i < channels[c].length; i++) {
                if (!Float.isFinite(channels[c][i])) {
                    throw new IllegalArgumentException(
                            "samples must be finite, but sample " + i + " of channel " + c + " is " + channels[c][i]);
                }
                peak = Math.max(peak, Math.abs(channels[c][i]));
            }
        }
        return peak;
    }

    static byte[] of(float[][] channels, int sampleRateHz, float gain) {
        int frameBytes = 2 * channels.length;
        int dataBytes = frameBytes * channels[0].length;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + dataBytes).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels.length);
        wav.putInt(sampleRateHz).putInt(sampleRateHz * frameBytes);
        wav.putShort((short) frameBytes).putShort((short) 16);
        wav.put(ascii("data")).putInt(dataBytes);
        for (int i = 0; i < channels[0].length; i++) {
            for (float[] channel : channels) {
                wav.putShort((short) Math.round(channel[i] * gain * Short.MAX_VALUE));
            }
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
