package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.feedback.FeedbackStore;
import segue.feedback.Listener;
import segue.feedback.Opinion;
import segue.feedback.Rating;
import segue.feedback.Trial;
import segue.feedback.TrialAnswer;

class FeedbackCommandTest {
    private static final Listener ANNA = new Listener("anna-0123456789abcdef");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("feedback.db");
        try (FeedbackStore store = FeedbackStore.in(folder)) {
            for (int i = 0; i < 4; i++) {
                store.rate(
                        "key-0123456789abcdef-" + i,
                        new Rating(ANNA, "s0", "s" + i, "sound/cosine", Opinion.score(5 + i)));
            }
            Trial trial = store.startTrial(ANNA, "s0", "sound/cosine", "sound/manhattan");
            store.answerTrial(ANNA, trial.id(), TrialAnswer.ofScores(6, 6));
            store.searched(ANNA, "amber");
        }
    }

    private Ended feedback(Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "feedback";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--database";
        all[words.length + 2] = file;
        return Ended.of(all);
    }

    private JsonNode json(Object... words) throws Exception {
        return new ObjectMapper().readTree(feedback(words).out());
    }

    @Test
    void methods_have_averages_with_intervals() throws Exception {
        assertThat(feedback("methods").out()).contains("sound/cosine").contains("6.50 (4.45–8.55) of 4");
        JsonNode result = json("methods", "--json");
        assertThat(result.get("command").asText()).isEqualTo("feedback methods");
        assertThat(result.at("/results/0/scores/mean").asDouble()).isEqualTo(6.5);
        assertThat(result.at("/results/0/likes/mean").isNull()).isTrue();
    }

    @Test
    void trials_are_told_by_pair() throws Exception {
        assertThat(feedback("trials").out()).contains("sound/cosine 0 : 0 sound/manhattan, 1 without preference");
        assertThat(json("trials", "--json").at("/results/0/preferNeither").asInt())
                .isEqualTo(1);
    }

    @Test
    void weights_of_few_ratings_are_equal_and_that_is_said() throws Exception {
        Ended ended = feedback("weights");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("equal weights: 0 pairs say nothing surer");
        assertThat(json("weights", "--json").get("learned").asBoolean()).isFalse();
    }

    @Test
    void a_listener_is_listed_exported_and_deleted() throws Exception {
        assertThat(feedback("listeners").out().strip()).startsWith(ANNA.id() + "  ");
        assertThat(json("export", ANNA.id()).get("ratings")).hasSize(4);
        Path out = folder.resolve("anna.json");
        assertThat(feedback("export", ANNA.id(), "--out", out).exitCode()).isZero();
        assertThat(Files.readString(out)).contains("\"amber\"");

        assertThat(feedback("delete", ANNA.id()).out())
                .startsWith("deleted 4 ratings, 1 searches, 0 plays, 1 comparisons. The rows are gone");
        assertThat(feedback("listeners").err()).contains("nothing is stored of anybody");
        assertThat(feedback("methods").err()).contains("nothing was rated yet");
    }

    @Test
    void wrong_use_is_one_sentence() {
        assertThat(feedback("export", "me").exitCode()).isEqualTo(2);
        assertThat(feedback("export", "me").err())
                .contains("listener must be 16 to 64 letters")
                .doesNotContain("\tat ");
        assertThat(feedback("export").exitCode()).isEqualTo(2);
        assertThat(Ended.of("feedback").err()).contains("feedback needs one of methods");
        assertThat(Ended.of("feedback", "methods", "--database", "ftp://here").exitCode())
                .isEqualTo(2);
        Path missing = folder.resolve("none.db");
        assertThat(Ended.of("feedback", "methods", "--database", missing).err())
                .contains("none.db: no feedback is kept there yet");
        assertThat(missing).doesNotExist();
        assertThat(Ended.of("page", "--database", "jdbc:oracle:thin").err()).contains("of no kind that Segue knows");
    }
}
