package segue.chart.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.CategoryChart;
import org.w3c.dom.Element;
import segue.feedback.Count;
import segue.feedback.DayOfOpinions;
import segue.feedback.MeanInterval;
import segue.feedback.MethodScore;
import segue.feedback.TrialScore;

class FeedbackChartsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 30);
    private static final MeanInterval NONE = new MeanInterval(Double.NaN, Double.NaN, Double.NaN, 0, 0);
    private static final String HOSTILE = "<script>alert(\"1\")</script> & co, a method with a name of 60 signs";

    private static MeanInterval interval(double mean, int values, int listeners) {
        return new MeanInterval(mean, mean - 1, mean + 1, values, listeners);
    }

    private static MethodScore method(String name, MeanInterval scores) {
        return new MethodScore(name, scores, NONE);
    }

    private static String words(OpinionPicture picture) throws Exception {
        return Xml.parse(picture.inlineSvg()).getTextContent();
    }

    static Stream<OpinionPicture> pictures() {
        List<DayOfOpinions> year = IntStream.range(0, 400)
                .mapToObj(i -> new DayOfOpinions(TODAY.minusDays(i), i % 7, i % 3, i % 5))
                .toList();
        TrialScore trial = new TrialScore(
                HOSTILE, "plain", 9, 2, 1, interval(7, 12, 6), interval(5, 12, 6), new MeanInterval(2, 1, 3, 12, 6));
        return Stream.of(
                OpinionTimeline.picture(List.of(new DayOfOpinions(TODAY, 1, 0, 0)), TODAY, 560, 340),
                OpinionTimeline.picture(year, TODAY, 560, 340),
                OpinionTimeline.picture(List.of(), TODAY, 560, 340),
                MethodRows.scores(List.of(method(HOSTILE, interval(7, 12, 6))), 560, 340),
                MethodRows.scores(List.of(), 560, 340),
                MethodRows.trials(List.of(trial), 560, 340),
                MethodRows.trials(List.of(), 560, 340),
                FeedbackCharts.genreBars(List.of(new Count(HOSTILE, 7), new Count("jazz", 1))),
                FeedbackCharts.genreBars(List.of()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void every_picture_is_svg_for_a_page_in_the_pages_colours(OpinionPicture picture) throws Exception {
        Element root = Xml.parse(picture.inlineSvg());
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 560 340");
        assertThat(Xml.elements(root, "script")).isEmpty();
        assertThat(Xml.elements(root, "title").getFirst().getTextContent())
                .isEqualTo(picture.chart().getTitle());
        assertThat(Xml.elements(root, "desc").getFirst().getTextContent()).isEqualTo(picture.description());
        List<Element> all = Xml.elements(root, "*");
        assertThat(all).noneMatch(element -> element.hasAttribute("style"));
        assertThat(all)
                .filteredOn(element -> element.hasAttribute("fill"))
                .allMatch(element -> element.getAttribute("fill").matches("none|var\\(--chart.*\\)"));
        assertThat(all)
                .filteredOn(element -> element.hasAttribute("id"))
                .extracting(element -> element.getAttribute("id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith(picture.name() + "-"));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void every_picture_is_the_same_twice(OpinionPicture picture) {
        assertThat(picture.inlineSvg().replaceAll("clip-?\\d+", "clip"))
                .isEqualTo(picture.inlineSvg().replaceAll("clip-?\\d+", "clip"));
    }

    @Test
    void likes_and_scores_stand_above_the_line_and_dislikes_below() {
        CategoryChart chart =
                (CategoryChart) FeedbackCharts.overTime(List.of(new DayOfOpinions(TODAY, 3, 2, 1)), TODAY);
        assertThat(last(chart, "likes")).isEqualTo(3);
        assertThat(last(chart, "scores")).isEqualTo(1);
        assertThat(last(chart, "dislikes")).isEqualTo(-2);
        assertThat(chart.getSeries("likes").getYData()).hasSize(14);
    }

    private static double last(CategoryChart chart, String series) {
        double[] counts = chart.getSeries(series).getYData();
        return counts[counts.length - 1];
    }

    @Test
    void a_method_with_one_score_has_no_interval_and_it_is_said() throws Exception {
        OpinionPicture picture = MethodRows.scores(
                List.of(
                        method("once", new MeanInterval(8, Double.NaN, Double.NaN, 1, 1)),
                        method("never", NONE),
                        method("often", interval(9, 100, 20))),
                560,
                340);
        assertThat(words(picture)).contains("8.0, one score", "not scored yet", "9.0, 100 scores");
        assertThat(picture.description())
                .isEqualTo("often 9.0 (8.0 to 10.0) by 100 scores of 20 listeners;"
                        + " once 8.0 by one score, which makes no interval; never has no scores yet.");
    }

    @Test
    void an_interval_of_few_listeners_is_marked() throws Exception {
        assertThat(words(MethodRows.scores(List.of(method("few", interval(6, 30, 4))), 560, 340)))
                .contains("6.0, 30 scores*", "* fewer than 5 listeners: tells about them alone");
        assertThat(words(MethodRows.scores(List.of(method("many", interval(6, 30, 5))), 560, 340)))
                .doesNotContain("*");
    }

    @Test
    void methods_beyond_the_twelfth_are_counted_and_told() throws Exception {
        List<MethodScore> methods = IntStream.range(0, 14)
                .mapToObj(i -> method("m" + i, interval(9 - i * 0.5, 100, 20)))
                .toList();
        OpinionPicture picture = MethodRows.scores(methods, 560, 340);
        assertThat(picture.chart().getHeight()).isEqualTo(340);
        assertThat(words(picture)).contains("2 more methods are left out").contains("m11");
        assertThat(picture.description()).contains("m13");
    }

    @Test
    void a_trial_names_the_better_method_only_where_the_interval_leaves_zero_out() {
        MeanInterval decided = new MeanInterval(-2, -3, -1, 12, 6);
        MeanInterval open = new MeanInterval(-2, -5, 1, 12, 6);
        assertThat(verdict(decided)).startsWith("cosine or learned, 12 trials: learned by 2.0 (1.0 to 3.0)");
        assertThat(verdict(open)).startsWith("cosine or learned, 12 trials: not decided");
        assertThat(verdict(NONE)).startsWith("cosine or learned, 12 trials: too few scores");
    }

    private static String verdict(MeanInterval difference) {
        TrialScore trial =
                new TrialScore("cosine", "learned", 2, 9, 1, interval(5, 12, 6), interval(7, 12, 6), difference);
        return MethodRows.trials(List.of(trial), 560, 340).description();
    }

    @Test
    void little_words_are_no_searches() {
        WordCloud cloud = FeedbackCharts.searches(List.of(
                new Count("the", 90), new Count("a", 80), new Count("7", 70), new Count("halo", 2), new Count("花", 1)));
        assertThat(cloud.words()).extracting(PlacedWord::label).containsExactly("halo", "花");
    }

    @Test
    void genres_in_several_spellings_are_one() {
        assertThat(FeedbackBoard.spelledOnce(
                        List.of(new Count("trip hop", 5), new Count("jazz", 4), new Count("Trip-Hop", 2)), 10))
                .containsExactly(new Count("trip hop", 7), new Count("jazz", 4));
    }
}
