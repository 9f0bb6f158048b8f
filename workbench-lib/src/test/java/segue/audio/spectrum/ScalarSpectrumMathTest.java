package segue.audio.spectrum;

class ScalarSpectrumMathTest extends SpectrumMathTest {
    @Override
    SpectrumMath math() {
        return new ScalarMath();
    }
}
