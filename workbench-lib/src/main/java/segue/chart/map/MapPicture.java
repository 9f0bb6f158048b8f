package segue.chart.map;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.chart.Palette;
import segue.chart.points.Places;

/**
 * A {@link SongMap} as a still picture, coloured by its first colouring. It has no axes: of a t-SNE map only what is near to
 * what means something. In an SVG more than {@value PointLayer#MOST_CIRCLES} points are one picture of pixels, everything
 * else lines and letters.
 */
public final class MapPicture implements IChart {
    private static final int WIDEST = 672;
    private static final int HIGHEST = 656;
    private static final int LEAST = 400;
    /** A picture of a given size is wider than this, or has no legend. */
    static final int LEAST_WITH_LEGEND = 480;

    private static final int SMALLEST = 160;
    private static final int MARGIN = 18;
    private static final int TOP = 46;
    private static final int LEGEND = 190;
    private static final int GAP = 22;
    /** Around the points, so that discs, stars and letters at the edge are whole. */
    private static final double ROOM = 14;
    /** Pixels of points in an SVG, which has no pixels of its own. */
    private static final double SVG_SHARPNESS = 2;

    private final SongMap map;
    private final Optional<Colouring> colouring;
    private final Rectangle plot;
    private final int width;
    private final int height;
    private final boolean hasLegend;

    /** @throws IllegalArgumentException if the map has no points */
    MapPicture(SongMap map) {
        requirePoints(map);
        this.map = map;
        this.colouring = map.colourings().stream().findFirst();
        this.hasLegend = colouring.isPresent();
        this.plot = plot(MapFrame.aspect(map.coordinates(), map.marks()));
        this.width = plot.x + plot.width + MARGIN + (hasLegend ? GAP + LEGEND : 0);
        this.height = plot.y + plot.height + MARGIN;
    }

    /** @throws IllegalArgumentException if the map has no points, or there is no room for them */
    MapPicture(SongMap map, int width, int height) {
        requirePoints(map);
        if (width < SMALLEST || height < SMALLEST) {
            throw new IllegalArgumentException("a picture of a map must be at least %d x %d pixels but was %d x %d"
                    .formatted(SMALLEST, SMALLEST, width, height));
        }
        this.map = map;
        this.colouring = map.colourings().stream().findFirst();
        this.hasLegend = colouring.isPresent() && width >= LEAST_WITH_LEGEND;
        int room = width - 2 * MARGIN - (hasLegend ? GAP + LEGEND : 0);
        this.plot = new Rectangle(MARGIN, TOP, room, height - TOP - MARGIN);
        this.width = width;
        this.height = height;
    }

    private static void requirePoints(SongMap map) {
        if (map.coordinates().rows() == 0) {
            throw new IllegalArgumentException("a picture of a map needs at least 1 point but there are 0");
        }
    }

    /** As wide and high as the map needs, within limits. */
    private static Rectangle plot(double aspect) {
        int wide = Math.clamp(Math.round(HIGHEST / aspect), LEAST, WIDEST);
        int high = Math.clamp(Math.round(WIDEST * aspect), LEAST, HIGHEST);
        return new Rectangle(MARGIN, TOP, wide, high);
    }

    @Override
    public void paint(Graphics2D graphics, int wide, int high) {
        AffineTransform origin = graphics.getTransform();
        Shape clip = graphics.getClip();
        graphics.scale((double) wide / width, (double) high / height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Palette.INK);
        graphics.setFont(Words.TITLE);
        graphics.drawString(
                Words.fitting(map.title(), width - 2 * MARGIN, graphics.getFontMetrics(Words.TITLE)), MARGIN, 30);

        MapFrame frame = MapFrame.of(map.coordinates(), map.marks(), plot, ROOM);
        PointLayer points = new PointLayer(map.coordinates(), colouring);
        double sharpness = graphics instanceof VectorGraphics2D
                ? SVG_SHARPNESS
                : Math.sqrt(Math.abs(graphics.getTransform().getDeterminant()));
        points.paint(graphics, frame, sharpness);

        boolean outlined = map.groups() == SongMap.GroupMarks.OUTLINES;
        Places places = new Places(plot, points.covered(frame));
        Optional<GroupLayer> groups = points.groups()
                .filter(any -> map.groups() != SongMap.GroupMarks.NONE)
                .map(shown -> new GroupLayer(shown, map.coordinates(), frame));
        groups.filter(any -> outlined).ifPresent(layer -> layer.outlines(graphics));
        new StarLayer(map.marks(), frame).paint(graphics, places);
        groups.ifPresent(layer -> layer.labels(graphics, places));

        if (hasLegend) {
            legend(graphics, points, outlined);
        }
        graphics.setTransform(origin);
        graphics.setClip(clip);
    }

    private void legend(Graphics2D graphics, PointLayer points, boolean outlined) {
        Legend legend = new Legend(graphics, new Rectangle(plot.x + plot.width + GAP, TOP, LEGEND, plot.height));
        points.groups().ifPresent(shown -> legend.paint(colouring.orElseThrow().title(), shown, outlined));
        points.scale().ifPresent(scale -> legend.paint(colouring.orElseThrow().title(), scale));
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public String getTitle() {
        return map.title();
    }
}
