package segue.chart.opinion;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.chart.FittedText;
import segue.chart.Palette;

/** In the place of a chart that has nothing to show: why. */
record SentencePicture(String title, String sentence, int width, int height) implements IChart {
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    @Override
    public void paint(Graphics2D graphics, int wide, int high) {
        AffineTransform origin = graphics.getTransform();
        graphics.scale((double) wide / width, (double) high / height);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Palette.INK);
        centred(graphics, title, TITLE, 24);
        graphics.setColor(Palette.QUIET);
        centred(graphics, sentence, TEXT, height / 2);
        graphics.setTransform(origin);
    }

    private void centred(Graphics2D graphics, String text, Font font, int baseline) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        String shown = FittedText.of(text, width - 24, metrics);
        graphics.setFont(font);
        graphics.drawString(shown, (width - metrics.stringWidth(shown)) / 2, baseline);
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
        return title;
    }
}
