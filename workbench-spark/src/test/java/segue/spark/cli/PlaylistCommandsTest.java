package segue.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a session opens. */
class PlaylistCommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cooccurrence --out pairs.parquet",
                "cooccurrence lists.csv",
                "cooccurrence lists.csv --out pairs.parquet --top 0",
                "cooccurrence lists.csv --out pairs.parquet --min-count 0",
                "cooccurrence lists.csv --out pairs.parquet --by taste",
                "als lists.csv --out factors.parquet --rank 0",
                "als lists.csv --out factors.parquet --alpha -1",
                "als lists.csv --out factors.parquet --playlists-out factors.parquet"
            })
    void wrongUseIsRefusedAtOnce(String line) {
        assertThat(Main.execute(line.split(" "))).isEqualTo(2);
    }

    @Test
    void bothCommandsAreThere() {
        assertThat(Main.execute("cooccurrence", "--help")).isZero();
        assertThat(Main.execute("als", "--help")).isZero();
    }
}
