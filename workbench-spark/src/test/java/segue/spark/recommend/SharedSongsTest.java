package segue.spark.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;

class SharedSongsTest {
    private final SegueSession session = TestSession.shared();

    private static Track named(Track song, String name, String... artists) {
        return new Track(
                song.id(),
                name,
                List.of(artists),
                song.features(),
                song.year(),
                song.releaseDate(),
                song.durationMillis(),
                song.popularity(),
                song.explicit(),
                song.key(),
                song.mode(),
                song.genres(),
                song.sameRecordingAs());
    }

    @Test
    void aProcessThatIsSentTheSongsHasTheSameOnes() throws IOException {
        List<Track> songs = new ArrayList<>(Catalog.sample().tracks());
        songs.set(0, named(songs.get(0), "Hello, \"you\"; it's me", "Earth, Wind & Fire", "Gigi D'Agostino"));
        songs.set(1, named(songs.get(1), "NA"));
        Catalog catalog = new Catalog("songs with commas", songs);
        session.run(spark -> {
            try (SharedSongs shared = SharedSongs.of(session.context(), catalog)) {
                assertThat(shared.ready().catalog()).isSameAs(catalog);
                shared.forget();
                assertThat(shared.ready().catalog().tracks()).isEqualTo(songs);
                assertThat(shared.ready().catalog().source()).isEqualTo("songs with commas");
                assertThat(shared.ready()).isSameAs(shared.ready());
            }
            return null;
        });
    }

    @Test
    void aCatalogueThatIsTooLargeIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> SharedSongs.requireSongs(5_000_001))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("5,000,001 songs, and at most 5,000,000 can be sent")
                .hasMessageContaining("Give a part of it");
    }
}
