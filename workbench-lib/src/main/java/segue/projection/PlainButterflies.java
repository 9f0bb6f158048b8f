package segue.projection;

/** The butterflies of a Fourier transform over the columns of a panel. */
final class PlainButterflies {
    private static final float SIN_60 = (float) (Math.sqrt(3) / 2);

    private PlainButterflies() {}

    static void run(Fourier.Stage stage, int width, float[] re, float[] im, float[] toRe, float[] toIm) {
        int radix = stage.radix();
        int span = stage.stride() * width;
        int apart = span * stage.groups();
        float[] real = new float[radix];
        float[] imaginary = new float[radix];
        for (int group = 0; group < stage.groups(); group++) {
            int from = group * span;
            int to = group * span * radix;
            for (int q = 0; q < span; q++) {
                for (int j = 0; j < radix; j++) {
                    real[j] = re[from + q + j * apart];
                    imaginary[j] = im[from + q + j * apart];
                }
                switch (radix) {
                    case 2 -> two(real, imaginary);
                    case 3 -> three(real, imaginary);
                    default -> four(real, imaginary);
                }
                toRe[to + q] = real[0];
                toIm[to + q] = imaginary[0];
                for (int j = 1; j < radix; j++) {
                    float cos = stage.cos()[group * (radix - 1) + j - 1];
                    float sin = stage.sin()[group * (radix - 1) + j - 1];
                    toRe[to + q + j * span] = cos * real[j] - sin * imaginary[j];
                    toIm[to + q + j * span] = cos * imaginary[j] + sin * real[j];
                }
            }
        }
    }

    private static void two(float[] re, float[] im) {
        float a = re[0];
        float b = im[0];
        re[0] = a + re[1];
        im[0] = b + im[1];
        re[1] = a - re[1];
        im[1] = b - im[1];
    }

    private static void three(float[] re, float[] im) {
        float sumRe = re[1] + re[2];
        float sumIm = im[1] + im[2];
        float turnRe = SIN_60 * (im[1] - im[2]);
        float turnIm = SIN_60 * (re[2] - re[1]);
        float middleRe = re[0] - 0.5f * sumRe;
        float middleIm = im[0] - 0.5f * sumIm;
        re[0] += sumRe;
        im[0] += sumIm;
        re[1] = middleRe + turnRe;
        im[1] = middleIm + turnIm;
        re[2] = middleRe - turnRe;
        im[2] = middleIm - turnIm;
    }

    private static void four(float[] re, float[] im) {
        float evenRe = re[0] + re[2];
        float evenIm = im[0] + im[2];
        float acrossRe = re[0] - re[2];
        float acrossIm = im[0] - im[2];
        float oddRe = re[1] + re[3];
        float oddIm = im[1] + im[3];
        float turnRe = im[1] - im[3];
        float turnIm = re[3] - re[1];
        re[0] = evenRe + oddRe;
        im[0] = evenIm + oddIm;
        re[1] = acrossRe + turnRe;
        im[1] = acrossIm + turnIm;
        re[2] = evenRe - oddRe;
        im[2] = evenIm - oddIm;
        re[3] = acrossRe - turnRe;
        im[3] = acrossIm - turnIm;
    }
}
