package segue.audio.spectrum;

class ScalarFftTest extends RealFftTest {
    @Override
    RealFft fft(int size) {
        return new ScalarFft(size);
    }

    @Override
    int leastSize() {
        return 4;
    }
}
