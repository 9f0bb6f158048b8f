package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;

class RulesTest {
    private static final Catalog CATALOG = Songs.catalog();
    private static final Recommender RECOMMENDER = Recommender.of(CATALOG);

    private static Recommendations recommend(Rules rules) {
        return RECOMMENDER.recommend(Request.of(5).withN(100).withRules(rules));
    }

    private static LeftOut leftOut(Recommendations found, Rule rule) {
        return found.leftOut().stream()
                .filter(one -> one.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void years_leave_out_others_and_those_not_known_and_count_both() {
        Recommendations found = recommend(Rules.defaults().withYears(Range.of(1970, 1979)));
        assertThat(found).isNotEmpty().allMatch(one -> one.track().year().orElse(0) / 10 == 197);
        LeftOut years = leftOut(found, Rule.YEARS);
        assertThat(years.unknown()).isEqualTo(43);
        assertThat(years.count() + found.considered()).isEqualTo(Songs.SIZE);
        assertThat(years.first()).hasSize(3);
        assertThat(years.toString()).contains("of another year (43 of them unknown): Artist ");
    }

    @Test
    void unknown_values_pass_where_that_is_asked_for() {
        Rules rules = Rules.defaults().withYears(Range.of(1970, 1979));
        Recommendations strict = recommend(rules);
        Recommendations open = recommend(rules.withUnknown(true));
        assertThat(open.considered()).isEqualTo(strict.considered() + 43);
        assertThat(open).anyMatch(one -> one.track().year().isEmpty());
    }

    @Test
    void the_answer_is_the_plain_one_without_the_songs_left_out() {
        List<Recommendation> plain = RECOMMENDER.recommend(Request.of(5).withN(100)).stream()
                .filter(one -> one.track().genres().contains("classic rock"))
                .toList();
        assertThat(recommend(Rules.defaults().withGenres("rock")).subList(0, plain.size()))
                .isEqualTo(plain);
    }

    @Test
    void a_genre_is_found_as_a_word_of_a_label() {
        assertThat(recommend(Rules.defaults().withGenres("Pop")))
                .isNotEmpty()
                .allMatch(one -> one.track().genres().contains("k-pop"));
        assertThat(leftOut(recommend(Rules.defaults().withGenres("Pop")), Rule.GENRES)
                        .unknown())
                .isEqualTo(100);
        assertThat(recommend(Rules.defaults().withUnwantedGenres("rock")))
                .noneMatch(one -> one.track().genres().contains("classic rock"))
                .anyMatch(one -> one.track().genres().isEmpty());
    }

    @Test
    void a_genre_that_no_song_has_is_told_with_those_there_are() {
        assertThat(recommend(Rules.defaults().withUnwantedGenres("polka")).notes())
                .containsExactly("no song has a genre like 'polka'; the commonest are classic rock, k pop");
    }

    @Test
    void the_rule_that_leaves_nothing_is_named() {
        Recommendations found =
                recommend(Rules.defaults().withPopularity(Range.atLeast(10)).withYears(Range.of(1850, 1860)));
        assertThat(found).isEmpty();
        assertThat(found.next()).isEmpty();
        assertThat(found.notes())
                .containsExactly(
                        "year 1850-1860 leaves nothing of 300 songs; of 43 it is not known, and unknown values do not pass");
    }

    @Test
    void lengths_and_popularity_are_ranges_with_both_ends_in() {
        assertThat(recommend(Rules.defaults().withSeconds(Range.of(210, 219)))).hasSize(10);
        assertThat(recommend(Rules.defaults().withPopularity(Range.atMost(2))))
                .isNotEmpty()
                .allMatch(one -> one.track().popularity().orElse(99) <= 2);
    }

    @Test
    void words_that_may_be_explicit_are_no_words_that_are_not() {
        Recommendations found = recommend(Rules.defaults().withExplicit(false));
        assertThat(found).isEmpty();
        assertThat(leftOut(found, Rule.EXPLICIT).unknown()).isEqualTo(Songs.SIZE);
    }

    @Test
    void an_artist_has_no_more_songs_than_may_be_on_all_pages_together() {
        Rules rules = Rules.defaults().withPerArtist(2);
        List<Recommendation> all =
                new ArrayList<>(RECOMMENDER.recommend(Request.of(5).withN(30).withRules(rules)));
        all.addAll(RECOMMENDER.recommend(Request.of(5).withN(30).withPage(2).withRules(rules)));
        assertThat(all).hasSize(60);
        assertThat(all.stream()
                        .collect(Collectors.groupingBy(one -> one.track().artists(), Collectors.counting()))
                        .values())
                .allMatch(songs -> songs <= 2);
        assertThat(recommend(rules).leftOut()).extracting(LeftOut::rule).contains(Rule.ARTIST_CAP);
    }

    @Test
    void the_artists_asked_for_and_songs_known_are_left_out() {
        Recommendations found = RECOMMENDER.recommend(Request.of(5, 6)
                .withN(100)
                .withKnown(List.of(100, 101))
                .withRules(Rules.defaults().withOtherArtists(true)));
        assertThat(found).extracting(one -> one.track().artistLine()).doesNotContain("Artist 5", "Artist 6");
        assertThat(found).extracting(Recommendation::row).doesNotContain(100, 101);
        assertThat(leftOut(found, Rule.KNOWN).count()).isEqualTo(2);
        assertThat(leftOut(found, Rule.QUERY_ARTIST).count()).isEqualTo(16);
    }

    @Test
    void the_same_title_by_the_same_artist_is_the_same_recording_if_it_is_as_long() {
        List<Track> tracks = new ArrayList<>(CATALOG.tracks());
        Track song = tracks.get(5);
        AudioFeatures other = tracks.get(6).audio();
        tracks.set(6, Songs.like(song, "s6", "SONG  5 - Remastered 2011", other));
        Recommendations found = Recommender.of(new Catalog("test", tracks))
                .recommend(Request.of(5).withN(100).withRules(Rules.defaults()));
        assertThat(found).extracting(Recommendation::row).doesNotContain(6);

        Track longer = tracks.get(6);
        tracks.set(
                6,
                new Track(
                        longer.id(),
                        longer.name(),
                        longer.artists(),
                        longer.features(),
                        longer.year(),
                        Optional.empty(),
                        OptionalInt.of(400_000),
                        longer.popularity(),
                        longer.explicit(),
                        longer.key(),
                        longer.mode(),
                        longer.genres(),
                        Optional.empty()));
        assertThat(Recommender.of(new Catalog("test", tracks))
                        .recommend(Request.of(6).withN(100).within(1e6)))
                .isNotEmpty();
        Recommendations all = Recommender.of(new Catalog("test", tracks))
                .recommend(Request.of(5).withN(100).withRules(Rules.defaults().withSeconds(Range.atLeast(400))));
        assertThat(all).extracting(Recommendation::row).contains(6);
    }

    @Test
    void features_as_good_as_equal_are_the_same_recording() {
        List<Track> tracks = new ArrayList<>(CATALOG.tracks());
        AudioFeatures audio = tracks.get(5).audio();
        tracks.add(Songs.like(
                tracks.get(50),
                "near",
                "Quite another",
                new AudioFeatures(
                        audio.acousticness() + 1e-4f,
                        audio.danceability(),
                        audio.energy(),
                        audio.instrumentalness(),
                        audio.liveness(),
                        audio.loudness() - 1e-3f,
                        audio.speechiness(),
                        audio.tempo() + 0.01f,
                        audio.valence())));
        Recommendations found = Recommender.of(new Catalog("test", tracks)).recommend(Request.of(5));
        assertThat(found).extracting(Recommendation::row).doesNotContain(300);
        assertThat(leftOut(found, Rule.SAME_RECORDING).first())
                .extracting(Track::id)
                .containsExactly("near");
    }

    @Test
    void new_artists_are_little_known_or_young_and_never_the_users() {
        Rules rules = Rules.defaults().withNewArtists(new NewArtists(25, 0, false));
        Recommendations found = recommend(rules);
        assertThat(found).isNotEmpty().hasSizeLessThan(100);
        List<String> artists =
                found.stream().map(one -> one.track().artistLine()).distinct().toList();
        assertThat(artists).hasSizeBetween(5, 10);

        Track one = found.getFirst().track();
        assertThat(RECOMMENDER.recommend(Request.of(5)
                        .withN(100)
                        .withRules(rules)
                        .withKnown(List.of(found.getFirst().row()))))
                .extracting(other -> other.track().artistLine())
                .doesNotContain(one.artistLine());
    }

    @Test
    void artists_new_to_the_user_need_songs_of_the_user() {
        Request request = Request.of(5).withN(100).withRules(Rules.defaults().withNewArtists(NewArtists.toUser()));
        assertThatThrownBy(() -> RECOMMENDER.recommend(request))
                .hasMessageContaining("none of the user's songs is given");
        assertThat(RECOMMENDER.recommend(request.withKnown(List.of(7))))
                .hasSize(100)
                .extracting(one -> one.track().artistLine())
                .doesNotContain("Artist 7");
    }

    @Test
    void the_least_alike_is_music() {
        List<Track> tracks = new ArrayList<>(CATALOG.tracks());
        Track song = tracks.get(5);
        tracks.add(Songs.like(song, "speech", "Speech", new AudioFeatures(1, 1, 0, 0, 1, -20, 0.9f, 80, 1)));
        tracks.add(Songs.like(song, "silent", "Silence", new AudioFeatures(1, 0, 0, 1, 0, -60, 0, 100, 0)));
        tracks.add(Songs.like(song, "still", "No tempo", new AudioFeatures(1, 0, 0, 1, 0, -20, 0, 0, 0)));
        tracks.add(Songs.like(song, "odd", "Odd", new AudioFeatures(1, 1, 1, 1, 1, 40, 0.6f, 900, 1)));
        Recommender recommender = Recommender.of(new Catalog("test", tracks));
        Request request = Request.of(5).withN(20).withDissimilar(true);
        Recommendations found = recommender.recommend(request);
        assertThat(found)
                .hasSize(20)
                .extracting(one -> one.track().id())
                .doesNotContain("speech", "silent", "still", "odd");
        assertThat(leftOut(found, Rule.SPOKEN).count()).isEqualTo(1);
        assertThat(leftOut(found, Rule.BROKEN).first()).extracting(Track::id).contains("silent", "still");
        assertThat(leftOut(found, Rule.OUTLIER).first()).extracting(Track::id).contains("odd");
        assertThat(recommender.recommend(request.withRules(Rules.defaults().withMusic(false))))
                .extracting(one -> one.track().id())
                .contains("speech", "silent", "odd");
    }

    @Test
    void the_song_that_nearly_had_a_place_says_by_what_it_lost() {
        Recommendations plain = RECOMMENDER.recommend(Request.of(5));
        Recommendation sixth = RECOMMENDER.recommend(Request.of(5).withN(6)).getLast();
        assertThat(plain.lost()).hasSize(1);
        Lost next = plain.lost().getFirst();
        assertThat(next.row()).isEqualTo(sixth.row());
        assertThat(next.rule()).isEqualTo(Rule.RANK);
        assertThat(next.by())
                .startsWith("%.3f farther than the last one shown, most by "
                        .formatted(sixth.distance() - plain.getLast().distance()));

        Rules rules = Rules.defaults().withYears(Range.atMost(1900)).withUnknown(true);
        Lost kept = RECOMMENDER.recommend(Request.of(5).withRules(rules)).lost().getFirst();
        assertThat(kept.rule()).isEqualTo(Rule.YEARS);
        assertThat(kept.by()).isEqualTo("its year is " + kept.track().year().orElseThrow());
        assertThat(kept.distance()).isLessThanOrEqualTo(plain.getLast().distance());
    }

    @Test
    void reasons_speak_in_numbers() {
        Recommendation found = RECOMMENDER.recommend(Request.of(5)).getFirst();
        assertThat(found.inNumbers(false))
                .containsPattern("(bpm apart|the same tempo)")
                .contains("differs most in ");
        assertThat(RECOMMENDER
                        .recommend(Request.of(5).withRules(Rules.none()))
                        .getFirst()
                        .inNumbers(false))
                .isEqualTo("equal in every feature");
    }

    @Test
    void wrong_rules_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> Range.of(1999, 1990))
                .hasMessage("a range must not end before it begins but was 1999-1990");
        assertThatThrownBy(() -> Rules.defaults().withPerArtist(0))
                .hasMessage("songs of one artist must be at least 1 but were 0");
        assertThatThrownBy(() -> Rules.defaults().withPopularity(Range.atLeast(101)))
                .hasMessage("popularity must be in [1, 100] but was 101 or more");
        assertThatThrownBy(() -> Rules.defaults().withGenres(" ")).hasMessage("a genre must be a word but was blank");
        assertThatThrownBy(() -> NewArtists.defaults().withBelowPercentile(Double.NaN))
                .hasMessageContaining("must be in [0, 100] but was NaN");
        assertThatThrownBy(() -> new NewArtists(0, 0, false)).hasMessageContaining("nothing says when");
    }

    @Test
    void a_genre_that_is_asked_for_twice_is_asked_for_once() {
        assertThat(Rules.defaults().withGenres("rock", "rock"))
                .isEqualTo(Rules.defaults().withGenres("rock"));
        assertThat(Rules.defaults().withUnwantedGenres("pop", "pop").unwantedGenres())
                .containsExactly("pop");
    }
}
