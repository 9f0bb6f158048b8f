package segue.feedback.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import segue.feedback.Listener;
import segue.feedback.Opinion;
import segue.feedback.Rating;

class PeopleRecommenderTest {
    private static final int LISTENERS = 60;
    private static final int SONGS = 90;
    private static final int TASTES = 3;

    private static Listener listener(int i) {
        return new Listener("listener-%016d".formatted(i));
    }

    private static Rating rating(int listener, int song, Opinion opinion) {
        return new Rating(listener(listener), "", "song %02d".formatted(song), "cosine", opinion);
    }

    /** Listener i has taste i mod 3, song j is of taste j mod 3: about 8 for their own songs, about 4 for the others. */
    private static List<Rating> hiddenTastes(double share) {
        SplittableRandom random = new SplittableRandom(7);
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            for (int j = 0; j < SONGS; j++) {
                if (random.nextDouble() < share) {
                    int score = (i % TASTES == j % TASTES ? 8 : 4) + random.nextInt(-2, 3);
                    ratings.add(rating(i, j, Opinion.score(score)));
                }
            }
        }
        return ratings;
    }

    private static int tasteOf(PeopleSuggestion suggestion) {
        return Integer.parseInt(suggestion.song().substring(5)) % TASTES;
    }

    @Test
    void songs_of_the_hidden_taste_come_first() {
        PeopleRecommender people = PeopleRecommender.of(hiddenTastes(0.3), PeopleOptions.defaults());
        int right = 0;
        for (int i = 0; i < LISTENERS; i++) {
            for (PeopleSuggestion one : people.suggest(listener(i), 10).songs()) {
                right += tasteOf(one) == i % TASTES ? 1 : 0;
            }
        }
        // By chance it would be a third.
        assertThat(right).isGreaterThan(LISTENERS * 10 * 9 / 10);
    }

    @Test
    void estimates_are_nearer_to_what_is_thought_than_the_mean_of_all() {
        PeopleRecommender people = PeopleRecommender.of(hiddenTastes(0.3), PeopleOptions.defaults());
        double error = 0;
        double errorOfMean = 0;
        for (int i = 0; i < LISTENERS; i++) {
            for (PeopleSuggestion one : people.suggest(listener(i), SONGS).songs()) {
                double truth = tasteOf(one) == i % TASTES ? 8 : 4;
                error += Math.abs(one.score() - truth);
                errorOfMean += Math.abs(16.0 / 3 - truth);
            }
        }
        assertThat(error).isLessThan(errorOfMean * 0.6);
    }

    @Test
    void likes_and_dislikes_alone_are_enough() {
        List<Rating> ratings = hiddenTastes(0.3).stream()
                .map(one -> new Rating(
                        one.listener(),
                        "",
                        one.song(),
                        "cosine",
                        one.opinion().score().orElseThrow() >= 6 ? Opinion.LIKE : Opinion.DISLIKE))
                .toList();
        List<PeopleSuggestion> songs = PeopleRecommender.of(ratings, PeopleOptions.defaults())
                .suggest(listener(0), 10)
                .songs();
        assertThat(songs).hasSize(10).allMatch(one -> tasteOf(one) == 0);
    }

    @Test
    void what_the_listener_has_rated_is_never_suggested() {
        List<Rating> ratings = hiddenTastes(0.5);
        List<String> rated = ratings.stream()
                .filter(one -> one.listener().equals(listener(3)))
                .map(Rating::song)
                .toList();
        assertThat(PeopleRecommender.of(ratings, PeopleOptions.defaults())
                        .suggest(listener(3), SONGS)
                        .songs())
                .extracting(PeopleSuggestion::song)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(rated);
    }

    @Test
    void the_order_of_ratings_does_not_matter() {
        List<Rating> ratings = hiddenTastes(0.3);
        List<Rating> shuffled = new ArrayList<>(ratings);
        Collections.shuffle(shuffled, new Random(1));
        PeopleAnswer one =
                PeopleRecommender.of(ratings, PeopleOptions.defaults()).suggest(listener(5), 20);
        PeopleAnswer other =
                PeopleRecommender.of(shuffled, PeopleOptions.defaults()).suggest(listener(5), 20);
        assertThat(other).isEqualTo(one);
    }

    @Test
    void below_the_least_number_of_raters_it_says_how_many_are_missing() {
        List<Rating> ratings = hiddenTastes(0.5).stream()
                .filter(one -> one.listener().id().compareTo(listener(9).id()) < 0)
                .toList();
        PeopleAnswer answer =
                PeopleRecommender.of(ratings, PeopleOptions.defaults()).suggest(listener(0), 5);
        assertThat(answer.songs()).isEmpty();
        assertThat(answer.notYet())
                .contains("People with your taste are looked for as soon as 10 listeners have rated 5 songs each;"
                        + " so far 9 have.");
    }

    @Test
    void somebody_new_is_told_to_rate_songs() {
        PeopleRecommender people = PeopleRecommender.of(hiddenTastes(0.5), PeopleOptions.defaults());
        assertThat(people.suggest(listener(1000), 5).notYet())
                .contains("Rate 5 songs to find people with your taste; so far you rated 0.");
    }

    @Test
    void a_listener_who_shares_no_song_with_anybody_is_told_so() {
        List<Rating> ratings = hiddenTastes(0.5);
        for (int song = 0; song < 6; song++) {
            ratings.add(new Rating(listener(1000), "", "unheard " + song, "cosine", Opinion.score(song)));
        }
        assertThat(PeopleRecommender.of(ratings, PeopleOptions.defaults())
                        .suggest(listener(1000), 5)
                        .notYet())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("Nobody with your taste"));
    }

    @Test
    void nobody_at_all_is_no_failure() {
        assertThat(PeopleRecommender.of(List.of(), PeopleOptions.defaults())
                        .suggest(listener(0), 5)
                        .notYet())
                .isPresent();
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatThrownBy(() -> PeopleOptions.defaults().withLeastRaters(1))
                .hasMessage("raters must be in [2, 1,000,000] but was 1");
        assertThatThrownBy(() -> PeopleOptions.defaults().withSupport(31))
                .hasMessage("support must be in [1, 30] but was 31");
    }
}
