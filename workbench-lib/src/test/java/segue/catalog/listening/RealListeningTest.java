package segue.catalog.listening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;

/** Invented plays of real songs, with all that stands in their names. */
class RealListeningTest {
    private static final int PLAYS = 5_000;

    @TempDir
    Path folder;

    @Test
    void plays_of_real_songs_are_found_again_by_id_and_by_name() throws IOException {
        String data = System.getenv("SEGUE_DATA");
        Assumptions.assumeTrue(data != null && !data.isBlank(), "SEGUE_DATA is not set, the real files are not here");
        Catalog catalog = Catalog.open(Path.of(data));
        Random random = new Random(8);
        int[] rows = random.ints(PLAYS, 0, catalog.size()).toArray();
        Instant first = Instant.parse("2020-01-01T00:00:00Z");
        Path byId = folder.resolve("ids.json");
        Path byName = folder.resolve("names.json");
        try (JsonGenerator ids = new JsonFactory().createGenerator(Files.newBufferedWriter(byId));
                JsonGenerator names = new JsonFactory().createGenerator(Files.newBufferedWriter(byName))) {
            ids.writeStartArray();
            names.writeStartArray();
            for (int i = 0; i < PLAYS; i++) {
                Track song = catalog.track(rows[i]);
                String end = first.plusSeconds(600L * i + 180).toString();
                ids.writeStartObject();
                ids.writeStringField("ts", end);
                ids.writeNumberField("ms_played", 180_000);
                ids.writeStringField("spotify_track_uri", "spotify:track:" + song.id());
                ids.writeEndObject();
                names.writeStartObject();
                names.writeStringField("endTime", end.substring(0, 16).replace('T', ' '));
                names.writeNumberField("msPlayed", 180_000);
                names.writeStringField(
                        "artistName",
                        song.artists().isEmpty() ? "" : song.artists().getFirst());
                names.writeStringField("trackName", song.name());
                names.writeEndObject();
            }
            ids.writeEndArray();
            names.writeEndArray();
        }

        ListeningHistory history = ListeningHistory.read(byId, catalog);
        assertThat(history.listens().stream().mapToInt(Listen::row).toArray()).isEqualTo(rows);
        assertThat(history.listens().getFirst().began()).isEqualTo(first);

        // Songs without an artist cannot be found by name; one of several of the same name may be another row.
        Listening named = Listening.read(byName, catalog);
        assertThat(named.report().byName()).isGreaterThan(PLAYS * 95 / 100);
        assertThat(named.history().listens()).allSatisfy(listen -> {
            int asked = (int) ((listen.began().getEpochSecond() - first.getEpochSecond()) / 600);
            assertThat(TextKey.ofTitle(catalog.track(listen.row()).name()))
                    .isEqualTo(TextKey.ofTitle(catalog.track(rows[asked]).name()));
        });
    }
}
