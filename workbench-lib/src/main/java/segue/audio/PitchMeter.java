package segue.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import segue.audio.music.Chroma;
import segue.audio.music.Tuning;
import segue.audio.signal.Signal;
import segue.audio.spectrum.BlockStft;
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
    private final ChromaRows concertPitch = new ChromaRows(0);
    private List<float[]> kept = new ArrayList<>();
    private int frames;

    PitchMeter() {
        this(MOST_KEPT);
    }

    PitchMeter(int mostKept) {
        this.mostKept = mostKept;
    }

    /** Takes {@code count} spectra side by side, in an array that is not changed later. */
    void add(float[] block, int count) {
        tuning.add(block, Signal.DEFAULT_RATE_HZ, FrameMeter.STFT.fftSize());
        concertPitch.add(block, count);
        frames += count;
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
        ChromaRows rows = new ChromaRows(semitones);
        for (int b = 0; b < kept.size(); b++) {
            rows.add(kept.get(b), Math.min(FrameMeter.BLOCK, frames - b * FrameMeter.BLOCK));
        }
        return rows.matrix();
    }

    /** Chroma of a whole recording, gathered block by block. */
    private static final class ChromaRows {
        private final Chroma chroma;
        private float[] values = new float[0];
        private int count;

        ChromaRows(double tuning) {
            chroma = new Chroma(Signal.DEFAULT_RATE_HZ, FrameMeter.STFT.fftSize(), tuning);
        }

        void add(float[] block, int spectra) {
            int added = spectra * Chroma.CLASSES;
            if (count + added > values.length) {
                values = Arrays.copyOf(values, Math.max(count + added, 2 * values.length));
            }
            chroma.look(block, spectra, values, count);
            count += added;
        }

        FloatMatrix matrix() {
            return FloatMatrix.wrap(count / Chroma.CLASSES, Chroma.CLASSES, Arrays.copyOf(values, count));
        }
    }

    /** Goes through a long recording again, when its tuning is known. */
    static final class SecondPass implements FrameSink {
        private final BlockStft stft = new BlockStft(FrameMeter.STFT);
        private final float[] block = new float[FrameMeter.BLOCK * FrameMeter.STFT.bins()];
        private final ChromaRows rows;
        private int frames;

        SecondPass(double tuning) {
            rows = new ChromaRows(tuning);
        }

        @Override
        public int frames() {
            return frames;
        }

        @Override
        public void take(float[] samples, long start, int length, int to) {
            for (; frames < to; frames++) {
                stft.add(samples, start, length, frames);
                if (stft.isFull()) {
                    rows.add(block, stft.power(block));
                }
            }
        }

        FloatMatrix chroma() {
            if (stft.count() > 0) {
                rows.add(block, stft.power(block));
            }
            return rows.matrix();
        }
    }
}
