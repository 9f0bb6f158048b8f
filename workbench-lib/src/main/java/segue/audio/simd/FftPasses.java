package segue.audio.simd;

import static segue.audio.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The passes of {@link VectorFft}: each takes values a quarter apart and turns what it makes of them. Loops call only what
 * the compiler always inlines, the Vector API itself: in long ones it refuses to inline anything else, and then every vector
 * becomes an object.
 */
final class FftPasses {
    private static final int LANES = Lanes.COUNT;

    private FftPasses() {}

    /** What a pass whose stride is less than a vector does before its results are woven: a root for every lane. */
    static void narrow(float[] re, float[] im, float[][] roots) {
        int quarter = re.length / 4;
        float[] cos1 = roots[0];
        float[] sin1 = roots[1];
        float[] cos2 = roots[2];
        float[] sin2 = roots[3];
        float[] cos3 = roots[4];
        float[] sin3 = roots[5];
        for (int a = 0; a < quarter; a += LANES) {
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            FloatVector ar = FloatVector.fromArray(SPECIES, re, a);
            FloatVector ai = FloatVector.fromArray(SPECIES, im, a);
            FloatVector br = FloatVector.fromArray(SPECIES, re, b);
            FloatVector bi = FloatVector.fromArray(SPECIES, im, b);
            FloatVector cr = FloatVector.fromArray(SPECIES, re, c);
            FloatVector ci = FloatVector.fromArray(SPECIES, im, c);
            FloatVector dr = FloatVector.fromArray(SPECIES, re, d);
            FloatVector di = FloatVector.fromArray(SPECIES, im, d);
            FloatVector sumR = ar.add(cr);
            FloatVector sumI = ai.add(ci);
            FloatVector differenceR = ar.sub(cr);
            FloatVector differenceI = ai.sub(ci);
            FloatVector otherSumR = br.add(dr);
            FloatVector otherSumI = bi.add(di);
            FloatVector otherDifferenceR = br.sub(dr);
            FloatVector otherDifferenceI = bi.sub(di);
            sumR.add(otherSumR).intoArray(re, a);
            sumI.add(otherSumI).intoArray(im, a);
            FloatVector cos = FloatVector.fromArray(SPECIES, cos1, a);
            FloatVector sin = FloatVector.fromArray(SPECIES, sin1, a);
            FloatVector xr = differenceR.add(otherDifferenceI);
            FloatVector xi = differenceI.sub(otherDifferenceR);
            xr.mul(cos).sub(xi.mul(sin)).intoArray(re, b);
            xr.fma(sin, xi.mul(cos)).intoArray(im, b);
            cos = FloatVector.fromArray(SPECIES, cos2, a);
            sin = FloatVector.fromArray(SPECIES, sin2, a);
            xr = sumR.sub(otherSumR);
            xi = sumI.sub(otherSumI);
            xr.mul(cos).sub(xi.mul(sin)).intoArray(re, c);
            xr.fma(sin, xi.mul(cos)).intoArray(im, c);
            cos = FloatVector.fromArray(SPECIES, cos3, a);
            sin = FloatVector.fromArray(SPECIES, sin3, a);
            xr = differenceR.sub(otherDifferenceI);
            xi = differenceI.add(otherDifferenceR);
            xr.mul(cos).sub(xi.mul(sin)).intoArray(re, d);
            xr.fma(sin, xi.mul(cos)).intoArray(im, d);
        }
    }

    /** A pass whose stride is a vector or several: one root for all of them. */
    static void wide(float[] re, float[] im, float[] toRe, float[] toIm, int stride, FftTables tables) {
        int quarter = re.length / 4;
        for (int p = 0; p < quarter; p += stride) {
            FloatVector cos1 = FloatVector.broadcast(SPECIES, tables.cos[p]);
            FloatVector sin1 = FloatVector.broadcast(SPECIES, tables.sin[p]);
            FloatVector cos2 = FloatVector.broadcast(SPECIES, tables.cos[2 * p]);
            FloatVector sin2 = FloatVector.broadcast(SPECIES, tables.sin[2 * p]);
            FloatVector cos3 = FloatVector.broadcast(SPECIES, tables.cos[3 * p]);
            FloatVector sin3 = FloatVector.broadcast(SPECIES, tables.sin[3 * p]);
            for (int a = p; a < p + stride; a += LANES) {
                int b = a + quarter;
                int c = b + quarter;
                int d = c + quarter;
                int to = 3 * p + a;
                FloatVector ar = FloatVector.fromArray(SPECIES, re, a);
                FloatVector ai = FloatVector.fromArray(SPECIES, im, a);
                FloatVector br = FloatVector.fromArray(SPECIES, re, b);
                FloatVector bi = FloatVector.fromArray(SPECIES, im, b);
                FloatVector cr = FloatVector.fromArray(SPECIES, re, c);
                FloatVector ci = FloatVector.fromArray(SPECIES, im, c);
                FloatVector dr = FloatVector.fromArray(SPECIES, re, d);
                FloatVector di = FloatVector.fromArray(SPECIES, im, d);
                FloatVector sumR = ar.add(cr);
                FloatVector sumI = ai.add(ci);
                FloatVector differenceR = ar.sub(cr);
                FloatVector differenceI = ai.sub(ci);
                FloatVector otherSumR = br.add(dr);
                FloatVector otherSumI = bi.add(di);
                FloatVector otherDifferenceR = br.sub(dr);
                FloatVector otherDifferenceI = bi.sub(di);
                sumR.add(otherSumR).intoArray(toRe, to);
                sumI.add(otherSumI).intoArray(toIm, to);
                to += stride;
                FloatVector xr = differenceR.add(otherDifferenceI);
                FloatVector xi = differenceI.sub(otherDifferenceR);
                xr.mul(cos1).sub(xi.mul(sin1)).intoArray(toRe, to);
                xr.fma(sin1, xi.mul(cos1)).intoArray(toIm, to);
                to += stride;
                xr = sumR.sub(otherSumR);
                xi = sumI.sub(otherSumI);
                xr.mul(cos2).sub(xi.mul(sin2)).intoArray(toRe, to);
                xr.fma(sin2, xi.mul(cos2)).intoArray(toIm, to);
                to += stride;
                xr = differenceR.sub(otherDifferenceI);
                xi = differenceI.add(otherDifferenceR);
                xr.mul(cos3).sub(xi.mul(sin3)).intoArray(toRe, to);
                xr.fma(sin3, xi.mul(cos3)).intoArray(toIm, to);
            }
        }
    }

    /** The last pass, which has nothing to turn. */
    static void lastByFour(float[] re, float[] im, float[] toRe, float[] toIm) {
        int quarter = re.length / 4;
        for (int a = 0; a < quarter; a += LANES) {
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            FloatVector ar = FloatVector.fromArray(SPECIES, re, a);
            FloatVector ai = FloatVector.fromArray(SPECIES, im, a);
            FloatVector br = FloatVector.fromArray(SPECIES, re, b);
            FloatVector bi = FloatVector.fromArray(SPECIES, im, b);
            FloatVector cr = FloatVector.fromArray(SPECIES, re, c);
            FloatVector ci = FloatVector.fromArray(SPECIES, im, c);
            FloatVector dr = FloatVector.fromArray(SPECIES, re, d);
            FloatVector di = FloatVector.fromArray(SPECIES, im, d);
            FloatVector sumR = ar.add(cr);
            FloatVector sumI = ai.add(ci);
            FloatVector differenceR = ar.sub(cr);
            FloatVector differenceI = ai.sub(ci);
            FloatVector otherSumR = br.add(dr);
            FloatVector otherSumI = bi.add(di);
            FloatVector otherDifferenceR = br.sub(dr);
            FloatVector otherDifferenceI = bi.sub(di);
            sumR.add(otherSumR).intoArray(toRe, a);
            sumI.add(otherSumI).intoArray(toIm, a);
            differenceR.add(otherDifferenceI).intoArray(toRe, b);
            differenceI.sub(otherDifferenceR).intoArray(toIm, b);
            sumR.sub(otherSumR).intoArray(toRe, c);
            sumI.sub(otherSumI).intoArray(toIm, c);
            differenceR.sub(otherDifferenceI).intoArray(toRe, d);
            differenceI.add(otherDifferenceR).intoArray(toIm, d);
        }
    }

    /** The last pass where the length is no power of four. */
    static void lastByTwo(float[] re, float[] im, float[] toRe, float[] toIm) {
        int b = re.length / 2;
        for (int a = 0; a < re.length / 2; a += LANES, b += LANES) {
            FloatVector ar = FloatVector.fromArray(SPECIES, re, a);
            FloatVector ai = FloatVector.fromArray(SPECIES, im, a);
            FloatVector br = FloatVector.fromArray(SPECIES, re, b);
            FloatVector bi = FloatVector.fromArray(SPECIES, im, b);
            ar.add(br).intoArray(toRe, a);
            ai.add(bi).intoArray(toIm, a);
            ar.sub(br).intoArray(toRe, b);
            ai.sub(bi).intoArray(toIm, b);
        }
    }
}
