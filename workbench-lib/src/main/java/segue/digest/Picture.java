package segue.digest;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * A picture in a mail.
 *
 * @param name that the markup knows it by: letters, digits and {@code -}
 * @param png its file, with {@value #SHARPNESS} times as many pixels each way as it is wide and high
 * @param alt what it shows, in words
 */
record Picture(String name, byte[] png, int width, int height, String alt) {
    private static final int SHARPNESS = 2;
    private static final int COLOURS = 256;

    /**
     * Paints on a ground that lets through what is behind it, since nobody knows whether a mail is read on light or dark.
     *
     * @param painter in a space of {@code width} by {@code height}
     */
    static Picture of(String name, int width, int height, String alt, Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(SHARPNESS * width, SHARPNESS * height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SHARPNESS, SHARPNESS);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        painter.accept(graphics);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(withFewColours(image), "png", bytes);
        } catch (IOException defect) {
            throw new UncheckedIOException("a picture could not be written into memory", defect);
        }
        return new Picture(name, bytes.toByteArray(), width, height, alt);
    }

    /** A byte a pixel instead of four: the coarsest rounding of colours that keeps them below 256. */
    private static BufferedImage withFewColours(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int bits = 6; bits >= 2; bits--) {
            Map<Integer, Integer> colours = new LinkedHashMap<>();
            int[] indexes = new int[pixels.length];
            for (int i = 0; i < pixels.length && colours.size() <= COLOURS; i++) {
                int colour = rounded(pixels[i], bits);
                indexes[i] = colours.computeIfAbsent(colour, c -> colours.size());
            }
            if (colours.size() <= COLOURS) {
                int[] palette =
                        colours.keySet().stream().mapToInt(Integer::intValue).toArray();
                IndexColorModel model = new IndexColorModel(
                        8, palette.length, palette, 0, true, -1, java.awt.image.DataBuffer.TYPE_BYTE);
                BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
                indexed.getRaster().setPixels(0, 0, width, height, indexes);
                return indexed;
            }
        }
        return image;
    }

    private static int rounded(int argb, int bits) {
        if (argb >>> 24 == 0) {
            return 0;
        }
        int rounded = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 8) {
            int most = (1 << bits) - 1;
            int level = Math.round((argb >>> shift & 0xff) * most / 255f);
            rounded |= Math.round(level * 255f / most) << shift;
        }
        return rounded;
    }
}
