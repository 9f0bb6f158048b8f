package segue.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.feedback.sql.DatabaseAddress;
import segue.feedback.sql.DatabaseException;

/** What holds on every database. */
abstract class StoreContract {
    private static final Listener ANNA = new Listener("anna-0123456789ab");
    private static final Listener BERT = new Listener("bert-0123456789ab");
    private static final IsoWeek WEEK = new IsoWeek(2026, 31);
    private static final Instant START = Instant.parse("2026-03-01T22:30:00Z");

    private FeedbackStore store;
    private Instant now = START;

    /** An empty database. */
    abstract DatabaseAddress newDatabase() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = FeedbackStore.open(newDatabase(), () -> now);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    final FeedbackStore store() {
        return store;
    }

    static String key(int i) {
        return "key-%016d".formatted(i);
    }

    static Rating rating(Listener listener, String song, String method, Opinion opinion) {
        return new Rating(listener, "asked", song, method, opinion);
    }

    @Test
    void a_rating_comes_back_as_it_was_given() {
        Rating hard = new Rating(
                ANNA,
                "a/folder/S\u00f6ng \ud83c\udfb5 'quoted\".mp3",
                "\u6771\u4eac\t%_\\",
                "cosine",
                Opinion.score(7));
        assertThat(store.rate(key(1), hard)).isTrue();
        assertThat(store.ratings(ANNA)).containsExactly(new GivenRating(hard, START));
    }

    @Test
    void the_longest_song_id_has_room() {
        String longest = "\u6771".repeat(Text.LONGEST_SONG_ID);
        Rating rating = new Rating(ANNA, longest, longest, "m".repeat(Text.LONGEST_METHOD), Opinion.LIKE);
        store.rate("k".repeat(64), rating);
        store.searched(ANNA, "\u6771".repeat(Text.LONGEST_SEARCH));
        assertThat(store.ratings(ANNA).getFirst().rating()).isEqualTo(rating);
    }

    @Test
    void a_request_that_is_sent_again_is_stored_once() {
        Rating rating = rating(ANNA, "one", "cosine", Opinion.LIKE);
        assertThat(store.rate(key(1), rating)).isTrue();
        assertThat(store.rate(key(1), rating)).isFalse();
        assertThat(store.ratings(ANNA)).hasSize(1);
    }

    @Test
    void a_key_that_was_used_for_another_rating_is_refused() {
        store.rate(key(1), rating(ANNA, "one", "cosine", Opinion.LIKE));
        assertThatThrownBy(() -> store.rate(key(1), rating(ANNA, "two", "cosine", Opinion.LIKE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was used for another rating");
    }

    @Test
    void two_listeners_may_use_the_same_key() {
        assertThat(store.rate(key(1), rating(ANNA, "one", "cosine", Opinion.LIKE)))
                .isTrue();
        assertThat(store.rate(key(1), rating(BERT, "one", "cosine", Opinion.LIKE)))
                .isTrue();
    }

    @Test
    void of_ratings_of_one_recommendation_all_are_kept_and_the_last_one_counts() {
        store.rate(key(1), rating(ANNA, "one", "cosine", Opinion.LIKE));
        store.rate(key(2), rating(ANNA, "two", "cosine", Opinion.score(3)));
        store.rate(key(3), rating(ANNA, "one", "cosine", Opinion.DISLIKE));
        assertThat(store.ratings(ANNA)).hasSize(3);
        assertThat(store.currentRatings())
                .extracting(given -> given.rating().opinion())
                .containsExactly(Opinion.score(3), Opinion.DISLIKE);
    }

    @Test
    void what_is_withdrawn_counts_no_longer() {
        store.rate(key(1), rating(ANNA, "one", "cosine", Opinion.LIKE));
        store.rate(key(2), rating(ANNA, "one", "cosine", Opinion.WITHDRAWN));
        assertThat(store.currentRatings()).isEmpty();
        assertThat(store.reports().scoresByMethod()).isEmpty();
    }

    @Test
    void thirty_two_threads_that_send_every_rating_twice_lose_none_and_double_none() throws Exception {
        int threads = 32;
        int each = 12;
        List<Future<Integer>> done = new ArrayList<>();
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < threads; thread++) {
                // Two threads, one listener: both send the same ratings.
                int listener = thread / 2;
                done.add(virtual.submit(() -> rateAll(listener, each)));
            }
        }
        int fresh = 0;
        for (Future<Integer> one : done) {
            fresh += one.get();
        }
        Map<String, Integer> stored = new HashMap<>();
        store.currentRatings()
                .forEach(given -> stored.merge(
                        given.rating().listener().id() + given.rating().song(), 1, Integer::sum));
        assertThat(stored).hasSize(threads / 2 * each);
        assertThat(stored.values()).containsOnly(1);
        assertThat(fresh).isEqualTo(threads / 2 * each);
    }

    private int rateAll(int listener, int each) {
        int fresh = 0;
        for (int i = 0; i < each; i++) {
            Listener who = new Listener("listener-%016d".formatted(listener));
            fresh += store.rate(key(i), rating(who, "song " + i, "cosine", Opinion.score(i % 11))) ? 1 : 0;
        }
        return fresh;
    }

    @Test
    void a_trial_hides_which_method_is_left_and_keeps_its_first_answer() {
        Trial trial = store.startTrial(ANNA, "asked", "cosine", "learned");
        assertThat(List.of(trial.leftMethod(), trial.rightMethod())).containsExactlyInAnyOrder("cosine", "learned");
        Trial answered = store.answerTrial(ANNA, trial.id(), TrialAnswer.ofScores(9, 4));
        assertThat(answered.answer()).contains(TrialAnswer.ofScores(9, 4));
        Trial again = store.answerTrial(ANNA, trial.id(), TrialAnswer.of(TrialAnswer.Side.RIGHT));
        assertThat(again).isEqualTo(answered);
    }

    @Test
    void both_methods_of_trials_come_to_stand_on_the_left() {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            left.add(store.startTrial(ANNA, "", "cosine", "learned").leftMethod());
        }
        assertThat(left).contains("cosine", "learned");
    }

    @Test
    void nobody_answers_for_another() {
        Trial trial = store.startTrial(ANNA, "asked", "cosine", "learned");
        assertThatThrownBy(() -> store.answerTrial(BERT, trial.id(), TrialAnswer.ofScores(9, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no trial");
        assertThat(store.reports().trials()).isEmpty();
    }

    @Test
    void trials_are_reported_by_method_whatever_side_it_stood_on() {
        for (int i = 0; i < 12; i++) {
            Trial trial = store.startTrial(ANNA, "asked " + i, "learned", "cosine");
            boolean learnedIsLeft = trial.leftMethod().equals("learned");
            store.answerTrial(
                    ANNA, trial.id(), learnedIsLeft ? TrialAnswer.ofScores(8, 5) : TrialAnswer.ofScores(5, 8));
        }
        TrialScore score = store.reports().trials().getFirst();
        assertThat(score.method()).isEqualTo("cosine");
        assertThat(score.preferOther()).isEqualTo(12);
        assertThat(score.preferMethod()).isZero();
        assertThat(score.scores().mean()).isEqualTo(5);
        assertThat(score.otherScores().mean()).isEqualTo(8);
        assertThat(score.difference().mean()).isEqualTo(-3);
        assertThat(score.isDecided()).isTrue();
    }

    @Test
    void scores_and_likes_are_told_by_method() {
        store.rate(key(1), rating(ANNA, "one", "cosine", Opinion.score(4)));
        store.rate(key(2), rating(ANNA, "two", "cosine", Opinion.score(8)));
        store.rate(key(3), rating(BERT, "two", "cosine", Opinion.LIKE));
        store.rate(key(4), rating(BERT, "two", "random", Opinion.DISLIKE));
        List<MethodScore> methods = store.reports().scoresByMethod();
        assertThat(methods).extracting(MethodScore::method).containsExactly("cosine", "random");
        assertThat(methods.getFirst().scores().mean()).isEqualTo(6);
        assertThat(methods.getFirst().scores().values()).isEqualTo(2);
        assertThat(methods.getFirst().likes().mean()).isEqualTo(1);
        assertThat(methods.getLast().scores().values()).isZero();
        assertThat(methods.getLast().likes().mean()).isZero();
    }

    @Test
    void opinions_are_counted_by_the_day_of_the_place() {
        store.rate(key(1), rating(ANNA, "one", "cosine", Opinion.LIKE));
        now = START.plusSeconds(3600);
        store.rate(key(2), rating(ANNA, "two", "cosine", Opinion.DISLIKE));
        now = START.plusSeconds(7200);
        store.rate(key(3), rating(ANNA, "three", "cosine", Opinion.score(5)));
        assertThat(store.reports().days(ZoneOffset.UTC))
                .extracting(DayOfOpinions::toString)
                .containsExactly(
                        "DayOfOpinions[day=2026-03-01, likes=1, dislikes=1, scores=0]",
                        "DayOfOpinions[day=2026-03-02, likes=0, dislikes=0, scores=1]");
        assertThat(store.reports().days(ZoneOffset.ofHours(2))).hasSize(1);
    }

    @Test
    void genres_are_counted_by_who_likes_their_songs_and_by_plays() {
        Map<String, List<String>> genres = Map.of("one", List.of("jazz", "swing"), "two", List.of("rock"));
        store.rate(key(1), rating(ANNA, "one", "cosine", Opinion.LIKE));
        store.rate(key(2), rating(ANNA, "one", "random", Opinion.LIKE));
        store.rate(key(3), rating(BERT, "one", "cosine", Opinion.score(7)));
        store.rate(key(4), rating(BERT, "two", "cosine", Opinion.score(6)));
        store.played(ANNA, "two");
        store.played(ANNA, "two");
        FeedbackReports reports = store.reports();
        assertThat(reports.likedGenres(song -> genres.getOrDefault(song, List.of()), 10))
                .containsExactly(new Count("jazz", 2), new Count("swing", 2));
        assertThat(reports.playedGenres(song -> genres.getOrDefault(song, List.of()), 10))
                .containsExactly(new Count("rock", 2));
    }

    @Test
    void words_of_searches_are_folded_and_counted_once_a_search() {
        store.searched(ANNA, "Beyonc\u00e9 halo");
        store.searched(BERT, "beyonce, BEYONCE!");
        now = START.plusSeconds(60);
        store.searched(ANNA, "halo");
        assertThat(store.reports().searchWords(Instant.EPOCH, 5))
                .containsExactly(new Count("beyonce", 2), new Count("halo", 2));
        assertThat(store.reports().searchWords(now, 5)).containsExactly(new Count("halo", 1));
        assertThat(store.searches(ANNA, 1)).containsExactly(new TypedSearch("halo", now));
    }

    @Test
    void the_last_activity_is_told_or_that_there_was_none() {
        store.played(ANNA, "one");
        now = START.plusSeconds(5);
        store.played(ANNA, "two");
        Activity last = store.reports().lastActivity();
        assertThat(last.play()).contains(now);
        assertThat(last.rating()).isEmpty();
        assertThat(store.plays(ANNA, 1)).containsExactly(new Play("two", now));
    }

    @Test
    void everything_about_a_listener_is_exported_and_nothing_of_others() throws IOException {
        fill(ANNA);
        fill(BERT);
        JsonNode exported = export(ANNA);
        assertThat(exported.get("listener").textValue()).isEqualTo(ANNA.id());
        assertThat(exported.get("ratings")).hasSize(2);
        assertThat(exported.get("ratings").get(1).get("opinion").textValue()).isEqualTo("WITHDRAWN");
        assertThat(exported.get("searches").get(0).get("typed").textValue()).isEqualTo("halo");
        assertThat(exported.get("plays").get(0).get("at").textValue()).isEqualTo(START.toString());
        assertThat(exported.get("trials").get(0).get("preferred").textValue()).isEqualTo("RIGHT");
        assertThat(exported.get("subscription").get("address").textValue()).isEqualTo("anna@example.org");
        assertThat(exported.get("digests").get(0).get("songs").get(0).textValue())
                .isEqualTo("two");
        assertThat(exported.toString()).doesNotContain(BERT.id()).doesNotContain("bert@");
    }

    @Test
    void everything_about_a_listener_is_deleted_and_nothing_of_others() throws IOException {
        fill(ANNA);
        fill(BERT);
        Deletion deletion = store.delete(ANNA);
        assertThat(deletion)
                .extracting(
                        Deletion::ratings,
                        Deletion::searches,
                        Deletion::plays,
                        Deletion::trials,
                        Deletion::subscriptions,
                        Deletion::digests)
                .containsExactly(2, 1, 1, 1, 1, 1);
        assertThat(deletion.whatRemains()).contains("gone");
        JsonNode left = export(ANNA);
        for (String part : List.of("ratings", "searches", "plays", "trials", "digests")) {
            assertThat(left.get(part)).as(part).isEmpty();
        }
        assertThat(left.get("subscription")).isNull();
        assertThat(store.subscriptions().of(BERT)).isPresent();
        assertThat(store.ratings(BERT)).hasSize(2);
        assertThat(store.delete(ANNA).ratings()).isZero();
    }

    private void fill(Listener listener) {
        store.rate(key(1), rating(listener, "one", "cosine", Opinion.score(7)));
        store.rate(key(2), rating(listener, "one", "cosine", Opinion.WITHDRAWN));
        store.searched(listener, "halo");
        store.played(listener, "one");
        Trial trial = store.startTrial(listener, "asked", "cosine", "learned");
        store.answerTrial(listener, trial.id(), TrialAnswer.of(TrialAnswer.Side.RIGHT));
        EmailAddress address = new EmailAddress(listener.id().substring(0, 4) + "@example.org");
        store.subscriptions().subscribe(listener, address);
        store.digests().claim(listener, Optional.of(address), WEEK, List.of("two"));
    }

    private JsonNode export(Listener listener) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.export(listener, bytes);
        return new ObjectMapper().readTree(bytes.toByteArray());
    }

    @Test
    void a_subscription_is_found_by_its_listener_and_ended_by_its_token_alone() {
        Subscription made = store.subscriptions().subscribe(ANNA, new EmailAddress("Anna@Example.org"));
        assertThat(store.subscriptions().of(ANNA)).contains(made);
        assertThat(made.since()).isEqualTo(START);
        assertThat(made.token()).doesNotContain("anna");
        assertThat(store.subscriptions().unsubscribe("0123456789abcdef")).isEmpty();
        assertThat(store.subscriptions().unsubscribe("' OR 1=1 --")).isEmpty();
        assertThat(store.subscriptions().unsubscribe(made.token())).contains(made);
        assertThat(store.subscriptions().unsubscribe(made.token())).isEmpty();
        assertThat(store.subscriptions().all()).isEmpty();
    }

    @Test
    void an_address_belongs_to_one_listener_however_it_is_written() {
        Subscription first = store.subscriptions().subscribe(ANNA, new EmailAddress("anna@example.org"));
        assertThat(store.subscriptions().subscribe(ANNA, new EmailAddress("ANNA@example.org")))
                .isEqualTo(first);
        assertThatThrownBy(() -> store.subscriptions().subscribe(BERT, new EmailAddress("Anna@Example.Org")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another listener already")
                .hasMessageNotContaining("nna@");
    }

    @Test
    void another_address_takes_the_place_of_the_earlier_one_and_its_token() {
        Subscription first = store.subscriptions().subscribe(ANNA, new EmailAddress("anna@example.org"));
        Subscription second = store.subscriptions().subscribe(ANNA, new EmailAddress("a@example.com"));
        assertThat(store.subscriptions().all()).containsExactly(second);
        assertThat(store.subscriptions().unsubscribe(first.token())).isEmpty();
    }

    @Test
    void a_week_is_claimed_once_and_free_again_when_it_is_given_back() {
        DigestLog log = store.digests();
        DigestClaim claim =
                log.claim(ANNA, Optional.empty(), WEEK, List.of("one", "two")).orElseThrow();
        assertThat(log.claim(ANNA, Optional.empty(), WEEK, List.of())).isEmpty();
        assertThat(log.find(ANNA, Optional.empty(), WEEK))
                .get()
                .extracting(MadeDigest::sent)
                .isEqualTo(false);
        log.giveBack(claim);
        assertThat(log.last(ANNA, 9)).isEmpty();
        log.sent(log.claim(ANNA, Optional.empty(), WEEK, List.of("three")).orElseThrow());
        log.giveBack(claim);
        assertThat(log.last(ANNA, 9)).containsExactly(new MadeDigest(ANNA, WEEK, true, START, List.of("three")));
        assertThat(log.claim(BERT, Optional.empty(), WEEK, List.of())).isPresent();
    }

    @Test
    void what_was_sent_stays_noted_when_one_more_is_given_back() {
        DigestLog log = store.digests();
        log.sent(log.claim(ANNA, Optional.empty(), WEEK, List.of("one")).orElseThrow());
        log.giveBack(
                log.claimAgain(ANNA, Optional.empty(), WEEK, List.of("two")).orElseThrow());
        assertThat(log.find(ANNA, Optional.empty(), WEEK))
                .get()
                .extracting(MadeDigest::sent)
                .isEqualTo(true);
    }

    @Test
    void an_address_gets_one_digest_a_week_whoever_it_belongs_to() {
        EmailAddress address = new EmailAddress("anna@example.org");
        store.subscriptions().subscribe(ANNA, address);
        assertThat(store.digests().claim(ANNA, Optional.of(address), WEEK, List.of()))
                .isPresent();
        store.subscriptions().unsubscribe(ANNA);
        store.subscriptions().subscribe(BERT, address);
        assertThat(store.digests().claim(BERT, Optional.of(address), WEEK, List.of()))
                .isEmpty();
    }

    @Test
    void who_has_unsubscribed_meanwhile_gets_none() {
        EmailAddress address = new EmailAddress("anna@example.org");
        store.subscriptions().subscribe(ANNA, address);
        store.subscriptions().unsubscribe(address);
        assertThat(store.digests().claim(ANNA, Optional.of(address), WEEK, List.of()))
                .isEmpty();
        assertThat(store.digests().find(ANNA, Optional.of(address), WEEK)).isEmpty();
    }

    @Test
    void of_many_who_claim_the_same_week_at_once_one_gets_it() throws Exception {
        List<Future<Boolean>> done = new ArrayList<>();
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                done.add(virtual.submit(() -> store.digests()
                        .claim(ANNA, Optional.empty(), WEEK, List.of("one", "two"))
                        .isPresent()));
            }
        }
        int got = 0;
        for (Future<Boolean> one : done) {
            got += one.get() ? 1 : 0;
        }
        assertThat(got).isEqualTo(1);
        assertThat(store.digests().last(ANNA, 1).getFirst().songs()).containsExactly("one", "two");
    }

    @Test
    void songs_of_past_digests_are_those_of_the_last_ones_before_a_week() {
        for (int week = 28; week <= 31; week++) {
            store.digests().claim(ANNA, Optional.empty(), new IsoWeek(2026, week), List.of("song " + week));
        }
        assertThat(store.digests().songsBefore(ANNA, WEEK, 2)).containsExactly("song 30", "song 29");
        assertThat(store.digests().songsBefore(BERT, WEEK, 2)).isEmpty();
    }

    @Test
    void listeners_are_told_the_most_active_first() {
        store.searched(BERT, "halo");
        store.played(ANNA, "one");
        now = START.plusSeconds(60);
        store.searched(ANNA, "halo");
        assertThat(store.reports().listeners())
                .containsExactly(new ListenerActivity(ANNA, 0, 1, 1, now), new ListenerActivity(BERT, 0, 1, 0, START));
    }

    @Test
    void what_was_stored_is_there_when_the_database_is_opened_again() {
        store.rate(key(1), rating(ANNA, "one", "cosine", Opinion.LIKE));
        try (FeedbackStore second = FeedbackStore.open(store.address())) {
            assertThat(second.ratings(ANNA)).hasSize(1);
            assertThat(second.rate(key(1), rating(ANNA, "one", "cosine", Opinion.LIKE)))
                    .isFalse();
        }
    }

    @Test
    void stores_that_open_an_empty_database_at_the_same_moment_all_work() throws Exception {
        DatabaseAddress fresh = newDatabase();
        List<Future<Boolean>> done = new ArrayList<>();
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                int number = i;
                done.add(virtual.submit(() -> {
                    try (FeedbackStore one = FeedbackStore.open(fresh)) {
                        return one.rate(key(number), rating(ANNA, "one", "cosine", Opinion.LIKE));
                    }
                }));
            }
        }
        for (Future<Boolean> one : done) {
            assertThat(one.get()).isTrue();
        }
    }

    @Test
    void processes_that_are_killed_lose_no_rating_they_answered_for_and_sending_all_again_doubles_none()
            throws IOException, InterruptedException {
        Set<String> answered = new HashSet<>();
        for (int from : new int[] {0, 1_000_000}) {
            answered.addAll(linesUntilKilled(RatingProcess.start(store.address(), from)));
        }
        List<GivenRating> stored = store.ratings(RatingProcess.rating(0).listener());
        List<String> songs = stored.stream().map(given -> given.rating().song()).toList();
        assertThat(songs).doesNotHaveDuplicates();
        assertThat(songs).containsAll(answered.stream().map("song "::concat).toList());
        for (String number : answered) {
            int i = Integer.parseInt(number);
            assertThat(store.rate(key(i), RatingProcess.rating(i))).isFalse();
        }
        assertThat(store.ratings(RatingProcess.rating(0).listener())).hasSameSizeAs(stored);
    }

    /** What the process told until the kill, the last line only if it is whole. */
    private static List<String> linesUntilKilled(Process process) throws IOException, InterruptedException {
        StringBuilder told = new StringBuilder();
        int lines = 0;
        for (int c; (c = process.getInputStream().read()) >= 0; ) {
            told.append((char) c);
            if (c == '\n' && ++lines == 40) {
                // By its handle, because the process itself would close the stream.
                process.toHandle().destroyForcibly();
            }
        }
        process.waitFor();
        assertThat(lines).isGreaterThanOrEqualTo(40);
        return told.substring(0, told.lastIndexOf("\n")).lines().toList();
    }

    @Test
    void a_store_that_is_closed_says_so() throws ExecutionException, InterruptedException {
        store.close();
        assertThatThrownBy(() -> store.ratings(ANNA))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("is closed");
    }
}
