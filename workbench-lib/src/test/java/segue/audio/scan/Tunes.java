package segue.audio.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import segue.audio.signal.Signal;

/** Small recordings for tests: melodies by seed, as 16-bit WAV files of 22,050 Hz in one channel. */
final class Tunes {
    private static final double SECONDS_A_NOTE = 0.18;

    private Tunes() {}

    /** Notes at random with three overtones each, and a little noise. */
    static float[] melody(int seed, double seconds) {
        int rate = Signal.DEFAULT_RATE_HZ;
        Random random = new Random(seed);
        float[] samples = new float[(int) Math.round(seconds * rate)];
        double pitchHz = 0;
        int noteLength = (int) (SECONDS_A_NOTE * rate);
        for (int i = 0; i < samples.length; i++) {
            if (i % noteLength == 0) {
                pitchHz = 220 * Math.pow(2, random.nextInt(25) / 12.0);
            }
            double since = (double) (i % noteLength) / rate;
            double tone = 0;
            for (int overtone = 1; overtone <= 4; overtone++) {
                tone += Math.sin(2 * Math.PI * overtone * pitchHz * since) / overtone;
            }
            samples[i] = (float) (0.2 * tone * Math.exp(-4 * since) + 0.002 * random.nextGaussian());
        }
        return samples;
    }

    static Path write(Path file, int seed, double seconds) throws IOException {
        return write(file, melody(seed, seconds));
    }

    static Path write(Path file, float[] samples) throws IOException {
        int bytes = 2 * samples.length;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(text("RIFF")).putInt(36 + bytes).put(text("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1);
        wav.putInt(Signal.DEFAULT_RATE_HZ).putInt(2 * Signal.DEFAULT_RATE_HZ);
        wav.putShort((short) 2).putShort((short) 16).put(text("data")).putInt(bytes);
        for (float sample : samples) {
            wav.putShort((short) Math.round(Math.clamp(sample, -1f, 1f) * 32_767));
        }
        Files.createDirectories(file.getParent());
        return Files.write(file, wav.array());
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
