package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSongsTest {
    @TempDir
    Path folder;

    @Test
    void the_committed_sample_is_what_the_generator_writes_byte_for_byte() throws IOException {
        try (InputStream in = Catalog.class.getResourceAsStream("/segue/sample/songs.csv.gz");
                InputStream text = new GZIPInputStream(in)) {
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(SampleSongs.csv());
        }
    }

    @Test
    void the_sample_says_that_it_is_invented() {
        assertThat(Catalog.sample().source()).startsWith("sample data (invented songs)");
        assertThat(Catalog.sample().checksum().orElseThrow()).matches("[0-9a-f]{12}");
        assertThat(Catalog.sample().size()).isEqualTo(SampleSongs.SONGS);
    }

    @Test
    void the_sample_is_as_untidy_as_real_tables() {
        LoadResult sample =
                Catalog.loader().load("sample", Catalog.class.getResourceAsStream("/segue/sample/songs.csv.gz"));
        assertThat(sample.report().merged()).isEqualTo(12);
        assertThat(sample.report().rejections())
                .extracting(CleaningReport.Rejection::reason)
                .containsExactly("tempo is missing", "energy must be in [0, 1] but was 7.3");
        List<Track> tracks = sample.catalog().tracks();
        assertThat(tracks).anyMatch(track -> track.year().isEmpty());
        assertThat(tracks).anyMatch(track -> track.popularity().isEmpty());
        assertThat(tracks).anyMatch(track -> track.artists().isEmpty());
        assertThat(tracks).anyMatch(track -> track.artists().size() > 2);
        assertThat(tracks.stream()
                        .filter(track -> track.sameRecordingAs().isPresent())
                        .count())
                .isBetween(40L, 80L);
    }

    @Test
    void the_sample_has_the_correlations_and_trends_of_music() {
        List<Track> tracks = Catalog.sample().tracks().stream()
                .filter(track -> track.year().isPresent())
                .toList();
        assertThat(correlation(tracks, t -> t.audio().energy(), t -> t.audio().loudness()))
                .isBetween(0.6, 0.9);
        assertThat(correlation(tracks, t -> t.audio().energy(), t -> t.audio().acousticness()))
                .isBetween(-0.9, -0.6);
        assertThat(correlation(tracks, t -> t.year().getAsInt(), t -> t.audio().acousticness()))
                .isLessThan(-0.4);
        assertThat(correlation(tracks, t -> t.year().getAsInt(), t -> t.audio().loudness()))
                .isGreaterThan(0.4);
    }

    private static double correlation(List<Track> tracks, ToDoubleFunction<Track> x, ToDoubleFunction<Track> y) {
        double meanX = tracks.stream().mapToDouble(x).average().orElseThrow();
        double meanY = tracks.stream().mapToDouble(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (Track track : tracks) {
            double dx = x.applyAsDouble(track) - meanX;
            double dy = y.applyAsDouble(track) - meanY;
            xy += dx * dy;
            xx += dx * dx;
            yy += dy * dy;
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void a_data_folder_without_the_catalogue_is_refused_with_what_it_lacks() {
        assertThatThrownBy(() -> Catalog.open(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("songs/spotify-union-105k.csv.gz")
                .hasMessageContaining("SEGUE_DATA");
    }
}
