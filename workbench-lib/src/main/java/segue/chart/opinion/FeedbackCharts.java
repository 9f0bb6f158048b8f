package segue.chart.opinion;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import segue.catalog.Catalog;
import segue.chart.ChartGrid;
import segue.chart.Charts;
import segue.chart.FittedText;
import segue.feedback.Count;
import segue.feedback.DayOfOpinions;
import segue.feedback.FeedbackReports;
import segue.feedback.MethodScore;
import segue.feedback.TrialScore;

/** What listeners said, searched and played, as pictures of {@value #WIDTH} × {@value #HEIGHT} pixels each. */
public final class FeedbackCharts {
    static final int WIDTH = 560;
    static final int HEIGHT = 340;

    /** English words that say nothing of a song. */
    private static final Set<String> LITTLE_WORDS =
            Set.of("a", "an", "and", "at", "by", "feat", "for", "from", "ft", "in", "of", "on", "the", "to", "with");

    private static final int LONGEST_NAME = 170;
    private static final FontMetrics LABELS = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
            .createGraphics()
            .getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12));

    private FeedbackCharts() {}

    /** All of a dashboard in one picture: what a notebook shows of a store. Days are those of this machine's zone. */
    public static ChartGrid dashboard(FeedbackReports reports, Catalog songs) {
        return FeedbackBoard.of(reports, songs, Clock.systemDefaultZone()).grid();
    }

    /** Words that were searched for, without English words as little as {@code of} and {@code the}, and single letters. */
    public static WordCloud searches(List<Count> words) {
        List<Count> telling = words.stream()
                .filter(count ->
                        !LITTLE_WORDS.contains(count.label()) && !count.label().matches("[a-z0-9]"))
                .toList();
        return WordCloud.of("Searched for", telling, "Nobody has searched yet.", CloudOptions.defaults());
    }

    /** Genres of the songs that were played. */
    public static WordCloud genres(List<Count> genres) {
        return WordCloud.of(
                "Genres that were played", genres, "No song with a genre was played yet.", CloudOptions.defaults());
    }

    /**
     * Likes and scores above the line, dislikes below it. By day for up to 60 days, then by week, after two years by month; days
     * without any are shown as such.
     *
     * @param today where the line ends, unless the last opinion is later
     */
    public static IChart overTime(List<DayOfOpinions> days, LocalDate today) {
        return OpinionTimeline.picture(days, today, WIDTH, HEIGHT).chart();
    }

    /**
     * The average score of each method with its 95 % interval, the best first, at most 12; a dot without an interval where there
     * is only one score.
     */
    public static IChart scores(List<MethodScore> methods) {
        return MethodRows.scores(methods, WIDTH, HEIGHT).chart();
    }

    /** Both methods of each pair that was tried blind, with the difference where it is decided; at most four pairs. */
    public static IChart trials(List<TrialScore> trials) {
        return MethodRows.trials(trials, WIDTH, HEIGHT).chart();
    }

    /** Genres of the songs that listeners like, at most twelve bars. */
    public static IChart popularGenres(List<Count> genres) {
        return genreBars(genres).chart();
    }

    static OpinionPicture genreBars(List<Count> genres) {
        String title = "Genres that listeners like";
        if (genres.isEmpty()) {
            String sentence = "No song with a genre was liked yet.";
            return new OpinionPicture("liked-genres", new SentencePicture(title, sentence, WIDTH, HEIGHT), sentence);
        }
        List<Count> most = genres.stream().limit(12).toList();
        List<String> names = most.stream()
                .map(count -> "%s, %,d".formatted(FittedText.of(count.label(), LONGEST_NAME, LABELS), count.times()))
                .toList();
        HorizontalBarChart chart = Charts.bars(
                title,
                "liked songs, once a listener",
                names,
                most.stream().mapToDouble(Count::times).toArray(),
                WIDTH,
                HEIGHT);
        // Behind the name: within a short bar there is no room for it.
        chart.getStyler().setLabelsVisible(false);
        chart.getStyler().setYAxisLabelAlignment(TextAlignment.Right);
        String words = most.stream()
                .map(count -> "%s %,d".formatted(count.label(), count.times()))
                .collect(Collectors.joining(", "));
        return new OpinionPicture("liked-genres", chart, words + ".");
    }
}
