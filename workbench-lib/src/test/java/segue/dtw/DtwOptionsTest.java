package segue.dtw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;

class DtwOptionsTest {
    @Test
    void values_out_of_range_are_refused_with_the_range() {
        DtwOptions options = DtwOptions.defaults();
        assertThatThrownBy(() -> options.withBand(1.5)).hasMessage("band must be in [0, 1] but was 1.5");
        assertThatThrownBy(() -> options.withBand(Double.NaN)).hasMessage("band must be in [0, 1] but was NaN");
        assertThatThrownBy(() -> options.withBand(0.1).withSubsequence(true))
                .hasMessage("a subsequence may begin anywhere, so it takes no band: band must be 1 but was 0.1");
        assertThatThrownBy(() -> options.withCost(null))
                .hasMessage("the local cost must be one of euclidean, sqeuclidean, manhattan, cosine but was null");
        assertThatThrownBy(() -> LocalCost.parse("dot"))
                .hasMessage("metric must be one of euclidean, sqeuclidean, manhattan, cosine but was dot");
        assertThat(LocalCost.parse(" Cosine ")).isEqualTo(LocalCost.COSINE);
    }

    @Test
    void sequences_that_do_not_fit_are_refused_with_the_reason() {
        FloatMatrix two = Sequences.coarse(1, 4, 2);
        assertThatThrownBy(() -> Dtw.distance(two, Sequences.coarse(1, 4, 3)))
                .hasMessage("the first sequence has frames of 2 values but the second of 3");
        assertThatThrownBy(() -> Dtw.align(FloatMatrix.wrap(0, 2, new float[0]), two))
                .hasMessage("the first sequence needs at least one frame of one value but is 0 x 2");
        assertThatThrownBy(() -> FloatMatrix.of(new float[] {0}, new float[] {Float.NaN}))
                .hasMessageStartingWith("row 1, column 0 is NaN");
    }

    @Test
    void a_path_that_cannot_be_kept_is_refused_with_its_size() {
        FloatMatrix long1 = FloatMatrix.wrap(120_000, 1, new float[120_000]);
        assertThatThrownBy(() -> Dtw.align(long1, long1))
                .hasMessageMatching("a path through 120,000 x 120,000 frames needs .* GB: .*");
    }

    @Test
    void a_tenth_of_1292_frames_is_128_to_either_side_as_in_librosa_and_dtaidistance() {
        Band band = Band.of(1_292, 1_292, 0.1);
        assertThat(band).isEqualTo(new Band(128, 128));
        assertThat(Band.of(100, 80, 0.1)).isEqualTo(new Band(29, 9));
        assertThat(Band.of(80, 100, 0.1)).isEqualTo(new Band(9, 29));
        assertThat(Band.of(1, 5, 0)).isEqualTo(new Band(0, 4));
    }
}
