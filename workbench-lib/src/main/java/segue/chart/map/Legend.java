package segue.chart.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import segue.chart.Axis;
import segue.chart.Palette;

/** What the colours say, beside the map. */
final class Legend {
    private static final int LINE = 21;
    private static final int DOT = 10;
    private static final int BAR_WIDTH = 14;
    private static final int BAR_HEIGHT = 220;
    private static final int BAR_STEPS = 110;

    private final Graphics2D graphics;
    private final Rectangle room;
    private int y;

    Legend(Graphics2D graphics, Rectangle room) {
        this.graphics = graphics;
        this.room = room;
        this.y = room.y;
    }

    void paint(String title, ShownGroups groups, boolean outlined) {
        heading(title);
        for (ShownGroups.Group group : groups.groups()) {
            dot(group.colour(), group.name(), group.size());
        }
        if (outlined) {
            y += LINE / 2;
            quiet("a line holds " + GroupOutline.WITHIN + " % of a group;");
            quiet("what is everywhere has none");
        }
    }

    void paint(String title, AmountScale scale) {
        heading(title);
        y += 2;
        int left = room.x;
        for (int i = 0; i < BAR_STEPS; i++) {
            graphics.setColor(AmountScale.colour((i + 0.5) / BAR_STEPS));
            double high = (double) BAR_HEIGHT / BAR_STEPS;
            // A little too high: steps must not leave seams.
            graphics.fill(new Rectangle2D.Double(
                    left, y + (BAR_STEPS - 1 - i) * high, BAR_WIDTH, i == 0 ? high : high + 0.5));
        }
        FontMetrics metrics = graphics.getFontMetrics(Words.SMALL);
        graphics.setFont(Words.SMALL);
        graphics.setStroke(new BasicStroke(1));
        Axis axis = Axis.linear("", scale.low(), scale.high());
        for (Axis.Tick tick : axis.ticks()) {
            float at = (float) (y + BAR_HEIGHT * (1 - axis.at(tick.value())));
            graphics.setColor(Palette.QUIET);
            graphics.drawString(tick.label(), left + BAR_WIDTH + 7, at + metrics.getAscent() / 2f - 1);
            graphics.setColor(Color.WHITE);
            graphics.fill(new Rectangle2D.Double(left + BAR_WIDTH - 4, at - 0.5, 4, 1));
        }
        y += BAR_HEIGHT + LINE / 2;
        if (scale.clipped()) {
            y += 4;
            quiet("the 2 % below and above have");
            quiet("the colours of the ends");
        }
        if (scale.missing() > 0) {
            y += LINE / 2;
            dot(ShownGroups.NONE, "no " + title, scale.missing());
        }
    }

    private void heading(String title) {
        FontMetrics metrics = graphics.getFontMetrics(Words.STRONG);
        graphics.setFont(Words.STRONG);
        graphics.setColor(Palette.INK);
        graphics.drawString(Words.fitting(title, room.width, metrics), room.x, y + metrics.getAscent());
        y += LINE + 4;
    }

    private void dot(Color colour, String name, int count) {
        FontMetrics metrics = graphics.getFontMetrics(Words.TEXT);
        String number = String.format(Locale.ROOT, "%,d", count);
        int numberWidth = metrics.stringWidth(number);
        int baseline = y + metrics.getAscent();
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(room.x, baseline - 4.5 - DOT / 2.0, DOT, DOT));
        graphics.setFont(Words.TEXT);
        graphics.setColor(Palette.INK);
        int wide = room.width - DOT - 8 - numberWidth - 10;
        graphics.drawString(Words.fitting(name, wide, metrics), room.x + DOT + 8, baseline);
        graphics.setColor(Palette.QUIET);
        graphics.drawString(number, room.x + room.width - numberWidth, baseline);
        y += LINE;
    }

    private void quiet(String text) {
        FontMetrics metrics = graphics.getFontMetrics(Words.SMALL);
        graphics.setFont(Words.SMALL);
        graphics.setColor(Palette.QUIET);
        graphics.drawString(text, room.x, y + metrics.getAscent());
        y += 15;
    }
}
