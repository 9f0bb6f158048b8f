package segue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import segue.audio.Descriptors;
import segue.audio.music.Chroma;
import segue.audio.music.OnsetStrength;
import segue.audio.music.Tempo;
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
import segue.dtw.Dtw;
import segue.dtw.DtwOptions;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;

/**
 * Our side of {@code bench/peers-audio}: reads one request a line, {@code {"task", "out"}}, writes the task's value to
 * {@code out}, a row a frame, and answers with the median of the thread's seconds of CPU in warm calls. Each call begins
 * with the samples, and shares no spectrum with another.
 *
 * <pre>{@code
 * java … segue.bench.AudioBesidePeers samples.npy clip.mp3 a.npy b.npy
 * }</pre>
 */
public final class AudioBesidePeers {
    private static final long WARM_UP_NANOS = 2_000_000_000;
    private static final long MEASURED_NANOS = 500_000_000;
    private static final int FEWEST_CALLS = 5;
    private static final StftOptions STFT = StftOptions.defaults();
    private static final DtwOptions TENTH = DtwOptions.defaults().withBand(0.1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, Supplier<FloatMatrix>> tasks;
    private final List<String> warm = new ArrayList<>();

    private AudioBesidePeers(Signal signal, Path clip, FloatMatrix a, FloatMatrix b) {
        tasks = Map.ofEntries(
                Map.entry("decode", () -> column(Signal.read(clip).samples())),
                Map.entry("stft", () -> Stft.power(signal, STFT).power()),
                Map.entry("mfcc", () -> Mfcc.of(signal)),
                Map.entry("spectral_centroid", () -> column(SpectralShape.centroid(Stft.power(signal, STFT)))),
                Map.entry("rolloff", () -> column(SpectralShape.rolloff(Stft.power(signal, STFT)))),
                Map.entry("zero_crossing_rate", () -> column(FrameLevel.zeroCrossingRate(signal))),
                Map.entry("spectral_contrast", () -> SpectralContrast.of(Stft.power(signal, STFT))),
                Map.entry("chroma_stft", () -> Chroma.of(Stft.power(signal, STFT))),
                Map.entry("tempo", () -> value(tempo(signal))),
                Map.entry("three", () -> three(signal)),
                Map.entry("row", () -> column(Descriptors.of(clip).values())),
                Map.entry("dtw", () -> value(Dtw.distance(a, b))),
                Map.entry("dtw_path", () -> value(Dtw.align(a, b).distance())),
                Map.entry("dtw_band", () -> value(Dtw.distance(a, b, TENTH))));
    }

    public static void main(String... files) throws IOException {
        float[] samples = Npy.readMatrix(Path.of(files[0])).values();
        AudioBesidePeers ours = new AudioBesidePeers(
                Signal.of(samples, Signal.DEFAULT_RATE_HZ),
                Path.of(files[1]),
                Npy.readMatrix(Path.of(files[2])),
                Npy.readMatrix(Path.of(files[3])));
        ObjectMapper json = new ObjectMapper();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            System.out.println(json.writeValueAsString(ours.answer(json.readTree(line))));
        }
    }

    private Map<String, Double> answer(JsonNode request) throws IOException {
        String name = request.get("task").asText();
        Supplier<FloatMatrix> task = tasks.get(name);
        if (task == null) {
            throw new IllegalArgumentException("no such task: " + name);
        }
        Npy.write(Path.of(request.get("out").asText()), task.get());
        if (!warm.contains(name)) {
            secondsOfCalls(task, WARM_UP_NANOS);
            warm.add(name);
        }
        List<Double> seconds = secondsOfCalls(task, MEASURED_NANOS);
        Collections.sort(seconds);
        return Map.of("seconds", seconds.get(seconds.size() / 2));
    }

    private static List<Double> secondsOfCalls(Supplier<FloatMatrix> task, long nanos) {
        List<Double> seconds = new ArrayList<>();
        for (long spent = 0; spent < nanos || seconds.size() < FEWEST_CALLS; ) {
            long start = THREADS.getCurrentThreadCpuTime();
            task.get();
            long call = THREADS.getCurrentThreadCpuTime() - start;
            seconds.add(call / 1e9);
            spent += call;
        }
        return seconds;
    }

    private static double tempo(Signal signal) {
        return Tempo.bpm(OnsetStrength.of(mel(Stft.power(signal, STFT)), Signal.DEFAULT_RATE_HZ, STFT));
    }

    private static FloatMatrix mel(Spectrogram spectrogram) {
        return MelFilterBank.of(Signal.DEFAULT_RATE_HZ, STFT.fftSize(), MelOptions.defaults())
                .apply(spectrogram);
    }

    /** Coefficients, then centroid, then zero crossings: shape {@code (frames, 22)}. */
    private static FloatMatrix three(Signal signal) {
        Spectrogram spectrogram = Stft.power(signal, STFT);
        FloatMatrix mfcc = Mfcc.ofMel(mel(spectrogram));
        float[] centroid = SpectralShape.centroid(spectrogram);
        float[] crossings = FrameLevel.zeroCrossingRate(signal);
        int width = mfcc.columns() + 2;
        float[] all = new float[mfcc.rows() * width];
        for (int frame = 0; frame < mfcc.rows(); frame++) {
            System.arraycopy(mfcc.values(), frame * mfcc.columns(), all, frame * width, mfcc.columns());
            all[frame * width + width - 2] = centroid[frame];
            all[frame * width + width - 1] = crossings[frame];
        }
        return FloatMatrix.wrap(mfcc.rows(), width, all);
    }

    private static FloatMatrix column(float[] values) {
        return FloatMatrix.wrap(values.length, 1, values);
    }

    private static FloatMatrix value(double value) {
        return column(new float[] {(float) value});
    }
}
