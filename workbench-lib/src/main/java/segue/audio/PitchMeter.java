package segue.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import segue.audio.music.Chroma;
import segue.audio.music.Tuning;
import segue.audio.spectrum.Spectrogram;
import segue.audio.spectrum.Stft;
import segue.matrix.FloatMatrix;

/**
 * Pitch classes of a recording, by concert pitch and by its own tuning, which is known only at its end. Till then spectra are
 * kept, of up to six minutes; those of a longer recording have to be made again by a {@link SecondPass}.
 */
final class PitchMeter {
    /** 67 MB of spectra. */
    private static final int MOST_KEPT = 1 << 14;

    private final int mostKept;
    private final Tuning tuning = new Tuning();
    private final ChromaRows concertPitch = new ChromaRows();
    private List<Spectrogram> kept = new ArrayList<>();
    private int frames;

    PitchMeter() {
        this(MOST_KEPT);
    }

    PitchMeter(int mostKept) {
        this.mostKept = mostKept;
    }

    void add(Spectrogram block) {
        tuning.add(block);
        concertPitch.add(Chroma.of(block, 0));
        frames += block.frames();
        if (frames > mostKept) {
            kept = null;
        } else {
            kept.add(block);
        }
    }

    /** Whether spectra are no longer kept: the recording is too long. */
    boolean isPastKeeping() {
        return kept == null;
    }

    double tuning() {
        return tuning.estimate();
    }

    FloatMatrix concertPitch() {
        return concertPitch.matrix();
    }

    /** By the recording's tuning, from the spectra that were kept. */
    FloatMatrix tuned(double semitones) {
        if (semitones == 0) {
            return concertPitch();
        }
        ChromaRows rows = new ChromaRows();
        kept.forEach(block -> rows.add(Chroma.of(block, semitones)));
        return rows.matrix();
    }

    /** Chroma of a whole recording, gathered block by block. */
    private static final class ChromaRows {
        private float[] values = new float[0];
        private int count;

        void add(FloatMatrix block) {
            int added = block.values().length;
            if (count + added > values.length) {
                values = Arrays.copyOf(values, Math.max(count + added, 2 * values.length));
            }
            System.arraycopy(block.values(), 0, values, count, added);
            count += added;
        }

        FloatMatrix matrix() {
            return FloatMatrix.wrap(count / Chroma.CLASSES, Chroma.CLASSES, Arrays.copyOf(values, count));
        }
    }

    /** Goes through a long recording again, when its tuning is known. */
    static final class SecondPass implements FrameSink {
        private final Stft stft = new Stft(FrameMeter.STFT);
        private final ChromaRows rows = new ChromaRows();
        private final double tuning;
        private int frames;

        SecondPass(double tuning) {
            this.tuning = tuning;
        }

        @Override
        public int frames() {
            return frames;
        }

        @Override
        public void take(float[] samples, long start, int length, int to) {
            for (; frames < to; frames += FrameMeter.blockUpTo(frames, to)) {
                int count = FrameMeter.blockUpTo(frames, to);
                float[] power = new float[count * FrameMeter.STFT.bins()];
                stft.power(samples, start, length, frames, frames + count, power);
                rows.add(Chroma.of(FrameMeter.spectrogram(power, count), tuning));
            }
        }

        FloatMatrix chroma() {
            return rows.matrix();
        }
    }
}
