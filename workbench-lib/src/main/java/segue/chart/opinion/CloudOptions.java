package segue.chart.opinion;

/**
 * How a {@link WordCloud} is laid out.
 *
 * @param width of the picture, 200 to 4,000 pixels
 * @param height of the picture, 150 to 4,000 pixels
 * @param most words shown, 1 to 200: the most frequent
 * @param smallest letters, 6 to 40 pixels; rarer words have these too
 * @param seed of the directions in which places are looked for
 */
public record CloudOptions(int width, int height, int most, int smallest, long seed) {
    public static final int MOST_WORDS = 200;

    private static final int MOST_PIXELS = 4_000;

    /** @throws IllegalArgumentException if a value is out of range; the message names it */
    public CloudOptions {
        require("width", width, 200, MOST_PIXELS);
        require("height", height, 150, MOST_PIXELS);
        require("most", most, 1, MOST_WORDS);
        require("smallest", smallest, 6, 40);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be in [%d, %,d] but was %,d".formatted(name, least, most, value));
        }
    }

    /** 100 words on 560 × 340 pixels. */
    public static CloudOptions defaults() {
        return new CloudOptions(560, 340, 100, 11, 42);
    }

    public CloudOptions withSize(int newWidth, int newHeight) {
        return new CloudOptions(newWidth, newHeight, most, smallest, seed);
    }

    public CloudOptions withMost(int newMost) {
        return new CloudOptions(width, height, newMost, smallest, seed);
    }

    public CloudOptions withSeed(long newSeed) {
        return new CloudOptions(width, height, most, smallest, newSeed);
    }
}
