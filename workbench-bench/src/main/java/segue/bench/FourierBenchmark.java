package segue.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.fft.FloatFFT_1D;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import segue.audio.spectrum.BlockStft;
import segue.audio.spectrum.RealFft;
import segue.audio.spectrum.StftOptions;
import segue.audio.spectrum.Window;

/**
 * The power spectrum of a frame of 2,048 samples, windowed: one alone, one of sixteen side by side, and by JTransforms on one
 * thread. Set-up checks that all agree.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class FourierBenchmark {
    private static final int SIZE = 2_048;

    private final float[] samples = new float[SIZE];
    private final double[] window = Window.HANN.weights(SIZE);
    private final float[] power = new float[SIZE / 2 + 1];
    private final float[] floats = new float[SIZE];
    private final double[] doubles = new double[SIZE];
    private static final int TOGETHER = 16;
    private static final StftOptions FRAMES = StftOptions.defaults().withCentred(false);

    private final float[] recording = new float[SIZE + (TOGETHER - 1) * FRAMES.hopLength()];
    private final float[] block = new float[TOGETHER * FRAMES.bins()];
    private final BlockStft together = new BlockStft(FRAMES);
    private final RealFft precise = RealFft.precise(SIZE, Window.HANN);
    private final FloatFFT_1D floatRival = new FloatFFT_1D(SIZE);
    private final DoubleFFT_1D doubleRival = new DoubleFFT_1D(SIZE);

    @Setup
    public void agree() {
        Random random = new Random(3);
        for (int i = 0; i < SIZE; i++) {
            samples[i] = random.nextFloat() - 0.5f;
        }
        System.arraycopy(samples, 0, recording, 0, SIZE);
        float[] expected = precise().clone();
        for (float[] other : new float[][] {
            firstOf(sixteen()), jtransforms().clone(), jtransformsInDouble().clone()
        }) {
            for (int k = 0; k < expected.length; k++) {
                if (Math.abs(Math.sqrt(other[k]) - Math.sqrt(expected[k])) > 1e-4) {
                    throw new IllegalStateException("bin %d is %s but was %s".formatted(k, other[k], expected[k]));
                }
            }
        }
    }

    /** Of a block that holds sixteen values a bin. */
    private static float[] firstOf(float[] block) {
        float[] first = new float[FRAMES.bins()];
        for (int k = 0; k < first.length; k++) {
            first[k] = block[k * TOGETHER];
        }
        return first;
    }

    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public float[] sixteen() {
        for (int frame = 0; frame < TOGETHER; frame++) {
            together.add(recording, 0, recording.length, frame);
        }
        together.power(block);
        return block;
    }

    @Benchmark
    public float[] precise() {
        precise.power(samples, 0, power, 0);
        return power;
    }

    @Benchmark
    public float[] jtransforms() {
        for (int i = 0; i < SIZE; i++) {
            floats[i] = (float) (samples[i] * window[i]);
        }
        floatRival.realForward(floats);
        for (int k = 1; k < SIZE / 2; k++) {
            power[k] = floats[2 * k] * floats[2 * k] + floats[2 * k + 1] * floats[2 * k + 1];
        }
        power[0] = floats[0] * floats[0];
        power[SIZE / 2] = floats[1] * floats[1];
        return power;
    }

    @Benchmark
    public float[] jtransformsInDouble() {
        for (int i = 0; i < SIZE; i++) {
            doubles[i] = samples[i] * window[i];
        }
        doubleRival.realForward(doubles);
        for (int k = 1; k < SIZE / 2; k++) {
            power[k] = (float) (doubles[2 * k] * doubles[2 * k] + doubles[2 * k + 1] * doubles[2 * k + 1]);
        }
        power[0] = (float) (doubles[0] * doubles[0]);
        power[SIZE / 2] = (float) (doubles[1] * doubles[1]);
        return power;
    }
}
