package segue.chart.opinion;

import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import segue.chart.Palette;
import segue.chart.SegueTheme;
import segue.feedback.DayOfOpinions;

/** Likes and scores above the line, dislikes below it, by day, week or month. */
final class OpinionTimeline {
    static final String TITLE = "What listeners said";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final String UNSEEN = "\u200b";
    private static final int MOST_LABELS = 7;
    private static final Color LIKES = Palette.series()[0];
    private static final Color DISLIKES = Palette.series()[1];
    private static final Color SCORES = Palette.series()[8];

    private final OpinionPeriod.Line line;

    private OpinionTimeline(OpinionPeriod.Line line) {
        this.line = line;
    }

    static OpinionPicture picture(List<DayOfOpinions> days, LocalDate today, int width, int height) {
        boolean none = days.stream().allMatch(day -> day.likes() + day.dislikes() + day.scores() == 0);
        if (none) {
            String sentence = "Nobody has rated a recommendation yet.";
            return new OpinionPicture("opinions", new SentencePicture(TITLE, sentence, width, height), sentence);
        }
        OpinionTimeline timeline = new OpinionTimeline(OpinionPeriod.line(days, today));
        return new OpinionPicture("opinions", timeline.chart(width, height), timeline.description());
    }

    private IChart chart(int width, int height) {
        CategoryChart chart = new CategoryChart(width, height, new SegueTheme());
        chart.setTitle(TITLE);
        chart.setYAxisTitle(
                switch (line.length()) {
                    case DAY -> "opinions a day";
                    case WEEK -> "opinions a week";
                    case MONTH -> "opinions a month";
                });
        chart.getStyler().setStacked(true);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        chart.getStyler().setXAxisMaxLabelCount(MOST_LABELS);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(OpinionTimeline::whole);
        chart.getStyler().setAvailableSpaceFill(0.8);
        series(chart, "likes", OpinionPeriod::likes, LIKES);
        series(chart, "scores", OpinionPeriod::scores, SCORES);
        series(chart, "dislikes", period -> -period.dislikes(), DISLIKES);
        return chart;
    }

    private void series(CategoryChart chart, String name, ToIntFunction<OpinionPeriod> count, Color colour) {
        List<String> labels = line.periods().stream().map(this::label).toList();
        List<Integer> counts = line.periods().stream().map(count::applyAsInt).toList();
        chart.addSeries(name, labels, counts).setFillColor(colour);
    }

    private String label(OpinionPeriod period) {
        boolean oneYear = first().plusYears(1).isAfter(last());
        return switch (line.length()) {
            case MONTH -> MONTH.format(period.first());
            case DAY, WEEK -> (oneYear ? DAY : DAY_OF_YEAR).format(period.first());
        };
    }

    /** Dislikes are counted downwards; half an opinion there is none. XChart drops marks whose labels are equal, so none are. */
    private static String whole(double value) {
        boolean whole = Math.abs(value - Math.rint(value)) < 1e-9;
        String digits = whole ? "%,.0f".formatted(Math.abs(value)) : UNSEEN.repeat((int) Math.ceil(Math.abs(value)));
        return value < 0 ? digits + UNSEEN : digits;
    }

    private LocalDate first() {
        return line.periods().getFirst().first();
    }

    private LocalDate last() {
        return line.periods().getLast().first();
    }

    private String description() {
        return "%,d likes, %,d dislikes and %,d scores from %s to %s, by %s."
                .formatted(
                        sum(OpinionPeriod::likes),
                        sum(OpinionPeriod::dislikes),
                        sum(OpinionPeriod::scores),
                        WHOLE.format(first()),
                        WHOLE.format(line.length().after(last()).minusDays(1)),
                        line.length().name().toLowerCase(Locale.ROOT));
    }

    private int sum(ToIntFunction<OpinionPeriod> count) {
        return line.periods().stream().mapToInt(count).sum();
    }
}
