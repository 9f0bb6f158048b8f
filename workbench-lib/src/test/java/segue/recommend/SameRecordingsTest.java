package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;

class SameRecordingsTest {
    private static Track song(String id, String name, float tempo, String sameAs) {
        return new Track(
                id,
                name,
                List.of("artist of " + name),
                new AudioFeatures(0.5f, 0.5f, 0.5f, 0, 0.1f, -8, 0.05f, tempo, 0.5f),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.ofNullable(sameAs));
    }

    private static SameRecordings of(Track... songs) {
        Catalog catalog = new Catalog("test", List.of(songs));
        return SameRecordings.of(catalog, SongFacts.of(catalog), catalog.features());
    }

    @Test
    void equal_features_join_whatever_a_mark_has_joined_before() {
        SameRecordings same =
                of(song("a", "One", 100, null), song("b", "One again", 120, "a"), song("c", "Two", 120, null));
        assertThat(same.firsts()).containsExactly(0);
    }

    @Test
    void songs_with_nothing_in_common_stay_apart() {
        SameRecordings same =
                of(song("a", "One", 100, null), song("b", "Two", 101, null), song("c", "Three", 102, null));
        assertThat(same.firsts()).containsExactly(0, 1, 2);
    }
}
