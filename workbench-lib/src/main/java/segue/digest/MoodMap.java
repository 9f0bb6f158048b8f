package segue.digest;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.recommend.Recommendation;

/**
 * Where the songs of a digest lie among all songs: from calm to energetic, and from sad to happy. Every dot is a place, the
 * larger the more songs of the catalogue are there; rings are songs that the listener knows, numbers those of the digest.
 */
final class MoodMap {
    private static final int WIDTH = 552;
    private static final int HEIGHT = 232;
    private static final int SIDE = 12;
    private static final int TOP = 20;
    private static final int STEP = 12;
    private static final double RADIUS = 12;
    private static final double RING = 7;
    private static final float NUMBER = 15;
    private static final float WORD = 14;
    private static final double SIZES = 2;
    private static final int PUSHES = 60;

    private final double[][] songs;
    private final double most;

    private MoodMap(double[][] songs) {
        this.songs = songs;
        double largest = 1;
        for (double[] row : songs) {
            for (double some : row) {
                largest = Math.max(largest, some);
            }
        }
        most = largest;
    }

    /** Counts the songs; empty for recordings that were measured here, which have no such features. */
    static Optional<MoodMap> of(Catalog catalog) {
        double[][] songs = new double[(HEIGHT - 2 * TOP) / STEP][(WIDTH - 2 * SIDE) / STEP];
        for (Track track : catalog.tracks()) {
            if (!(track.features() instanceof AudioFeatures features)) {
                return Optional.empty();
            }
            double[] row = songs[place(y(features) - TOP, songs.length)];
            row[place(x(features) - SIDE, row.length)]++;
        }
        return Optional.of(new MoodMap(songs));
    }

    private static int place(double from, int places) {
        return Math.min((int) (from / STEP), places - 1);
    }

    private static double x(AudioFeatures features) {
        return SIDE + Math.clamp(features.energy(), 0, 1) * (WIDTH - 2.0 * SIDE);
    }

    private static double y(AudioFeatures features) {
        return TOP + (1 - Math.clamp(features.valence(), 0, 1)) * (HEIGHT - 2.0 * TOP);
    }

    Picture of(String name, Digest digest) {
        String alt = digest.sections().stream()
                .flatMap(section -> section.start().stream())
                .map(start -> Plain.line(start.name()))
                .distinct()
                .collect(Collectors.joining(", "));
        return Picture.of(
                name,
                WIDTH,
                HEIGHT,
                String.format(
                        Locale.ROOT,
                        "Map of all songs from calm to energetic and from sad to happy, with these %d and %s",
                        digest.songs().size(),
                        alt),
                graphics -> paint(graphics, digest));
    }

    private void paint(Graphics2D graphics, Digest digest) {
        graphics.setColor(Ink.FAINT);
        for (int row = 0; row < songs.length; row++) {
            for (int column = 0; column < songs[row].length; column++) {
                double radius = STEP / 2.0 * Math.pow(songs[row][column] / most, 0.4);
                // Few sizes: equal dots take little room in the file.
                radius = Math.round(SIZES * radius) / SIZES;
                circle(graphics, SIDE + STEP * (column + 0.5), TOP + STEP * (row + 0.5), radius);
            }
        }
        words(graphics);
        List<double[]> places = apart(digest);
        int number = 0;
        for (DigestSection section : digest.sections()) {
            for (Recommendation song : section.songs()) {
                line(graphics, (AudioFeatures) song.seed().features(), places.get(number++));
            }
        }
        digest.sections().stream()
                .flatMap(section -> section.start().stream())
                .distinct()
                .forEach(start -> ring(graphics, (AudioFeatures) start.features()));
        for (int i = 0; i < number; i++) {
            number(graphics, i + 1, places.get(i)[0], places.get(i)[1]);
        }
    }

    private static void words(Graphics2D graphics) {
        graphics.setColor(Ink.WORDS);
        Font font = Ink.words(WORD);
        graphics.setFont(font);
        graphics.drawString("sad, calm", SIDE, HEIGHT - 4);
        graphics.drawString("happy, calm", SIDE, WORD);
        right(graphics, font, "sad, energetic", HEIGHT - 4);
        right(graphics, font, "happy, energetic", WORD);
    }

    private static void right(Graphics2D graphics, Font font, String word, float y) {
        double wide =
                font.getStringBounds(word, graphics.getFontRenderContext()).getWidth();
        graphics.drawString(word, (float) (WIDTH - SIDE - wide), y);
    }

    private static void circle(Graphics2D graphics, double x, double y, double radius) {
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void ring(Graphics2D graphics, AudioFeatures features) {
        graphics.setColor(Ink.KNOWN);
        graphics.setStroke(new BasicStroke(3.5f));
        graphics.draw(new Ellipse2D.Double(x(features) - RING, y(features) - RING, 2 * RING, 2 * RING));
    }

    private static void number(Graphics2D graphics, int number, double x, double y) {
        graphics.setColor(Ink.NEW);
        circle(graphics, x, y, RADIUS);
        Font font = Ink.numbers(NUMBER);
        graphics.setFont(font);
        graphics.setColor(Color.WHITE);
        String text = Integer.toString(number);
        Rectangle2D size =
                font.createGlyphVector(graphics.getFontRenderContext(), text).getVisualBounds();
        graphics.drawString(text, (float) (x - size.getWidth() / 2 - size.getX()), (float) (y + size.getHeight() / 2));
    }

    private static void line(Graphics2D graphics, AudioFeatures from, double... to) {
        graphics.setColor(Ink.KNOWN);
        graphics.setStroke(new BasicStroke(1.5f));
        double dx = to[0] - x(from);
        double dy = to[1] - y(from);
        double edge = RING / Math.hypot(dx, dy);
        graphics.draw(new Line2D.Double(x(from) + edge * dx, y(from) + edge * dy, to[0], to[1]));
    }

    /** Numbers may not cover each other, nor rings: those that do are pushed apart, by as little as it takes. */
    private static List<double[]> apart(Digest digest) {
        List<double[]> places = new ArrayList<>();
        for (Recommendation song : digest.songs()) {
            AudioFeatures features = (AudioFeatures) song.track().features();
            places.add(new double[] {x(features), y(features) + 0.01 * (places.size() + 1)});
        }
        List<double[]> rings = digest.sections().stream()
                .flatMap(section -> section.start().stream())
                .map(start -> (AudioFeatures) start.features())
                .map(features -> new double[] {x(features), y(features)})
                .toList();
        for (int push = 0; push < PUSHES; push++) {
            for (int i = 0; i < places.size(); i++) {
                for (int j = 0; j < i; j++) {
                    push(places.get(i), places.get(j), 2 * RADIUS + 1, 0.5);
                }
                for (double[] ring : rings) {
                    push(places.get(i), ring, RADIUS + RING + 4, 1);
                }
            }
            for (double[] place : places) {
                place[0] = Math.clamp(place[0], RADIUS + 1, WIDTH - RADIUS - 1);
                place[1] = Math.clamp(place[1], TOP + RADIUS, HEIGHT - TOP - RADIUS);
            }
        }
        return places;
    }

    /** @param share of the way that the first one goes; the other goes the rest */
    private static void push(double[] one, double[] other, double room, double share) {
        double dx = one[0] - other[0];
        double dy = one[1] - other[1];
        double distance = Math.hypot(dx, dy);
        double lacking = room - distance;
        if (lacking > 0 && distance > 0) {
            one[0] += dx / distance * lacking * share;
            one[1] += dy / distance * lacking * share;
            other[0] -= dx / distance * lacking * (1 - share);
            other[1] -= dy / distance * lacking * (1 - share);
        }
    }
}
