package segue.projection;

/** The butterflies of a Fourier transform over the columns of a panel. */
final class PlainButterflies {
    private static final float SIN_60 = (float) (Math.sqrt(3) / 2);
    private static final float COS_72 = (float) Math.cos(2 * Math.PI / 5);
    private static final float SIN_72 = (float) Math.sin(2 * Math.PI / 5);
    private static final float COS_144 = (float) Math.cos(4 * Math.PI / 5);
    private static final float SIN_144 = (float) Math.sin(4 * Math.PI / 5);

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
                    case 4 -> four(real, imaginary);
                    default -> five(real, imaginary);
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

    private static void five(float[] re, float[] im) {
        float outerRe = re[1] + re[4];
        float outerIm = im[1] + im[4];
        float innerRe = re[2] + re[3];
        float innerIm = im[2] + im[3];
        float outerGapRe = re[1] - re[4];
        float outerGapIm = im[1] - im[4];
        float innerGapRe = re[2] - re[3];
        float innerGapIm = im[2] - im[3];
        float nearRe = re[0] + COS_72 * outerRe + COS_144 * innerRe;
        float nearIm = im[0] + COS_72 * outerIm + COS_144 * innerIm;
        float farRe = re[0] + COS_144 * outerRe + COS_72 * innerRe;
        float farIm = im[0] + COS_144 * outerIm + COS_72 * innerIm;
        float nearTurnRe = SIN_72 * outerGapIm + SIN_144 * innerGapIm;
        float nearTurnIm = -SIN_72 * outerGapRe - SIN_144 * innerGapRe;
        float farTurnRe = SIN_144 * outerGapIm - SIN_72 * innerGapIm;
        float farTurnIm = SIN_72 * innerGapRe - SIN_144 * outerGapRe;
        re[0] += outerRe + innerRe;
        im[0] += outerIm + innerIm;
        re[1] = nearRe + nearTurnRe;
        im[1] = nearIm + nearTurnIm;
        re[4] = nearRe - nearTurnRe;
        im[4] = nearIm - nearTurnIm;
        re[2] = farRe + farTurnRe;
        im[2] = farIm + farTurnIm;
        re[3] = farRe - farTurnRe;
        im[3] = farIm - farTurnIm;
    }
}
