package segue.kernel.display;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;
import segue.chart.points.FewColours;

/** Makes PNGs of charts small, one byte a pixel; where a picture has few enough colours, none of them changed. */
final class Palettes {
    private static final int MOST_COLOURS = 256;

    private Palettes() {}

    /** The same picture over a palette, or in the nearest 256 colours where it has more, which takes half the bytes. */
    static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Map<Integer, Byte> indexes = new HashMap<>();
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                Byte index = indexes.get(row[x]);
                if (index == null) {
                    if (indexes.size() == MOST_COLOURS) {
                        return FewColours.of(image);
                    }
                    index = (byte) indexes.size();
                    indexes.put(row[x], index);
                }
                pixels[y * width + x] = index;
            }
        }
        int[] palette = new int[MOST_COLOURS];
        indexes.forEach((colour, index) -> palette[Byte.toUnsignedInt(index)] = colour);
        IndexColorModel colours = new IndexColorModel(8, MOST_COLOURS, palette, 0, false, -1, 0);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        small.getRaster().setDataElements(0, 0, width, height, pixels);
        return small;
    }
}
