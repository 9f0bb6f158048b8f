package segue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import segue.audio.signal.Signal;
import segue.dtw.FrameFeature;
import segue.matrix.FloatMatrix;

/** Sequences of frames as long as 30 seconds of music at 22,050 Hz, for {@link DtwBenchmark}. */
final class FrameSequences {
    static final int FRAMES = 1_292;
    private static final int VALUES = 20;
    private static final double MOST_NOISE = 3;

    private FrameSequences() {}

    /**
     * @param source "invented": each its own walk, none nearer to another than the rest, so that bounds can spare nothing;
     *     "clips": excerpts of the recordings in {@code SEGUE_DATA/audio} at 0.9 to 1.1 times their speed, with some noise
     */
    static List<FloatMatrix> of(String source, int count, long seed) throws IOException {
        Random random = new Random(seed);
        List<FloatMatrix> sequences = new ArrayList<>();
        if (source.equals("invented")) {
            for (int i = 0; i < count; i++) {
                sequences.add(walk(random));
            }
            return sequences;
        }
        List<FloatMatrix> recordings = recordings();
        for (int i = 0; i < count; i++) {
            sequences.add(excerpt(recordings.get(random.nextInt(recordings.size())), random));
        }
        return sequences;
    }

    private static FloatMatrix walk(Random random) {
        float[] at = new float[VALUES];
        float[] values = new float[FRAMES * VALUES];
        for (int i = 0; i < values.length; i++) {
            at[i % VALUES] = 0.9f * at[i % VALUES] + (float) random.nextGaussian();
            values[i] = at[i % VALUES];
        }
        return FloatMatrix.wrap(FRAMES, VALUES, values);
    }

    private static List<FloatMatrix> recordings() throws IOException {
        String folder = System.getenv("SEGUE_DATA");
        if (folder == null) {
            throw new IllegalStateException("clips are those in the folder audio of SEGUE_DATA, which is not set");
        }
        List<FloatMatrix> recordings = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder, "audio"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".wav"))
                    .sorted()
                    .toList()) {
                FloatMatrix frames = FrameFeature.MFCC.of(Signal.read(file));
                if (frames.rows() > FRAMES) {
                    recordings.add(frames);
                }
            }
        }
        return recordings;
    }

    private static FloatMatrix excerpt(FloatMatrix recording, Random random) {
        double speed = 0.9 + 0.2 * random.nextDouble();
        double noise = MOST_NOISE * random.nextDouble();
        int from = random.nextInt(Math.max(1, recording.rows() - (int) (FRAMES * speed)));
        int[] rows = new int[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            rows[i] = Math.min(recording.rows() - 1, from + (int) (i * speed));
        }
        float[] values = recording.selectRows(rows).values();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (noise * random.nextGaussian());
        }
        return FloatMatrix.wrap(FRAMES, recording.columns(), values);
    }
}
