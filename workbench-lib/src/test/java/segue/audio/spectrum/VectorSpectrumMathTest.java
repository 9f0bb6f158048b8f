package segue.audio.spectrum;

import segue.audio.simd.VectorMath;

/** The build runs this at 128 and at 256 bits too, by a flag of the JVM. */
class VectorSpectrumMathTest extends SpectrumMathTest {
    @Override
    SpectrumMath math() {
        return new VectorMath();
    }
}
