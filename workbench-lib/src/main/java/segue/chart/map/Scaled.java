package segue.chart.map;

import java.awt.image.BufferedImage;

/** A small picture made large, its pixels' colours running into each other (bilinear), the same on every machine. */
final class Scaled {
    private Scaled() {}

    /** @param block pixels for one, each way */
    static BufferedImage smoothly(BufferedImage small, int block, int width, int height) {
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] from = small.getRGB(0, 0, small.getWidth(), small.getHeight(), null, 0, small.getWidth());
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            float down = Math.clamp((y + 0.5f) / block - 0.5f, 0, small.getHeight() - 1);
            int upper = (int) down * small.getWidth();
            int lower = Math.min((int) down + 1, small.getHeight() - 1) * small.getWidth();
            for (int x = 0; x < width; x++) {
                float right = Math.clamp((x + 0.5f) / block - 0.5f, 0, small.getWidth() - 1);
                int west = (int) right;
                int east = Math.min(west + 1, small.getWidth() - 1);
                row[x] = mixed(
                        mixed(from[upper + west], from[upper + east], right - west),
                        mixed(from[lower + west], from[lower + east], right - west),
                        down - (int) down);
            }
            large.getRaster().setDataElements(0, y, width, 1, row);
        }
        return large;
    }

    private static int mixed(int a, int b, float share) {
        int red = Math.round((a >> 16 & 0xff) * (1 - share) + (b >> 16 & 0xff) * share);
        int green = Math.round((a >> 8 & 0xff) * (1 - share) + (b >> 8 & 0xff) * share);
        int blue = Math.round((a & 0xff) * (1 - share) + (b & 0xff) * share);
        return red << 16 | green << 8 | blue;
    }
}
