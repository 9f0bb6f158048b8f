package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import segue.dtw.FrameFeature;
import segue.matrix.FloatMatrix;
import segue.neighbors.ParallelBlocks;
import segue.neighbors.ProgressListener;
import segue.progress.Progress;

/**
 * What a query is compared with.
 *
 * @param files those that can be used
 * @param sequences a matrix of frames for each of them
 * @param leftOut what is wrong with each of the others
 */
record DtwCandidates(List<Path> files, List<FloatMatrix> sequences, List<String> leftOut) {
    /** @param dims values of the query's frames */
    static DtwCandidates read(List<Path> wanted, int dims, FrameFeature feature, int threads) {
        FloatMatrix[] read = new FloatMatrix[wanted.size()];
        String[] reasons = new String[wanted.size()];
        try (Progress progress = Progress.begin("reading", read.length)) {
            ParallelBlocks.run(read.length, "recordings", 1, threads, ProgressListener.NONE, (from, to) -> {
                try {
                    read[from] = FrameFiles.read(wanted.get(from), feature);
                    reasons[from] = reasonAgainst(wanted.get(from), read[from], dims);
                } catch (IOException unusable) {
                    reasons[from] = unusable.getMessage();
                }
                progress.step();
            });
        }
        DtwCandidates candidates = new DtwCandidates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < read.length; i++) {
            if (reasons[i] != null) {
                candidates.leftOut.add(reasons[i]);
            } else {
                candidates.files.add(wanted.get(i));
                candidates.sequences.add(read[i]);
            }
        }
        return candidates;
    }

    private static String reasonAgainst(Path file, FloatMatrix frames, int dims) {
        return frames.columns() == dims
                ? null
                : "%s: its frames have %d values, but those of the query %d".formatted(file, frames.columns(), dims);
    }
}
