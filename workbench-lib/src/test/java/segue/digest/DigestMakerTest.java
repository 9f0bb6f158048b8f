package segue.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static segue.digest.Fixture.ANNA;
import static segue.digest.Fixture.BERT;
import static segue.digest.Fixture.NOW;
import static segue.digest.Fixture.WEEK;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.feedback.FeedbackStore;
import segue.feedback.IsoWeek;
import segue.feedback.Opinion;

class DigestMakerTest {
    private static final Catalog SONGS = Fixture.songs();
    private static final DigestMaker MAKER = Fixture.maker(SONGS);

    @TempDir
    private Path folder;

    private FeedbackStore store;

    @BeforeEach
    void open() {
        store = Fixture.store(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Digest digest() {
        return MAKER.make(store, ANNA, WEEK, NOW).orElseThrow();
    }

    @Test
    void a_search_is_told_as_the_reason_with_the_song_that_it_found() {
        store.searched(ANNA, "amber lantern");
        DigestSection first = digest().sections().getFirst();
        assertThat(first.heading()).isEqualTo("Because you searched for \u201camber lantern\u201d");
        assertThat(first.start()).get().extracting(Track::id).isEqualTo("s0");
        assertThat(digest().songs().stream().filter(song -> song.seed().id().equals("s0")))
                .hasSizeGreaterThan(5);
    }

    @Test
    void a_liked_song_is_a_start_and_a_score_is_told() {
        Fixture.rate(store, ANNA, "s7", Opinion.score(9));
        Fixture.rate(store, ANNA, "s8", Opinion.LIKE);
        assertThat(digest().sections())
                .extracting(DigestSection::heading)
                .contains("Because you gave it 9 of 10", "Because you like it");
    }

    @Test
    void who_has_nothing_that_the_catalogue_knows_gets_none() {
        store.searched(ANNA, "qqqq zzzz");
        Fixture.rate(store, ANNA, "unknown", Opinion.LIKE);
        Fixture.rate(store, ANNA, "s3", Opinion.DISLIKE);
        store.searched(BERT, "amber lantern");
        assertThat(MAKER.make(store, ANNA, WEEK, NOW)).isEmpty();
    }

    @Test
    void what_was_disliked_searched_rated_or_played_is_not_recommended() {
        store.searched(ANNA, "amber lantern");
        List<String> first = digest().ids();
        Fixture.rate(store, ANNA, first.get(0), Opinion.DISLIKE);
        Fixture.rate(store, ANNA, first.get(1), Opinion.score(5));
        store.played(ANNA, first.get(2));
        assertThat(digest().ids())
                .doesNotContainAnyElementsOf(first.subList(0, 3))
                .doesNotContain("s0");
    }

    @Test
    void a_song_that_is_searched_for_and_disliked_is_no_start() {
        store.searched(ANNA, "amber lantern");
        store.searched(ANNA, "teal signal");
        Fixture.rate(store, ANNA, "s0", Opinion.DISLIKE);
        assertThat(digest().songs()).extracting(song -> song.seed().id()).doesNotContain("s0");
    }

    @Test
    void another_recording_of_a_disliked_song_is_not_recommended_either() {
        store.searched(ANNA, "amber lantern");
        Track disliked = digest().songs().getFirst().track();
        List<Track> more = new ArrayList<>(Fixture.tracks());
        more.add(Fixture.track("copy", disliked.name(), disliked.artists().getFirst(), disliked.audio()));
        Fixture.rate(store, ANNA, disliked.id(), Opinion.DISLIKE);
        DigestMaker maker = Fixture.maker(new Catalog("with a copy", more));
        assertThat(maker.make(store, ANNA, WEEK, NOW).orElseThrow().ids()).doesNotContain("copy", disliked.id());
    }

    @Test
    void a_rating_that_was_taken_back_does_not_count() {
        Fixture.rate(store, ANNA, "s7", Opinion.LIKE);
        Fixture.rate(store, ANNA, "s7", Opinion.WITHDRAWN);
        assertThat(MAKER.make(store, ANNA, WEEK, NOW)).isEmpty();
    }

    @Test
    void what_was_searched_more_often_comes_first_and_what_is_old_fades() {
        store.searched(ANNA, "amber lantern");
        store.searched(ANNA, "teal signal");
        store.searched(ANNA, "amber lantern");
        List<Occasion> now = occasions(Duration.ZERO);
        List<Occasion> later = occasions(Duration.ofDays(14));
        assertThat(now).extracting(Occasion::row).containsExactly(0, 97);
        assertThat(now.getFirst().weight()).isCloseTo(2, org.assertj.core.data.Offset.offset(0.01));
        assertThat(later.getFirst().weight()).isCloseTo(1, org.assertj.core.data.Offset.offset(0.01));
    }

    private List<Occasion> occasions(Duration later) {
        var search = segue.recommend.SongSearch.of(SONGS);
        return Listening.of(store, ANNA, SONGS, search, 14, NOW.plus(later)).occasions();
    }

    @Test
    void what_stood_in_the_field_while_somebody_was_typing_does_not_count() {
        for (String typed : List.of("v", "vio", "violet", "violet si", "violet signal")) {
            store.searched(ANNA, typed);
        }
        assertThat(occasions(Duration.ZERO)).extracting(Occasion::typed).containsExactly(Optional.of("violet signal"));
    }

    @Test
    void no_song_comes_again_within_eight_weeks_where_the_catalogue_has_others() {
        store.searched(ANNA, "amber lantern");
        Set<String> seen = new HashSet<>();
        for (int week = 1; week <= 8; week++) {
            IsoWeek one = new IsoWeek(2026, week);
            List<String> songs = MAKER.make(store, ANNA, one, NOW).orElseThrow().ids();
            assertThat(songs).hasSizeBetween(8, 10).doesNotHaveDuplicates().noneMatch(seen::contains);
            store.digests().claim(ANNA, Optional.empty(), one, songs);
            seen.addAll(songs);
        }
    }

    @Test
    void a_catalogue_that_is_too_small_repeats_past_songs_and_never_disliked_ones() {
        DigestMaker small = Fixture.maker(new Catalog("six", Fixture.tracks().subList(0, 6)));
        store.searched(ANNA, "amber lantern");
        Fixture.rate(store, ANNA, "s5", Opinion.DISLIKE);
        for (int week = 1; week <= 3; week++) {
            IsoWeek one = new IsoWeek(2026, week);
            List<String> songs = small.make(store, ANNA, one, NOW).orElseThrow().ids();
            assertThat(songs).containsExactlyInAnyOrder("s1", "s2", "s3", "s4");
            store.digests().claim(ANNA, Optional.empty(), one, songs);
        }
    }

    @Test
    void the_same_feedback_makes_the_same_digest() {
        store.searched(ANNA, "amber lantern");
        Fixture.rate(store, ANNA, "s50", Opinion.LIKE);
        assertThat(digest().ids()).isEqualTo(digest().ids());
    }

    @Test
    void options_out_of_range_are_named() {
        assertThatThrownBy(() -> DigestOptions.defaults().withSongs(13))
                .hasMessage("songs must be in [1, 12] but was 13");
        assertThatThrownBy(() -> DigestOptions.defaults().withHalfLifeDays(0))
                .hasMessage("half-life in days must be in [1, 365] but was 0");
    }
}
