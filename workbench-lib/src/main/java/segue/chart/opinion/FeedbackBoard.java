package segue.chart.opinion;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.chart.ChartGrid;
import segue.feedback.Activity;
import segue.feedback.Count;
import segue.feedback.FeedbackReports;

/**
 * All pictures of a dashboard, as of one moment. The reports are asked once, when it is made; it is immutable, so a page may keep
 * it for a while.
 *
 * @param pictures {@code searches}, {@code genres}, {@code opinions}, {@code liked-genres}, {@code scores}, {@code trials}
 * @param lastActivity a sentence, with times of the zone
 * @param asOf when the reports were asked
 */
public record FeedbackBoard(List<OpinionPicture> pictures, String lastActivity, Instant asOf) {
    private static final int MOST_WORDS = 120;
    private static final int MOST_GENRES = 60;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    public FeedbackBoard {
        pictures = List.copyOf(pictures);
    }

    /** @param clock says what day it is, and in which zone days begin */
    public static FeedbackBoard of(FeedbackReports reports, Catalog songs, Clock clock) {
        ZoneId zone = clock.getZone();
        Function<String, List<String>> genres = id -> {
            OptionalInt row = songs.rowOf(id);
            return row.isPresent() ? spelledApart(songs.track(row.getAsInt()).genres()) : List.of();
        };
        WordCloud searched = FeedbackCharts.searches(reports.searchWords(Instant.EPOCH, MOST_WORDS));
        WordCloud played =
                FeedbackCharts.genres(spelledOnce(reports.playedGenres(genres, Integer.MAX_VALUE), MOST_GENRES));
        int width = FeedbackCharts.WIDTH;
        int height = FeedbackCharts.HEIGHT;
        return new FeedbackBoard(
                List.of(
                        new OpinionPicture("searches", searched, searched.description()),
                        new OpinionPicture("genres", played, played.description()),
                        OpinionTimeline.picture(reports.days(zone), LocalDate.now(clock), width, height),
                        FeedbackCharts.genreBars(
                                spelledOnce(reports.likedGenres(genres, Integer.MAX_VALUE), MOST_GENRES)),
                        MethodRows.scores(reports.scoresByMethod(), width, height),
                        MethodRows.trials(reports.trials(), width, height)),
                inWords(reports.lastActivity(), zone),
                clock.instant());
    }

    /** A song that has a label in two spellings has it once. */
    private static List<String> spelledApart(List<String> labels) {
        Map<String, String> byKey = new LinkedHashMap<>();
        labels.forEach(label -> byKey.putIfAbsent(TextKey.of(label), label));
        return List.copyOf(byKey.values());
    }

    /** Labels that differ by hyphens, accents or capitals are one, spelled as most often. */
    static List<Count> spelledOnce(List<Count> sorted, int most) {
        Map<String, Count> byKey = new LinkedHashMap<>();
        for (Count count : sorted) {
            byKey.merge(
                    TextKey.of(count.label()),
                    count,
                    (first, more) -> new Count(first.label(), first.times() + more.times()));
        }
        return byKey.values().stream()
                .sorted(Comparator.comparingInt(Count::times).reversed().thenComparing(Count::label))
                .limit(most)
                .toList();
    }

    static String inWords(Activity activity, ZoneId zone) {
        List<String> last = new ArrayList<>();
        add(last, "rating", activity.rating(), zone);
        add(last, "search", activity.search(), zone);
        add(last, "play", activity.play(), zone);
        add(last, "trial", activity.trial(), zone);
        return last.isEmpty()
                ? "Nothing has happened yet."
                : "Last %s (%s).".formatted(String.join("; ", last), zone.getId());
    }

    private static void add(List<String> last, String what, Optional<Instant> at, ZoneId zone) {
        at.ifPresent(moment -> last.add(what + " " + MOMENT.format(moment.atZone(zone))));
    }

    /** Two pictures a row. */
    public ChartGrid grid() {
        return ChartGrid.of(2, pictures.stream().map(OpinionPicture::chart).toList())
                .withHeading("What listeners said", lastActivity);
    }
}
