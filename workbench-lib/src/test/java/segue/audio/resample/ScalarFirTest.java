package segue.audio.resample;

class ScalarFirTest extends FirTest {
    @Override
    Fir fir() {
        return new ScalarFir();
    }
}
