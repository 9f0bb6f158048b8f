package segue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
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
 * Features of 30 seconds at 22,050 Hz, each alone and all in one row. The sound is {@code vibeace.wav} of the recordings in
 * {@code SEGUE_DATA}, or where that is not set {@code data/sample/audio/band.flac} over and over; where there is an ffmpeg it is
 * decoded from an mp3, else from a wav. Every run checks the shape of its answer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class AudioBenchmark {
    private static final int SECONDS = 30;

    private Path folder;
    private Path clip;
    private Signal signal;
    private Spectrogram spectrogram;

    @Setup
    public void readAClip() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("segue-bench");
        Path wav = folder.resolve("clip.wav");
        thirtySeconds(Signal.read(recording())).writeWav(wav);
        clip = asMp3(wav);
        System.out.println("clip: " + recording() + ", as " + clip.getFileName());
        signal = Signal.read(clip);
        spectrogram = Stft.power(signal, StftOptions.defaults());
    }

    @TearDown
    public void removeTheClip() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Path recording() {
        String data = System.getenv("SEGUE_DATA");
        Path sample = Path.of("data", "sample", "audio", "band.flac");
        Path given = data == null ? sample : Path.of(data, "audio", "vibeace.wav");
        if (!Files.exists(given)) {
            throw new IllegalStateException(
                    "there is no %s: run this in the project's folder, or name the data's folder in SEGUE_DATA"
                            .formatted(given));
        }
        return given;
    }

    private static Signal thirtySeconds(Signal signal) {
        float[] samples = new float[SECONDS * Signal.DEFAULT_RATE_HZ];
        for (int at = 0; at < samples.length; at += signal.length()) {
            System.arraycopy(signal.samples(), 0, samples, at, Math.min(signal.length(), samples.length - at));
        }
        return Signal.of(samples, Signal.DEFAULT_RATE_HZ);
    }

    private static Path asMp3(Path wav) throws IOException, InterruptedException {
        Path mp3 = wav.resolveSibling("clip.mp3");
        try {
            Process ffmpeg = new ProcessBuilder(
                            "ffmpeg", "-v", "error", "-i", wav.toString(), "-b:a", "64k", mp3.toString())
                    .inheritIO()
                    .start();
            return ffmpeg.waitFor() == 0 ? mp3 : wav;
        } catch (IOException noFfmpeg) {
            return wav;
        }
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

    @Benchmark
    public Signal decode() {
        return Signal.read(clip);
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
        return Descriptors.of(clip);
    }
}
