package segue.neighbors.hubness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import segue.neighbors.Metric;
import segue.neighbors.hubness.HubnessTrial.Verdict;

/** The 57 features of 1,000 clips in ten genres: the figures of docs/hubness.md. */
class RealSpacesTest {
    private static final int FIRST_FEATURE = 2;

    private FloatMatrix features;
    private List<String> genres;

    @BeforeEach
    void read() throws IOException {
        String folder = System.getenv("SEGUE_DATA");
        Assumptions.assumeTrue(
                folder != null && !folder.isBlank(), "SEGUE_DATA is not set, the features of GTZAN are not here");
        List<String[]> rows;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(folder, "features/gtzan-30s.csv.gz"))),
                StandardCharsets.UTF_8))) {
            rows = lines.lines().skip(1).map(line -> line.split(",")).toList();
        }
        FloatMatrix raw =
                FloatMatrix.of(rows.stream().map(RealSpacesTest::features).toList());
        features = Scaler.standard(raw).transform(raw);
        genres = rows.stream().map(row -> row[row.length - 1]).toList();
    }

    private static float[] features(String... fields) {
        float[] values = new float[fields.length - 1 - FIRST_FEATURE];
        IntStream.range(0, values.length).forEach(i -> values[i] = Float.parseFloat(fields[i + FIRST_FEATURE]));
        return values;
    }

    @Test
    void by_euclidean_distance_mutual_proximity_takes_the_hubs_out_and_finds_more_of_the_genre() {
        HubnessReport report = HubnessDoctor.examine(features, Metric.EUCLIDEAN, RowLabels.of(genres));
        HubnessTrial plain = report.trial(HubnessReduction.NONE);
        HubnessTrial proximity = report.trial(HubnessReduction.MUTUAL_PROXIMITY);
        assertThat(plain.hubness().skewness()).isEqualTo(1.64, within(.01));
        assertThat(plain.precision().orElseThrow().mean()).isEqualTo(.537, within(.001));
        assertThat(proximity.verdict()).isEqualTo(Verdict.RECOMMENDED);
        assertThat(proximity.hubness().skewness()).isEqualTo(.08, within(.01));
        assertThat(proximity.gain().orElseThrow().low()).isPositive();
    }

    @Test
    void by_cosine_centring_changes_little() {
        HubnessReport report = HubnessDoctor.examine(features, Metric.COSINE, RowLabels.of(genres));
        assertThat(report.trial(HubnessReduction.CENTRING).verdict()).isEqualTo(Verdict.CHANGES_LITTLE);
        assertThat(report.trial(HubnessReduction.MUTUAL_PROXIMITY).verdict()).isEqualTo(Verdict.RECOMMENDED);
    }
}
