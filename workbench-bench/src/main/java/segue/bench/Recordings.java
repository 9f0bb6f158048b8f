package segue.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import segue.audio.Descriptors;
import segue.audio.signal.Signal;
import segue.matrix.FloatMatrix;

/**
 * Descriptors of recordings with what is right to find for each.
 *
 * @param names of the columns
 * @param descriptors shape {@code (recordings, names)}
 * @param labels two rows belong together if theirs are the same
 */
record Recordings(List<String> names, FloatMatrix descriptors, List<String> labels) {
    private static final int SEGMENT = 10 * Signal.DEFAULT_RATE_HZ;

    /** GTZAN's clips of 30 s by genre, as librosa measured them; of clips with the same features only the first. */
    static Recordings gtzan(Path data) throws IOException {
        List<float[]> rows = new ArrayList<>();
        List<String> genres = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        List<String> header = null;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data.resolve("features/gtzan-30s.csv.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> fields = Arrays.asList(line.split(","));
                List<String> values = fields.subList(2, fields.size() - 1);
                if (header == null) {
                    header = values;
                } else if (seen.add(values)) {
                    rows.add(floats(values));
                    genres.add(fields.getLast());
                }
            }
        }
        return new Recordings(header, FloatMatrix.of(rows), genres);
    }

    /** All segments of 10 s of the recordings in {@code audio/*.wav}, by recording; what is left over at the end is dropped. */
    static Recordings segments(Path data) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(data.resolve("audio"))) {
            files = all.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        }
        List<float[]> rows = new ArrayList<>();
        List<String> recordings = new ArrayList<>();
        List<String> names = List.of();
        for (Path file : files) {
            float[] samples = Signal.read(file).samples();
            for (int from = 0; from + SEGMENT <= samples.length; from += SEGMENT) {
                Descriptors found = Descriptors.of(
                        Signal.of(Arrays.copyOfRange(samples, from, from + SEGMENT), Signal.DEFAULT_RATE_HZ));
                names = found.names();
                rows.add(found.values());
                recordings.add(file.getFileName().toString());
            }
        }
        return of(names, rows, recordings);
    }

    /** Without the columns that have a value that is not finite, such as a loudness that cannot be told. */
    private static Recordings of(List<String> names, List<float[]> rows, List<String> labels) {
        int[] finite = IntStream.range(0, names.size())
                .filter(c -> rows.stream().allMatch(row -> Float.isFinite(row[c])))
                .toArray();
        List<float[]> kept = rows.stream()
                .map(row -> {
                    float[] some = new float[finite.length];
                    for (int i = 0; i < finite.length; i++) {
                        some[i] = row[finite[i]];
                    }
                    return some;
                })
                .toList();
        return new Recordings(Arrays.stream(finite).mapToObj(names::get).toList(), FloatMatrix.of(kept), labels);
    }

    /** Some of the rows. */
    Recordings select(int... rows) {
        return new Recordings(
                names,
                descriptors.selectRows(rows),
                Arrays.stream(rows).mapToObj(labels::get).toList());
    }

    int size() {
        return labels.size();
    }

    /** The columns of these names, in this order. */
    FloatMatrix columns(List<String> wanted) {
        return FloatMatrix.of(IntStream.range(0, size())
                .mapToObj(row -> {
                    float[] some = new float[wanted.size()];
                    for (int i = 0; i < some.length; i++) {
                        some[i] = descriptors.get(row, names.indexOf(wanted.get(i)));
                    }
                    return some;
                })
                .toList());
    }

    private static float[] floats(List<String> texts) {
        float[] values = new float[texts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(texts.get(i));
        }
        return values;
    }
}
