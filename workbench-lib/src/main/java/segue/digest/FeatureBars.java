package segue.digest;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import segue.catalog.AudioFeatures;
import segue.catalog.Feature;
import segue.recommend.Recommendation;
import segue.recommend.Recommendation.Reason;

/**
 * A song in a few bars: of a song table its features, with a mark at those of the song that it is like; of a recording how
 * alike the two are in timbre, rhythm and so on.
 */
final class FeatureBars {
    private static final int WIDTH = 96;
    private static final int ROW = 15;
    private static final double THICK = 5;
    private static final double MARK = 2.5;
    private static final double SLOWEST = 50;
    private static final double FASTEST = 200;
    /** Twice as far apart as two songs at random is not alike at all. */
    private static final double NOT_ALIKE = 2;

    private static final List<Feature> SHOWN =
            List.of(Feature.ENERGY, Feature.DANCEABILITY, Feature.VALENCE, Feature.ACOUSTICNESS, Feature.TEMPO);

    private FeatureBars() {}

    /** @param value of the bar, 0 to 1; {@code mark} likewise, or less than 0 for none */
    private record Bar(String label, double value, double mark, String words) {}

    /**
     * @param labels one a bar; they are told as text beside the picture
     * @param picture with its bars {@value #ROW} apart
     */
    record Labelled(List<String> labels, Picture picture) {}

    static Labelled of(String name, Recommendation song) {
        List<Bar> bars = bars(song);
        String alt = bars.stream().map(Bar::words).collect(Collectors.joining(", "));
        return new Labelled(
                bars.stream().map(Bar::label).toList(),
                Picture.of(name, WIDTH, ROW * bars.size(), alt, graphics -> paint(graphics, bars)));
    }

    private static List<Bar> bars(Recommendation song) {
        List<Bar> bars = new ArrayList<>();
        if (song.track().features() instanceof AudioFeatures own
                && song.seed().features() instanceof AudioFeatures of) {
            for (Feature feature : SHOWN) {
                bars.add(bar(feature, own.get(feature), of.get(feature)));
            }
            return bars;
        }
        song.reasons().stream()
                .sorted(Comparator.comparing(Reason::feature))
                .limit(SHOWN.size())
                .forEach(reason -> {
                    double alike = Math.clamp(1 - Math.abs(reason.difference()) / NOT_ALIKE, 0, 1);
                    bars.add(new Bar(
                            firstWord(reason.feature()),
                            alike,
                            -1,
                            String.format(Locale.ROOT, "%s %.0f %% alike", reason.feature(), 100 * alike)));
                });
        return bars;
    }

    /** Beside a bar is no room for {@code "loudness and dynamics"}. */
    private static String firstWord(String feature) {
        return feature.split(" ", 2)[0];
    }

    private static Bar bar(Feature feature, double own, double of) {
        String label = feature.columnName();
        return feature == Feature.TEMPO
                ? new Bar(label, pace(own), pace(of), String.format(Locale.ROOT, "tempo %.0f (%.0f)", own, of))
                : new Bar(label, own, of, String.format(Locale.ROOT, "%s %.0f (%.0f)", label, 100 * own, 100 * of));
    }

    private static double pace(double tempo) {
        return Math.clamp((tempo - SLOWEST) / (FASTEST - SLOWEST), 0, 1);
    }

    private static void paint(Graphics2D graphics, List<Bar> bars) {
        for (int row = 0; row < bars.size(); row++) {
            Bar bar = bars.get(row);
            double middle = ROW * (row + 0.5);
            graphics.setColor(Ink.FAINT);
            stroke(graphics, middle, WIDTH);
            graphics.setColor(Ink.NEW);
            stroke(graphics, middle, Math.max(THICK, bar.value() * WIDTH));
            if (bar.mark() >= 0) {
                graphics.setColor(Ink.KNOWN);
                double x = Math.clamp(bar.mark() * WIDTH - MARK / 2, 0, WIDTH - MARK);
                graphics.fill(new Rectangle2D.Double(x, middle - THICK, MARK, 2 * THICK));
            }
        }
    }

    private static void stroke(Graphics2D graphics, double middle, double length) {
        graphics.fill(new RoundRectangle2D.Double(0, middle - THICK / 2, length, THICK, THICK, THICK));
    }
}
