package segue.audio.spectrum;

class ScalarFftTest extends RealFftTest {
    @Override
    RealFft fft(int size, Window window) {
        return new ScalarFft(size, window);
    }

    @Override
    int leastSize() {
        return 4;
    }

    @Override
    double rounding() {
        return 2e-8;
    }
}
