package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16, 32, 64, 128, 256})
    void it_is_the_sum_of_turned_values(int size) {
        Random random = new Random(size);
        double[] re = random.doubles(size, -1, 1).toArray();
        double[] im = random.doubles(size, -1, 1).toArray();
        double[] foundRe = re.clone();
        double[] foundIm = im.clone();
        Fourier.of(size).transform(foundRe, foundIm);
        for (int k = 0; k < size; k++) {
            double real = 0;
            double imaginary = 0;
            for (int n = 0; n < size; n++) {
                double angle = 2 * Math.PI * k * n / size;
                real += re[n] * Math.cos(angle) + im[n] * Math.sin(angle);
                imaginary += im[n] * Math.cos(angle) - re[n] * Math.sin(angle);
            }
            assertThat(foundRe[k]).isCloseTo(real, within(1e-12 * size));
            assertThat(foundIm[k]).isCloseTo(imaginary, within(1e-12 * size));
        }
    }
}
