package segue.chart.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.chart.ChartFiles;
import segue.feedback.DayOfOpinions;
import segue.feedback.FeedbackStore;
import segue.feedback.InventedFeedback;
import segue.feedback.Listener;
import segue.feedback.Opinion;
import segue.feedback.Rating;
import segue.feedback.sql.DatabaseAddress;

class FeedbackBoardTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), BERLIN);

    @TempDir
    private Path folder;

    @Test
    void all_that_listeners_said_is_on_one_board() {
        Catalog songs = Catalog.sample();
        try (FeedbackStore store = InventedFeedback.defaults().into(DatabaseAddress.in(folder), songs)) {
            FeedbackBoard board = FeedbackBoard.of(store.reports(), songs, CLOCK);
            assertThat(board.pictures())
                    .extracting(OpinionPicture::name)
                    .containsExactly("searches", "genres", "opinions", "liked-genres", "scores", "trials");
            assertThat(board.pictures()).noneMatch(picture -> picture.chart() instanceof SentencePicture);
            int likes = store.reports().days(BERLIN).stream()
                    .mapToInt(DayOfOpinions::likes)
                    .sum();
            assertThat(board.pictures().get(2).description()).startsWith(likes + " likes, ");
            assertThat(board.pictures().get(4).description()).startsWith("learned ");
            assertThat(board.grid().getTitle()).startsWith("What listeners said: Searched for, ");
            BufferedImage image = ChartFiles.image(board.grid(), 1);
            assertThat(image.getWidth()).isEqualTo(1120);
            assertThat(image.getHeight()).isEqualTo(66 + 3 * 340);
        }
    }

    @Test
    void the_last_activity_is_told_in_the_time_of_the_place() {
        try (FeedbackStore store = FeedbackStore.in(folder)) {
            store.searched(Listener.random(), "halo");
            Instant at = store.reports().lastActivity().search().orElseThrow();
            assertThat(FeedbackBoard.inWords(store.reports().lastActivity(), BERLIN))
                    .matches("Last search \\d+ \\p{L}+ \\d{4}, %02d:%02d \\(Europe/Berlin\\)\\."
                            .formatted(
                                    at.atZone(BERLIN).getHour(),
                                    at.atZone(BERLIN).getMinute()));
        }
    }

    @Test
    void where_nothing_has_happened_every_picture_says_so() {
        try (FeedbackStore store = FeedbackStore.in(folder)) {
            FeedbackBoard board = FeedbackBoard.of(store.reports(), Catalog.sample(), CLOCK);
            assertThat(board.lastActivity()).isEqualTo("Nothing has happened yet.");
            assertThat(board.pictures())
                    .extracting(OpinionPicture::description)
                    .allMatch(sentence -> sentence.matches("(Nobody|No) .* yet\\."));
            assertThat(ChartFiles.image(board.grid(), 1).getHeight()).isEqualTo(66 + 3 * 340);
        }
    }

    @Test
    void a_song_that_the_catalogue_lacks_has_no_genre_and_does_no_harm() {
        try (FeedbackStore store = FeedbackStore.in(folder)) {
            Listener listener = Listener.random();
            store.played(listener, "gone");
            store.rate("key-0123456789abc", new Rating(listener, "", "gone", "cosine", Opinion.LIKE));
            FeedbackBoard board = FeedbackBoard.of(store.reports(), Catalog.sample(), CLOCK);
            assertThat(board.pictures().get(1).description()).isEqualTo("No song with a genre was played yet.");
            assertThat(board.pictures().get(3).description()).isEqualTo("No song with a genre was liked yet.");
            assertThat(board.pictures().get(2).description()).startsWith("1 likes, 0 dislikes");
        }
    }
}
