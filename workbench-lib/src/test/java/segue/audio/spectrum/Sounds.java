package segue.audio.spectrum;

import java.util.Arrays;
import java.util.Random;
import segue.audio.signal.Signal;

/** Sounds whose features are known. */
final class Sounds {
    static final int RATE = Signal.DEFAULT_RATE_HZ;

    private Sounds() {}

    static Signal silence(int samples) {
        return Signal.of(new float[samples], RATE);
    }

    static Signal constant(int samples, float value) {
        float[] values = new float[samples];
        Arrays.fill(values, value);
        return Signal.of(values, RATE);
    }

    /** A sine in the middle of a bin of 2,048 samples. */
    static Signal sineAtBin(int bin, int samples, double amplitude) {
        float[] values = new float[samples];
        for (int i = 0; i < samples; i++) {
            values[i] = (float) (amplitude * Math.sin(2 * Math.PI * ((long) bin * i % 2_048) / 2_048));
        }
        return Signal.of(values, RATE);
    }

    static Signal noise(int samples) {
        Random random = new Random(samples);
        float[] values = new float[samples];
        for (int i = 0; i < samples; i++) {
            values[i] = (float) (random.nextGaussian() * 0.1);
        }
        return Signal.of(values, RATE);
    }

    static Signal impulse(int samples, int at) {
        float[] values = new float[samples];
        values[at] = 1;
        return Signal.of(values, RATE);
    }
}
