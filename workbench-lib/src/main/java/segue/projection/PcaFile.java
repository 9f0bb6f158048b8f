package segue.projection;

import java.io.IOException;
import java.nio.file.Path;
import segue.files.FileKind;
import segue.matrix.FloatMatrix;
import segue.matrix.SavedMatrix;

/**
 * The fields of saved principal components: the loadings as a matrix, the means of the columns as floats, the variance that
 * each component explains, largest first, and that of all columns together, as doubles.
 */
final class PcaFile {
    static final FileKind KIND = new FileKind("SeguePca", 1, "saved principal components");

    private PcaFile() {}

    static void write(Path file, Pca pca) throws IOException {
        KIND.write(file, out -> {
            SavedMatrix.write(out, pca.loadings());
            out.floats(pca.mean());
            out.doubles(pca.explainedVariance());
            out.writeDouble(pca.totalVariance());
        });
    }

    static Pca read(Path file) throws IOException {
        return KIND.read(file, in -> {
            FloatMatrix loadings = SavedMatrix.read(in);
            float[] mean = in.floats(loadings.columns());
            double[] explained = in.doubles(loadings.rows());
            return new Pca(mean, loadings, explained, in.readDouble());
        });
    }
}
