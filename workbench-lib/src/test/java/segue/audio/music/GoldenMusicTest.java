package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.SampleRange;
import segue.audio.signal.Signal;
import segue.audio.spectrum.Spectrogram;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/** Beside what librosa 0.11 says of the same recordings. */
class GoldenMusicTest {
    private static Path recordings;
    private static Path golden;

    @BeforeAll
    static void golden_values_are_here() {
        String folder = System.getenv("SEGUE_DATA");
        Assumptions.assumeTrue(
                folder != null && !folder.isBlank(), "SEGUE_DATA is not set, librosa's values are not here");
        recordings = Path.of(folder, "audio");
        golden = Path.of(folder).toAbsolutePath().resolveSibling("reference").resolve("librosa");
        Assumptions.assumeTrue(
                Files.isDirectory(golden) && Files.isDirectory(recordings),
                golden + " or " + recordings + " is not here");
    }

    private static Spectrogram trumpet() {
        return Sound.spectrum(Signal.read(recordings.resolve("trumpet.wav")));
    }

    @Test
    void the_tuning_of_the_trumpet_is_librosas() {
        assertThat(Tuning.of(trumpet())).isCloseTo(-0.04, within(1e-12));
    }

    @Test
    void chroma_is_librosas_in_every_frame() throws IOException {
        assertColumns(Chroma.of(trumpet()), "trumpet.chroma_stft.csv", 1e-5);
    }

    @Test
    void chroma_of_concert_pitch_is_librosas_in_every_frame() throws IOException {
        assertColumns(Chroma.of(trumpet(), 0), "trumpet.chroma_stft_tuning0.csv", 1e-5);
    }

    @Test
    void onset_strength_is_librosas_in_every_frame() throws IOException {
        float[][] mel = rows("trumpet.melspectrogram.csv");
        float[] values = new float[mel.length * mel[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = mel[i % mel.length][i / mel.length];
        }
        FloatMatrix power = FloatMatrix.wrap(mel[0].length, mel.length, values);
        float[] found =
                OnsetStrength.of(power, Sound.RATE_HZ, StftOptions.defaults()).values();
        assertColumns(FloatMatrix.wrap(found.length, 1, found), "trumpet.onset_strength.csv", 1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trumpet", "libri1", "vibeace"})
    void means_and_tempo_of_whole_recordings_and_their_parts_are_librosas(String clip) throws IOException {
        Signal whole = Signal.read(recordings.resolve(clip + ".wav"));
        for (Map<String, String> row : clips(clip)) {
            Spectrogram spectrum = Sound.spectrum(part(whole, row.get("segment")));
            FloatMatrix tuned = Chroma.of(spectrum);
            FloatMatrix concert = Chroma.of(spectrum, 0);
            OnsetStrength onsets = OnsetStrength.of(mel(spectrum), Sound.RATE_HZ, StftOptions.defaults());
            assertMoments(tuned.values(), row, "chroma_stft");
            assertMoments(concert.values(), row, "chroma_stft_tuning0");
            assertMoments(onsets.values(), row, "onset_strength");
            for (int c = 0; c < Chroma.CLASSES; c++) {
                assertNear(mean(concert.column(c)), row, "chroma" + c + "_mean");
            }
            assertThat(Tempo.bpm(onsets)).isCloseTo(Double.parseDouble(row.get("tempo")), within(1e-9));
        }
    }

    @Test
    void recordings_whose_keys_are_known_are_heard_in_them() {
        Signal brahms = Signal.read(recordings.resolve("brahms.wav"));
        Signal tchaikovsky = Signal.read(recordings.resolve("nutcracker.wav"));
        assertThat(Key.of(Chroma.of(Sound.spectrum(brahms)))).hasToString("G minor");
        assertThat(Key.of(Chroma.of(Sound.spectrum(tchaikovsky)))).hasToString("E minor");
    }

    private static Signal part(Signal whole, String segment) {
        if (segment.equals("full")) {
            return whole;
        }
        int length = 10 * Sound.RATE_HZ;
        int from = Integer.parseInt(segment.substring("seg".length())) * length;
        return whole.part(new SampleRange(from, from + length));
    }

    private static void assertMoments(float[] values, Map<String, String> row, String column) {
        double mean = mean(values);
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        assertNear(mean, row, column + "_mean");
        assertNear(squares / values.length, row, column + "_var");
    }

    private static void assertNear(double found, Map<String, String> row, String column) {
        double expected = Double.parseDouble(row.get(column));
        assertThat(found).as("%s of %s", column, row.get("segment")).isCloseTo(expected, within(1e-5 * expected));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static void assertColumns(FloatMatrix found, String file, double tolerance) throws IOException {
        float[][] expected = rows(file);
        assertThat(found.columns()).isEqualTo(expected.length);
        for (int c = 0; c < expected.length; c++) {
            float[] column = found.column(c);
            assertThat(column).hasSameSizeAs(expected[c]);
            for (int f = 0; f < column.length; f++) {
                assertThat((double) column[f])
                        .as("%s, frame %d, row %d", file, f, c)
                        .isCloseTo(expected[c][f], within(tolerance * Math.abs(expected[c][f])));
            }
        }
    }

    /** By librosa's own filter bank. */
    private static FloatMatrix mel(Spectrogram spectrum) throws IOException {
        float[][] bank = rows("mel_filterbank_sr22050_nfft2048_128.csv");
        float[] mel = new float[spectrum.frames() * bank.length];
        for (int b = 0; b < bank.length; b++) {
            for (int bin = 0; bin < spectrum.bins(); bin++) {
                if (bank[b][bin] != 0) {
                    for (int f = 0; f < spectrum.frames(); f++) {
                        mel[f * bank.length + b] +=
                                bank[b][bin] * spectrum.power().values()[f * spectrum.bins() + bin];
                    }
                }
            }
        }
        return FloatMatrix.wrap(spectrum.frames(), bank.length, mel);
    }

    private static List<Map<String, String>> clips(String clip) throws IOException {
        List<String> lines = Files.readAllLines(golden.resolve("clip_features.csv"));
        String[] names = lines.getFirst().split(",");
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(values -> values[0].equals(clip))
                .map(values -> row(names, values))
                .toList();
    }

    private static Map<String, String> row(String[] names, String[] values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], values[i]);
        }
        return row;
    }

    private static float[][] rows(String file) throws IOException {
        return Files.readAllLines(golden.resolve(file)).stream()
                .map(line -> {
                    double[] values = Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                    float[] row = new float[values.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = (float) values[i];
                    }
                    return row;
                })
                .toArray(float[][]::new);
    }
}
