package segue.chart.points;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Colours that lie over each other on white. The colour of a pixel is that of the discs over it, mixed as light, those of
 * the larger share more than in proportion so that few strays do not make mud; how strong it is grows with the logarithm of
 * their number.
 */
public final class Inks {
    private static final float[] LIGHT = new float[256];
    private static final int STEPS = 4096;
    private static final int[] CHANNEL = new int[STEPS + 1];
    /** The share of pixels that may be as strong as the densest one. */
    private static final double DENSEST = 0.005;

    static {
        for (int i = 0; i < LIGHT.length; i++) {
            LIGHT[i] = (float) Math.pow(i / 255.0, 2.2);
        }
        for (int i = 0; i <= STEPS; i++) {
            CHANNEL[i] = (int) Math.round(255 * Math.pow((double) i / STEPS, 1 / 2.2));
        }
    }

    private final float[] red;
    private final float[] green;
    private final float[] blue;
    private final float[] shares;
    private final float[] discs;

    /** @param pixels of the picture */
    public Inks(int pixels) {
        red = new float[pixels];
        green = new float[pixels];
        blue = new float[pixels];
        shares = new float[pixels];
        discs = new float[pixels];
    }

    /**
     * Adds discs of one kind.
     *
     * @param weights how many of them lie over each pixel
     * @param rgb the colour of a pixel
     * @param prominence of these discs beside others, 1 for most
     */
    public void add(float[] weights, IntUnaryOperator rgb, float prominence) {
        for (int i = 0; i < weights.length; i++) {
            float weight = weights[i];
            if (weight > 0) {
                float share = weight * weight * prominence;
                int colour = rgb.applyAsInt(i);
                red[i] += share * LIGHT[colour >> 16 & 0xff];
                green[i] += share * LIGHT[colour >> 8 & 0xff];
                blue[i] += share * LIGHT[colour & 0xff];
                shares[i] += share;
                discs[i] += weight;
            }
        }
    }

    /** The colour of a pixel on white. */
    public int rgb(int pixel, double strength) {
        return over(pixel, strength, 0xffffff);
    }

    /**
     * Lays all that was added on a picture.
     *
     * @param lone how strong a single disc is, 0 to 1
     */
    public void paintOn(BufferedImage ground, double lone) {
        double most = Math.log(Math.max(2, densest()));
        int[] pixels = ((DataBufferInt) ground.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            if (discs[i] > 0) {
                double strength =
                        discs[i] <= 1 ? lone * discs[i] : lone + (1 - lone) * Math.min(1, Math.log(discs[i]) / most);
                pixels[i] = over(i, strength, pixels[i]);
            }
        }
    }

    private int over(int pixel, double strength, int ground) {
        return over(red[pixel] / shares[pixel], strength, ground >> 16 & 0xff) << 16
                | over(green[pixel] / shares[pixel], strength, ground >> 8 & 0xff) << 8
                | over(blue[pixel] / shares[pixel], strength, ground & 0xff);
    }

    private static int over(float light, double strength, int ground) {
        int channel = CHANNEL[Math.clamp((long) (light * STEPS), 0, STEPS)];
        return (int) Math.round(ground - strength * (ground - channel));
    }

    private double densest() {
        float[] covered = new float[discs.length];
        int size = 0;
        for (float disc : discs) {
            if (disc > 0) {
                covered[size++] = disc;
            }
        }
        if (size == 0) {
            return 1;
        }
        Arrays.sort(covered, 0, size);
        return covered[(int) ((1 - DENSEST) * (size - 1))];
    }
}
