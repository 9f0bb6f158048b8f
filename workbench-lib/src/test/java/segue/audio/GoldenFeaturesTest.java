package segue.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.Signal;
import segue.audio.spectrum.MelFilterBank;
import segue.audio.spectrum.MelOptions;
import segue.matrix.FloatMatrix;

/** Values that librosa 0.11 computed from real recordings, frame by frame for one and summed up for others. */
class GoldenFeaturesTest {
    private static final double TOLERANCE = 1e-4;
    /** MFCC pass through zero: values below this share of the largest are held to the tolerance of that share. */
    private static final double NEAR_ZERO = 1e-3;

    private static final int SEGMENT = 220_500;
    private static Path golden;
    private static Path recordings;

    @BeforeAll
    static void golden_values_must_be_here() {
        String data = System.getenv("SEGUE_DATA");
        assumeTrue(data != null && !data.isBlank(), "SEGUE_DATA is not set, the recordings are not here");
        recordings = Path.of(data, "audio");
        golden = Path.of(data).resolveSibling("reference").resolve("librosa");
        assumeTrue(Files.isDirectory(golden), () -> "there are no golden values in " + golden);
    }

    /** Librosa's matrices have a frame a column. */
    private static FloatMatrix read(String name) throws IOException {
        List<double[]> lines = Files.readAllLines(golden.resolve(name)).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        int frames = lines.getFirst().length;
        float[] values = new float[frames * lines.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) lines.get(i % lines.size())[i / lines.size()];
        }
        return FloatMatrix.wrap(frames, lines.size(), values);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rms",
                "zero_crossing_rate",
                "spectral_centroid",
                "spectral_bandwidth",
                "rolloff",
                "flatness",
                "mfcc",
                "melspectrogram"
            })
    void every_frame_of_the_trumpet_is_as_librosa_has_it(String feature) throws IOException {
        FloatMatrix found = FrameFeatures.of(Signal.read(recordings.resolve("trumpet.wav")))
                .values()
                .get(feature);
        FloatMatrix expected = read("trumpet." + feature + ".csv");
        assertThat(found.rows()).isEqualTo(expected.rows());
        assertThat(found.columns()).isEqualTo(expected.columns());
        double largest = 0;
        for (float value : expected.values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        double least = feature.equals("mfcc") ? NEAR_ZERO * largest : 0;
        for (int i = 0; i < found.values().length; i++) {
            double value = expected.values()[i];
            assertThat(Math.abs(found.values()[i] - value))
                    .as(
                            "%s, frame %d, column %d: %s for %s",
                            feature, i / found.columns(), i % found.columns(), found.values()[i], value)
                    .isLessThanOrEqualTo(TOLERANCE * Math.max(least, Math.abs(value)));
        }
    }

    @Test
    void the_filter_bank_is_librosas() throws IOException {
        FloatMatrix expected = read("mel_filterbank_sr22050_nfft2048_128.csv");
        FloatMatrix weights =
                MelFilterBank.of(22_050, 2_048, MelOptions.defaults()).weights();
        for (int band = 0; band < 128; band++) {
            for (int bin = 0; bin < 1_025; bin++) {
                double value = expected.get(bin, band);
                assertThat(Math.abs(weights.get(band, bin) - value)).isLessThanOrEqualTo(1e-6 * Math.abs(value));
            }
        }
    }

    @Test
    void means_and_variances_of_clips_and_segments_are_librosas() throws IOException {
        List<String> lines = Files.readAllLines(golden.resolve("clip_features.csv"));
        String[] columns = lines.getFirst().split(",");
        Set<String> compared = new TreeSet<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            Descriptors row = Descriptors.of(part(fields[0], fields[1]));
            for (int c = 4; c < columns.length; c++) {
                double expected = Double.parseDouble(fields[c]);
                String place = columns[c] + " of " + fields[0] + " " + fields[1];
                row.get(columns[c])
                        .ifPresent(found -> assertThat(Math.abs(found - expected))
                                .as("%s: %s for %s", place, found, expected)
                                .isLessThanOrEqualTo(TOLERANCE * Math.abs(expected)));
                if (row.get(columns[c]).isPresent()) {
                    compared.add(columns[c]);
                }
            }
        }
        assertThat(compared).hasSizeGreaterThanOrEqualTo(52);
    }

    private static Signal part(String clip, String segment) {
        Signal whole = Signal.read(recordings.resolve(clip + ".wav"));
        if (segment.equals("full")) {
            return whole;
        }
        int from = Integer.parseInt(segment.substring("seg".length())) * SEGMENT;
        return Signal.of(Arrays.copyOfRange(whole.samples(), from, from + SEGMENT), whole.sampleRateHz());
    }
}
