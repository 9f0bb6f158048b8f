package segue.chart.points;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A picture of points in at most 256 colours: a third to half of the file, and hardly seen among dots. Colours are taken one by one,
 * each time that which is most missed: worn by many pixels and far from all taken ones.
 */
public final class FewColours {
    private static final int MOST = 256;
    private static final int BITS = 6;
    private static final int CELLS = 1 << 3 * BITS;

    private final int[] counts = new int[CELLS];
    private final int[] reds = new int[CELLS];
    private final int[] greens = new int[CELLS];
    private final int[] blues = new int[CELLS];

    private FewColours(int[] pixels) {
        for (int rgb : pixels) {
            int cell = cell(rgb);
            counts[cell]++;
            reds[cell] += rgb >> 16 & 0xff;
            greens[cell] += rgb >> 8 & 0xff;
            blues[cell] += rgb & 0xff;
        }
    }

    /** The same picture, as near as 256 colours come; white stays white. */
    public static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        byte[] indexes = new byte[CELLS];
        int[] palette = new FewColours(pixels).palette(indexes);
        byte[] data = new byte[pixels.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = indexes[cell(pixels[i])];
        }
        IndexColorModel colours = new IndexColorModel(8, MOST, palette, 0, false, -1, 0);
        BufferedImage few = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        few.getRaster().setDataElements(0, 0, width, height, data);
        return few;
    }

    /** Near colours are one. */
    private static int cell(int rgb) {
        return (rgb >> 18 & 0x3f) << 2 * BITS | (rgb >> 10 & 0x3f) << BITS | rgb >> 2 & 0x3f;
    }

    /** @param indexes filled with each cell's place in the palette */
    private int[] palette(byte[] indexes) {
        int[] used = IntStream.range(0, CELLS).filter(cell -> counts[cell] > 0).toArray();
        int[] means = Arrays.stream(used).map(this::mean).toArray();
        long[] nearest = new long[used.length];
        Arrays.fill(nearest, Long.MAX_VALUE >> 32);
        int[] palette = new int[MOST];
        for (int taken = 0; taken < MOST; taken++) {
            int missed = 0;
            for (int i = 1; i < used.length; i++) {
                missed = counts[used[i]] * nearest[i] > counts[used[missed]] * nearest[missed] ? i : missed;
            }
            palette[taken] = means[missed];
            for (int i = 0; i < used.length; i++) {
                long distance = distance(means[i], palette[taken]);
                if (distance < nearest[i]) {
                    nearest[i] = distance;
                    indexes[used[i]] = (byte) taken;
                }
            }
        }
        return palette;
    }

    private int mean(int cell) {
        if (cell == CELLS - 1) {
            // White stays white, or the picture's edge is seen.
            return 0xffffff;
        }
        int count = counts[cell];
        return reds[cell] / count << 16 | greens[cell] / count << 8 | blues[cell] / count;
    }

    private static long distance(int a, int b) {
        long red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        long green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        long blue = (a & 0xff) - (b & 0xff);
        return red * red + green * green + blue * blue;
    }
}
