package segue.audio.simd;

import static segue.audio.simd.DoubleLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * The passes of {@link PreciseFft}: each takes values a quarter apart and turns what it makes of them. Loops call only what
 * the compiler always inlines, the Vector API itself: in long ones it refuses to inline anything else, and then every vector
 * becomes an object.
 */
final class PrecisePasses {
    private static final int LANES = DoubleLanes.COUNT;

    private PrecisePasses() {}

    /** What a pass whose stride is less than a vector does before its results are woven: a root for every lane. */
    static void narrow(double[] re, double[] im, double[][] roots) {
        int quarter = re.length / 4;
        double[] cos1 = roots[0];
        double[] sin1 = roots[1];
        double[] cos2 = roots[2];
        double[] sin2 = roots[3];
        double[] cos3 = roots[4];
        double[] sin3 = roots[5];
        for (int a = 0; a < quarter; a += LANES) {
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            DoubleVector ar = DoubleVector.fromArray(SPECIES, re, a);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, im, a);
            DoubleVector br = DoubleVector.fromArray(SPECIES, re, b);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, im, b);
            DoubleVector cr = DoubleVector.fromArray(SPECIES, re, c);
            DoubleVector ci = DoubleVector.fromArray(SPECIES, im, c);
            DoubleVector dr = DoubleVector.fromArray(SPECIES, re, d);
            DoubleVector di = DoubleVector.fromArray(SPECIES, im, d);
            DoubleVector sumR = ar.add(cr);
            DoubleVector sumI = ai.add(ci);
            DoubleVector differenceR = ar.sub(cr);
            DoubleVector differenceI = ai.sub(ci);
            DoubleVector otherSumR = br.add(dr);
            DoubleVector otherSumI = bi.add(di);
            DoubleVector otherDifferenceR = br.sub(dr);
            DoubleVector otherDifferenceI = bi.sub(di);
            sumR.add(otherSumR).intoArray(re, a);
            sumI.add(otherSumI).intoArray(im, a);
            DoubleVector cos = DoubleVector.fromArray(SPECIES, cos1, a);
            DoubleVector sin = DoubleVector.fromArray(SPECIES, sin1, a);
            DoubleVector xr = differenceR.add(otherDifferenceI);
            DoubleVector xi = differenceI.sub(otherDifferenceR);
            xr.mul(cos).sub(xi.mul(sin)).intoArray(re, b);
            xr.fma(sin, xi.mul(cos)).intoArray(im, b);
            cos = DoubleVector.fromArray(SPECIES, cos2, a);
            sin = DoubleVector.fromArray(SPECIES, sin2, a);
            xr = sumR.sub(otherSumR);
            xi = sumI.sub(otherSumI);
            xr.mul(cos).sub(xi.mul(sin)).intoArray(re, c);
            xr.fma(sin, xi.mul(cos)).intoArray(im, c);
            cos = DoubleVector.fromArray(SPECIES, cos3, a);
            sin = DoubleVector.fromArray(SPECIES, sin3, a);
            xr = differenceR.sub(otherDifferenceI);
            xi = differenceI.add(otherDifferenceR);
            xr.mul(cos).sub(xi.mul(sin)).intoArray(re, d);
            xr.fma(sin, xi.mul(cos)).intoArray(im, d);
        }
    }

    /** A pass whose stride is a vector or several: one root for all of them. */
    static void wide(double[] re, double[] im, double[] toRe, double[] toIm, int stride, PreciseTables tables) {
        int quarter = re.length / 4;
        for (int p = 0; p < quarter; p += stride) {
            DoubleVector cos1 = DoubleVector.broadcast(SPECIES, tables.cos[p]);
            DoubleVector sin1 = DoubleVector.broadcast(SPECIES, tables.sin[p]);
            DoubleVector cos2 = DoubleVector.broadcast(SPECIES, tables.cos[2 * p]);
            DoubleVector sin2 = DoubleVector.broadcast(SPECIES, tables.sin[2 * p]);
            DoubleVector cos3 = DoubleVector.broadcast(SPECIES, tables.cos[3 * p]);
            DoubleVector sin3 = DoubleVector.broadcast(SPECIES, tables.sin[3 * p]);
            for (int a = p; a < p + stride; a += LANES) {
                int b = a + quarter;
                int c = b + quarter;
                int d = c + quarter;
                int to = 3 * p + a;
                DoubleVector ar = DoubleVector.fromArray(SPECIES, re, a);
                DoubleVector ai = DoubleVector.fromArray(SPECIES, im, a);
                DoubleVector br = DoubleVector.fromArray(SPECIES, re, b);
                DoubleVector bi = DoubleVector.fromArray(SPECIES, im, b);
                DoubleVector cr = DoubleVector.fromArray(SPECIES, re, c);
                DoubleVector ci = DoubleVector.fromArray(SPECIES, im, c);
                DoubleVector dr = DoubleVector.fromArray(SPECIES, re, d);
                DoubleVector di = DoubleVector.fromArray(SPECIES, im, d);
                DoubleVector sumR = ar.add(cr);
                DoubleVector sumI = ai.add(ci);
                DoubleVector differenceR = ar.sub(cr);
                DoubleVector differenceI = ai.sub(ci);
                DoubleVector otherSumR = br.add(dr);
                DoubleVector otherSumI = bi.add(di);
                DoubleVector otherDifferenceR = br.sub(dr);
                DoubleVector otherDifferenceI = bi.sub(di);
                sumR.add(otherSumR).intoArray(toRe, to);
                sumI.add(otherSumI).intoArray(toIm, to);
                to += stride;
                DoubleVector xr = differenceR.add(otherDifferenceI);
                DoubleVector xi = differenceI.sub(otherDifferenceR);
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
    static void lastByFour(double[] re, double[] im, double[] toRe, double[] toIm) {
        int quarter = re.length / 4;
        for (int a = 0; a < quarter; a += LANES) {
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            DoubleVector ar = DoubleVector.fromArray(SPECIES, re, a);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, im, a);
            DoubleVector br = DoubleVector.fromArray(SPECIES, re, b);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, im, b);
            DoubleVector cr = DoubleVector.fromArray(SPECIES, re, c);
            DoubleVector ci = DoubleVector.fromArray(SPECIES, im, c);
            DoubleVector dr = DoubleVector.fromArray(SPECIES, re, d);
            DoubleVector di = DoubleVector.fromArray(SPECIES, im, d);
            DoubleVector sumR = ar.add(cr);
            DoubleVector sumI = ai.add(ci);
            DoubleVector differenceR = ar.sub(cr);
            DoubleVector differenceI = ai.sub(ci);
            DoubleVector otherSumR = br.add(dr);
            DoubleVector otherSumI = bi.add(di);
            DoubleVector otherDifferenceR = br.sub(dr);
            DoubleVector otherDifferenceI = bi.sub(di);
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
    static void lastByTwo(double[] re, double[] im, double[] toRe, double[] toIm) {
        int b = re.length / 2;
        for (int a = 0; a < re.length / 2; a += LANES, b += LANES) {
            DoubleVector ar = DoubleVector.fromArray(SPECIES, re, a);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, im, a);
            DoubleVector br = DoubleVector.fromArray(SPECIES, re, b);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, im, b);
            ar.add(br).intoArray(toRe, a);
            ai.add(bi).intoArray(toIm, a);
            ar.sub(br).intoArray(toRe, b);
            ai.sub(bi).intoArray(toIm, b);
        }
    }
}
