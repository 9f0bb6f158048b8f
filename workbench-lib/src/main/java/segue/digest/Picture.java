package segue.digest;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture in a mail.
 *
 * @param name that the markup knows it by: letters, digits and {@code -}
 * @param png its file, with {@value #SHARPNESS} times as many pixels each way as it is wide and high
 * @param alt what it shows, in words
 */
record Picture(String name, byte[] png, int width, int height, String alt) {
    private static final int SHARPNESS = 2;
    private static final int COLOURS = 64;

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
        return new Picture(name, png(withFewColours(image)), width, height, alt);
    }

    private static byte[] png(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), smallest);
        } catch (IOException defect) {
            throw new UncheckedIOException("a picture could not be written into memory", defect);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A byte a pixel instead of four: inks and the commonest colours stay as they are, others become the nearest. */
    private static BufferedImage withFewColours(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        Comparator<Map.Entry<Integer, Integer>> commonest = Map.Entry.comparingByValue(Comparator.reverseOrder());
        int[] palette = IntStream.concat(
                        Ink.ALL.stream().mapToInt(Color::getRGB).filter(counts::containsKey),
                        counts.entrySet().stream()
                                .sorted(commonest.thenComparing(Map.Entry.comparingByKey()))
                                .mapToInt(Map.Entry::getKey))
                .distinct()
                .limit(COLOURS)
                .toArray();
        Map<Integer, Integer> indexes = new HashMap<>();
        int[] indexed = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indexed[i] = indexes.computeIfAbsent(pixels[i], colour -> nearest(palette, colour));
        }
        IndexColorModel model =
                new IndexColorModel(Byte.SIZE, palette.length, palette, 0, true, -1, DataBuffer.TYPE_BYTE);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        small.getRaster().setPixels(0, 0, width, height, indexed);
        return small;
    }

    private static int nearest(int[] palette, int colour) {
        int nearest = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            long distance = distance(palette[i], colour);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /** What can be seen of two colours counts: nothing of them where they let everything through. */
    private static long distance(int one, int other) {
        int oneAlpha = one >>> 24;
        int otherAlpha = other >>> 24;
        long sum = square(255 * (oneAlpha - otherAlpha));
        for (int shift = 0; shift < 24; shift += 8) {
            sum += square((one >>> shift & 0xff) * oneAlpha - (other >>> shift & 0xff) * otherAlpha);
        }
        return sum;
    }

    private static long square(long value) {
        return value * value;
    }
}
