package segue.audio.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.audio.FrameFeatures;
import segue.audio.signal.Signal;

class SameRecordingsTest {
    private static final int RATE_HZ = Signal.DEFAULT_RATE_HZ;
    private static final float[] TUNE = Tunes.melody(1, 12);

    private final List<Entry> entries = new ArrayList<>();

    private static Fingerprint fingerprint(float[] samples) {
        FrameFeatures features = FrameFeatures.of(Signal.of(samples, RATE_HZ));
        return Fingerprint.of(features.values().get("melspectrogram"));
    }

    private void add(float[] samples) {
        add(samples, (double) samples.length / RATE_HZ, "hash " + entries.size());
    }

    private void add(float[] samples, double seconds, String hash) {
        Outcome.Heard heard = new Outcome.Heard(
                new SongTags("", "", "", "", ""), seconds, false, new float[0], fingerprint(samples), Optional.empty());
        entries.add(new Entry(new FileStamp("/" + entries.size(), 1, 1), hash, heard));
    }

    /** Each row by itself. */
    private static int[] each(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static float[] withNoise(float[] samples, double level) {
        Random random = new Random(7);
        float[] noisy = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            noisy[i] = 0.5f * samples[i] + (float) (level * random.nextGaussian());
        }
        return noisy;
    }

    private static float[] after(float[] samples, double silentSeconds) {
        int silence = (int) (silentSeconds * RATE_HZ);
        float[] later = new float[silence + samples.length];
        System.arraycopy(samples, 0, later, silence, samples.length);
        return later;
    }

    @Test
    void a_quieter_copy_with_noise_is_the_same() {
        add(TUNE);
        add(withNoise(TUNE, 0.003));
        assertThat(SameRecordings.among(entries)).containsExactly(0, 0);
    }

    @Test
    void silence_before_it_does_not_matter_and_the_first_counts() {
        add(Tunes.melody(2, 12));
        add(after(TUNE, 0.033));
        add(TUNE);
        add(after(TUNE, 2.01));
        assertThat(SameRecordings.among(entries)).containsExactly(0, 1, 1, 1);
    }

    @Test
    void other_tunes_and_other_parts_of_one_are_not_the_same() {
        for (int seed = 1; seed <= 20; seed++) {
            add(Tunes.melody(seed, 12));
        }
        float[] longTune = Tunes.melody(30, 48);
        for (int part = 0; part < 4; part++) {
            add(Arrays.copyOfRange(longTune, 12 * part * RATE_HZ, 12 * (part + 1) * RATE_HZ));
        }
        assertThat(SameRecordings.among(entries)).containsExactly(each(24));
    }

    @Test
    void excerpts_that_overlap_by_half_are_not_the_same() {
        float[] longTune = Tunes.melody(30, 18);
        add(Arrays.copyOfRange(longTune, 0, 12 * RATE_HZ));
        add(Arrays.copyOfRange(longTune, 6 * RATE_HZ, 18 * RATE_HZ));
        assertThat(SameRecordings.among(entries)).containsExactly(0, 1);
    }

    @Test
    void excerpts_that_overlap_one_by_one_are_not_one_recording() {
        float[] longTune = Tunes.melody(30, 36);
        for (int second = 0; second <= 24; second++) {
            add(Arrays.copyOfRange(longTune, second * RATE_HZ, (second + 12) * RATE_HZ));
        }
        int[] first = SameRecordings.among(entries);
        assertThat(first[1]).isIn(0, 1);
        for (int second = 0; second <= 24; second++) {
            assertThat(second - first[second]).isBetween(0, 3);
        }
    }

    @Test
    void the_same_beginning_of_a_much_longer_recording_is_not_the_same() {
        add(TUNE, 200, "long");
        add(TUNE, 190, "short");
        assertThat(SameRecordings.among(entries)).containsExactly(0, 1);
    }

    @Test
    void the_same_bytes_are_the_same_whatever_they_sound_like() {
        float[] silence = new float[RATE_HZ];
        add(silence, 1, "one");
        add(silence, 1, "two");
        add(silence, 1, "one");
        assertThat(SameRecordings.among(entries)).containsExactly(0, 1, 0);
    }

    @Test
    void a_sound_too_short_for_a_fingerprint_is_like_no_other() {
        for (int frames = 0; frames < 24; frames++) {
            add(Arrays.copyOf(TUNE, 512 * frames));
        }
        assertThat(SameRecordings.among(entries)).containsExactly(each(24));
    }
}
