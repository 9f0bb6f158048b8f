package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.matrix.FloatMatrix;

class KeyTest {
    /** Tonic, subdominant, dominant, tonic; in minor with the leading note. */
    private static FloatMatrix cadence(int tonic, Mode mode) {
        int third = mode == Mode.MAJOR ? 4 : 3;
        double root = 60 + tonic;
        double[] first = {root, root + third, root + 7};
        double[] fourth = {root, root + 5, root + 5 + third};
        double[] fifth = {root - 1, root + 2, root + 7};
        return Chroma.of(Sound.spectrum(Sound.chords(0.4, first, fourth, fifth, first)));
    }

    @ParameterizedTest
    @EnumSource(KeyProfile.class)
    void cadences_in_all_24_keys_are_heard_in_their_key(KeyProfile profile) {
        for (Mode mode : Mode.values()) {
            for (int tonic = 0; tonic < 12; tonic++) {
                Key key = Key.of(cadence(tonic, mode), profile);
                assertThat(key.pitchClass()).as("%d %s", tonic, mode).isEqualTo(tonic);
                assertThat(key.mode()).as("%d %s", tonic, mode).isEqualTo(mode);
                assertThat(key.confidence()).isBetween(0.05, 1.0);
            }
        }
    }

    @Test
    void halfway_between_two_keys_there_is_no_confidence() {
        double[] major = {5.0, 2.0, 3.5, 2.0, 4.5, 4.0, 2.0, 4.5, 2.0, 3.5, 1.5, 4.0};
        double[] between = new double[12];
        for (int c = 0; c < 12; c++) {
            between[c] = major[c] + major[(c + 5) % 12];
        }
        Key key = Key.ofMean(between, KeyProfile.TEMPERLEY);
        assertThat(key.toString()).isIn("C major", "G major");
        assertThat(key.confidence()).isLessThan(1e-9);
    }

    @Test
    void a_profile_itself_is_its_key_with_the_greatest_confidence() {
        double[] minor = {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};
        Key key = Key.ofMean(minor, KeyProfile.KRUMHANSL_KESSLER);
        assertThat(key).hasToString("C minor");
        assertThat(key.confidence()).isGreaterThan(0.999);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void chroma_that_is_the_same_everywhere_has_no_confidence(double value) {
        double[] chroma = new double[12];
        Arrays.fill(chroma, value);
        assertThat(Key.ofMean(chroma, KeyProfile.TEMPERLEY).confidence()).isZero();
        assertThat(Key.of(FloatMatrix.wrap(0, 12, new float[0])).confidence()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, MAJOR, C major", "9, MINOR, A minor", "10, MAJOR, Bb major", "6, MINOR, F# minor"})
    void a_key_is_written_as_musicians_do(int pitchClass, Mode mode, String name) {
        assertThat(new Key(pitchClass, mode, 0.5)).hasToString(name);
    }

    @Test
    void what_is_no_chroma_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of(FloatMatrix.of(new float[] {1, 2})))
                .withMessage("a key needs chroma of 12 columns but these have 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Key(12, Mode.MAJOR, 0.5))
                .withMessage("pitch class must be in [0, 11] but was 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Key(0, Mode.MAJOR, Double.NaN))
                .withMessageContaining("confidence must be in [0, 1]");
    }
}
