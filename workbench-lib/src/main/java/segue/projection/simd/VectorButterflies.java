package segue.projection.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import segue.projection.Fourier;

/** The butterflies of a Fourier transform over the columns of a panel: neighbouring columns fill a vector. */
final class VectorButterflies {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final float SIN_60 = (float) (Math.sqrt(3) / 2);

    private VectorButterflies() {}

    static void run(Fourier.Stage stage, int width, float[] re, float[] im, float[] toRe, float[] toIm) {
        int span = stage.stride() * width;
        for (int group = 0; group < stage.groups(); group++) {
            switch (stage.radix()) {
                case 2 -> two(stage, group, span, re, im, toRe, toIm);
                case 3 -> three(stage, group, span, re, im, toRe, toIm);
                default -> four(stage, group, span, re, im, toRe, toIm);
            }
        }
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    private static void turn(FloatVector re, FloatVector im, float cos, float sin, float[] toRe, float[] toIm, int at) {
        re.mul(cos).sub(im.mul(sin)).intoArray(toRe, at);
        im.mul(cos).add(re.mul(sin)).intoArray(toIm, at);
    }

    private static void two(
            Fourier.Stage stage, int group, int span, float[] re, float[] im, float[] toRe, float[] toIm) {
        int apart = span * stage.groups();
        float cos = stage.cos()[group];
        float sin = stage.sin()[group];
        int to = 2 * group * span;
        for (int a = group * span; a < (group + 1) * span; a += LANES, to += LANES) {
            FloatVector re0 = load(re, a);
            FloatVector re1 = load(re, a + apart);
            FloatVector im0 = load(im, a);
            FloatVector im1 = load(im, a + apart);
            re0.add(re1).intoArray(toRe, to);
            im0.add(im1).intoArray(toIm, to);
            turn(re0.sub(re1), im0.sub(im1), cos, sin, toRe, toIm, to + span);
        }
    }

    private static void three(
            Fourier.Stage stage, int group, int span, float[] re, float[] im, float[] toRe, float[] toIm) {
        int apart = span * stage.groups();
        float cos1 = stage.cos()[2 * group];
        float sin1 = stage.sin()[2 * group];
        float cos2 = stage.cos()[2 * group + 1];
        float sin2 = stage.sin()[2 * group + 1];
        int to = 3 * group * span;
        for (int a = group * span; a < (group + 1) * span; a += LANES, to += LANES) {
            FloatVector re0 = load(re, a);
            FloatVector re1 = load(re, a + apart);
            FloatVector re2 = load(re, a + 2 * apart);
            FloatVector im0 = load(im, a);
            FloatVector im1 = load(im, a + apart);
            FloatVector im2 = load(im, a + 2 * apart);
            FloatVector sumRe = re1.add(re2);
            FloatVector sumIm = im1.add(im2);
            FloatVector turnRe = im1.sub(im2).mul(SIN_60);
            FloatVector turnIm = re2.sub(re1).mul(SIN_60);
            FloatVector middleRe = re0.sub(sumRe.mul(0.5f));
            FloatVector middleIm = im0.sub(sumIm.mul(0.5f));
            re0.add(sumRe).intoArray(toRe, to);
            im0.add(sumIm).intoArray(toIm, to);
            turn(middleRe.add(turnRe), middleIm.add(turnIm), cos1, sin1, toRe, toIm, to + span);
            turn(middleRe.sub(turnRe), middleIm.sub(turnIm), cos2, sin2, toRe, toIm, to + 2 * span);
        }
    }

    private static void four(
            Fourier.Stage stage, int group, int span, float[] re, float[] im, float[] toRe, float[] toIm) {
        int apart = span * stage.groups();
        float[] cos = stage.cos();
        float[] sin = stage.sin();
        float cos1 = cos[3 * group];
        float sin1 = sin[3 * group];
        float cos2 = cos[3 * group + 1];
        float sin2 = sin[3 * group + 1];
        float cos3 = cos[3 * group + 2];
        float sin3 = sin[3 * group + 2];
        int to = 4 * group * span;
        for (int a = group * span; a < (group + 1) * span; a += LANES, to += LANES) {
            FloatVector re0 = load(re, a);
            FloatVector re1 = load(re, a + apart);
            FloatVector re2 = load(re, a + 2 * apart);
            FloatVector re3 = load(re, a + 3 * apart);
            FloatVector im0 = load(im, a);
            FloatVector im1 = load(im, a + apart);
            FloatVector im2 = load(im, a + 2 * apart);
            FloatVector im3 = load(im, a + 3 * apart);
            FloatVector evenRe = re0.add(re2);
            FloatVector evenIm = im0.add(im2);
            FloatVector acrossRe = re0.sub(re2);
            FloatVector acrossIm = im0.sub(im2);
            FloatVector oddRe = re1.add(re3);
            FloatVector oddIm = im1.add(im3);
            FloatVector turnRe = im1.sub(im3);
            FloatVector turnIm = re3.sub(re1);
            evenRe.add(oddRe).intoArray(toRe, to);
            evenIm.add(oddIm).intoArray(toIm, to);
            turn(acrossRe.add(turnRe), acrossIm.add(turnIm), cos1, sin1, toRe, toIm, to + span);
            turn(evenRe.sub(oddRe), evenIm.sub(oddIm), cos2, sin2, toRe, toIm, to + 2 * span);
            turn(acrossRe.sub(turnRe), acrossIm.sub(turnIm), cos3, sin3, toRe, toIm, to + 3 * span);
        }
    }

    static void multiply(float[] values, int at, float[] factors, int from, int count) {
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            load(values, at + i).mul(load(factors, from + i)).intoArray(values, at + i);
        }
        for (int i = whole; i < count; i++) {
            values[at + i] *= factors[from + i];
        }
    }
}
