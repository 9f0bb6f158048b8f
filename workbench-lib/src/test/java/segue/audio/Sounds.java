package segue.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import segue.audio.signal.Signal;

/** Sounds and files for tests. */
public final class Sounds {
    private Sounds() {}

    /** A few steady tones and one that climbs, within -0.8 to 0.8. */
    public static Signal music(double seconds, int rateHz) {
        float[] samples = new float[(int) Math.round(seconds * rateHz)];
        for (int i = 0; i < samples.length; i++) {
            double t = (double) i / rateHz;
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 330 * t)
                    + 0.2 * Math.sin(2 * Math.PI * 554.4 * t)
                    + 0.3 * Math.sin(2 * Math.PI * (200 + 150 * t) * t));
        }
        return Signal.of(samples, rateHz);
    }

    public static Signal noise(int length, int rateHz, long seed) {
        Random random = new Random(seed);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = random.nextFloat() - 0.5f;
        }
        return Signal.of(samples, rateHz);
    }

    /** So many frames of silent mp3: 32 kbit/s, 44,100 Hz, one channel, 1,152 samples each. */
    public static byte[] silentMp3(int frames) {
        int size = 104;
        byte[] bytes = new byte[frames * size];
        for (int at = 0; at < bytes.length; at += size) {
            bytes[at] = (byte) 0xff;
            bytes[at + 1] = (byte) 0xfb;
            bytes[at + 2] = 0x10;
            bytes[at + 3] = (byte) 0xc0;
        }
        return bytes;
    }

    /** One after the other. */
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** How much stronger {@code wanted} is than what differs from it, in dB; over their common length. */
    public static double signalToNoiseDb(float[] wanted, float[] got) {
        double signal = 0;
        double noise = 0;
        for (int i = 0; i < Math.min(wanted.length, got.length); i++) {
            signal += (double) wanted[i] * wanted[i];
            noise += ((double) wanted[i] - got[i]) * ((double) wanted[i] - got[i]);
        }
        return 10 * Math.log10(signal / Math.max(noise, 1e-30));
    }

    /** As {@link #signalToNoiseDb} in a stretch of 8,000 samples, where {@code got} may be off by so many samples. */
    public static double signalToNoiseDb(float[] wanted, float[] got, int off) {
        float[] stretch = Arrays.copyOfRange(wanted, 20_000, 28_000);
        double best = Double.NEGATIVE_INFINITY;
        for (int by = -off; by <= off; by++) {
            best = Math.max(best, signalToNoiseDb(stretch, Arrays.copyOfRange(got, 20_000 + by, 28_000 + by)));
        }
        return best;
    }

    /** What a file of 16 bits keeps of a sound, as read back from {@code file}. */
    public static Signal inSixteenBits(Signal signal, Path file) throws IOException {
        signal.writeWav(file);
        return Signal.read(file, signal.sampleRateHz());
    }
}
