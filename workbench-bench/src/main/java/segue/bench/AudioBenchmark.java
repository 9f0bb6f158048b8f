package segue.bench;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import segue.audio.Descriptors;
import segue.audio.FrameFeatures;
import segue.audio.signal.Signal;
import segue.audio.spectrum.FrameLevel;
import segue.audio.spectrum.MelFilterBank;
import segue.audio.spectrum.MelOptions;
import segue.audio.spectrum.Mfcc;
import segue.audio.spectrum.SpectralContrast;
import segue.audio.spectrum.SpectralShape;
import segue.audio.spectrum.Spectrogram;
import segue.audio.spectrum.Stft;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/**
 * Features of a clip of 30 seconds at 22,050 Hz, each alone and all in one row: invented sound, or the file that
 * {@code -Dsegue.bench.clip=FILE} names in the forks ({@code -jvmArgsAppend}), which is decoded too. Every run checks the
 * shape of its answer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AudioBenchmark {
    private static final int SECONDS = 30;

    private Path clip;
    private Signal signal;
    private Spectrogram spectrogram;

    @Setup
    public void readOrInventAClip() {
        String file = System.getProperty("segue.bench.clip");
        clip = file == null ? null : Path.of(file);
        signal = clip == null ? invented() : Signal.read(clip);
        spectrogram = Stft.power(signal, StftOptions.defaults());
    }

    private static Signal invented() {
        Random random = new Random(7);
        float[] samples = new float[SECONDS * Signal.DEFAULT_RATE_HZ];
        double smooth = 0;
        for (int i = 0; i < samples.length; i++) {
            smooth = 0.9 * smooth + 0.02 * random.nextGaussian();
            samples[i] = (float) (smooth + 0.3 * Math.sin(i * 0.05) * Math.exp(-(i % 11_025) / 4_000.0));
        }
        return Signal.of(samples, Signal.DEFAULT_RATE_HZ);
    }

    private FloatMatrix checked(FloatMatrix matrix, int columns) {
        if (matrix.rows() != spectrogram.frames() || matrix.columns() != columns) {
            throw new IllegalStateException(
                    "expected %d x %d but got %s".formatted(spectrogram.frames(), columns, matrix));
        }
        return matrix;
    }

    private float[] checked(float[] values) {
        if (values.length != spectrogram.frames()) {
            throw new IllegalStateException(
                    "expected %d frames but got %d".formatted(spectrogram.frames(), values.length));
        }
        return values;
    }

    private Path clip() {
        if (clip == null) {
            throw new IllegalStateException("name a recording: -jvmArgsAppend -Dsegue.bench.clip=FILE");
        }
        return clip;
    }

    @Benchmark
    public Signal decode() {
        return Signal.read(clip());
    }

    @Benchmark
    public Spectrogram stft() {
        Spectrogram power = Stft.power(signal, StftOptions.defaults());
        checked(power.power(), 1_025);
        return power;
    }

    @Benchmark
    public FloatMatrix mfccOfSamples() {
        return checked(Mfcc.of(signal), 20);
    }

    @Benchmark
    public FloatMatrix melOfSpectrum() {
        return checked(
                MelFilterBank.of(Signal.DEFAULT_RATE_HZ, 2_048, MelOptions.defaults())
                        .apply(spectrogram),
                128);
    }

    @Benchmark
    public float[] centroidOfSpectrum() {
        return checked(SpectralShape.centroid(spectrogram));
    }

    @Benchmark
    public float[] bandwidthOfSpectrum() {
        return checked(SpectralShape.bandwidth(spectrogram));
    }

    @Benchmark
    public float[] rolloffOfSpectrum() {
        return checked(SpectralShape.rolloff(spectrogram));
    }

    @Benchmark
    public float[] flatnessOfSpectrum() {
        return checked(SpectralShape.flatness(spectrogram));
    }

    @Benchmark
    public FloatMatrix contrastOfSpectrum() {
        return checked(SpectralContrast.of(spectrogram), 7);
    }

    @Benchmark
    public float[] rms() {
        return checked(FrameLevel.rms(signal));
    }

    @Benchmark
    public float[] zeroCrossingRate() {
        return checked(FrameLevel.zeroCrossingRate(signal));
    }

    @Benchmark
    public FloatMatrix allFrameFeatures() {
        return checked(FrameFeatures.of(signal).values().get("mfcc"), 20);
    }

    @Benchmark
    public Descriptors wholeRow() {
        return Descriptors.of(signal);
    }

    @Benchmark
    public Descriptors wholeRowOfFile() {
        return Descriptors.of(clip());
    }
}
