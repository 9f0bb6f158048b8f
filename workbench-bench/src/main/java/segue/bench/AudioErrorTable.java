package segue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import segue.audio.Descriptors;
import segue.audio.FrameFeatures;
import segue.audio.signal.Signal;
import segue.audio.spectrum.MelFilterBank;
import segue.audio.spectrum.MelOptions;
import segue.matrix.FloatMatrix;

/**
 * Prints how far features are from librosa's, feature by feature, as tables for the documentation. An error is relative to
 * librosa's value. For frames it is told twice: strictly, and with values below a thousandth of the feature's largest
 * counted as that thousandth, since what passes through zero is there nothing but rounding. No timing.
 */
public final class AudioErrorTable {
    private static final double NEAR_ZERO = 1e-3;
    private static final int SEGMENT = 220_500;

    private AudioErrorTable() {}

    /** @param arguments none */
    public static void main(String... arguments) throws IOException {
        String data = System.getenv("SEGUE_DATA");
        Path golden =
                data == null ? null : Path.of(data).resolveSibling("reference").resolve("librosa");
        if (golden == null || !Files.isDirectory(golden)) {
            System.err.println(
                    "Set SEGUE_DATA to the folder of real data that has librosa's values in ../reference/librosa");
            System.exit(2);
        }
        Path recordings = Path.of(data, "audio");
        System.out.println("| feature, trumpet by frame | values | largest error | strictly |");
        System.out.println("|---|---|---|---|");
        FrameFeatures trumpet = FrameFeatures.of(Signal.read(recordings.resolve("trumpet.wav")));
        for (Map.Entry<String, FloatMatrix> feature : trumpet.values().entrySet()) {
            Path file = golden.resolve("trumpet." + feature.getKey() + ".csv");
            if (Files.exists(file)) {
                printFrames(feature.getKey(), feature.getValue(), Files.readAllLines(file));
            }
        }
        // Written a band a line; as a matrix of ours, bins by bands.
        FloatMatrix bank = MelFilterBank.of(Signal.DEFAULT_RATE_HZ, 2_048, MelOptions.defaults())
                .weights();
        printFrames(
                "mel filter bank",
                turned(bank),
                Files.readAllLines(golden.resolve("mel_filterbank_sr22050_nfft2048_128.csv")));
        System.out.println();
        System.out.println("| column | clips and segments | largest error |");
        System.out.println("|---|---|---|");
        List<String> lines = Files.readAllLines(golden.resolve("clip_features.csv"));
        errors(recordings, lines)
                .forEach((column, error) ->
                        System.out.printf(Locale.ROOT, "| %s | %,d | %.1e |%n", column, lines.size() - 1, error));
    }

    private static void printFrames(String name, FloatMatrix found, List<String> columns) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.1e | %.1e |%n",
                name,
                found.values().length,
                error(found, columns, NEAR_ZERO),
                error(found, columns, 0));
    }

    private static FloatMatrix turned(FloatMatrix matrix) {
        float[] values = new float[matrix.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.get(i % matrix.rows(), i / matrix.rows());
        }
        return FloatMatrix.wrap(matrix.columns(), matrix.rows(), values);
    }

    private static double error(FloatMatrix found, List<String> columns, double nearZero) {
        double[][] expected = columns.stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        double largest = 0;
        for (double[] column : expected) {
            for (double value : column) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        double worst = 0;
        for (int frame = 0; frame < found.rows(); frame++) {
            for (int c = 0; c < found.columns(); c++) {
                double value = expected[c][frame];
                double difference = Math.abs(found.get(frame, c) - value);
                double relativeTo = Math.max(Math.abs(value), nearZero * largest);
                worst = Math.max(worst, difference == 0 ? 0 : difference / relativeTo);
            }
        }
        return worst;
    }

    /** By column, those of all coefficients of MFCC and all pitches of chroma together. */
    private static Map<String, Double> errors(Path recordings, List<String> lines) {
        String[] columns = lines.getFirst().split(",");
        Map<String, Double> worst = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            Descriptors row = Descriptors.of(part(recordings.resolve(fields[0] + ".wav"), fields[1]));
            for (int c = 4; c < columns.length; c++) {
                double expected = Double.parseDouble(fields[c]);
                String column = columns[c].replaceFirst("(mfcc|chroma)\\d+_", "$1_");
                row.get(columns[c])
                        .ifPresent(found -> worst.merge(
                                column,
                                found == expected ? 0 : Math.abs(found - expected) / Math.abs(expected),
                                Math::max));
            }
        }
        return worst;
    }

    private static Signal part(Path file, String segment) {
        Signal whole = Signal.read(file);
        if (segment.equals("full")) {
            return whole;
        }
        int from = Integer.parseInt(segment.substring("seg".length())) * SEGMENT;
        return Signal.of(Arrays.copyOfRange(whole.samples(), from, from + SEGMENT), whole.sampleRateHz());
    }
}
