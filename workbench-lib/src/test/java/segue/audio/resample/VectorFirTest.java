package segue.audio.resample;

import segue.audio.simd.VectorFir;

class VectorFirTest extends FirTest {
    @Override
    Fir fir() {
        return new VectorFir();
    }
}
