package segue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;

class BannerTest {
    @Test
    void says_what_it_runs_on_and_which_songs_it_shows() {
        String banner = Banner.of(Catalog.sample());
        assertThat(banner.lines()).hasSize(2);
        assertThat(banner)
                .contains("Java " + Runtime.version().feature(), "SIMD", "GPU")
                .contains("5,000 songs, sample data (invented songs), SHA-256 ");
    }
}
