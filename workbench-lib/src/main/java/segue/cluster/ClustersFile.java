package segue.cluster;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import segue.files.SealedFile;
import segue.matrix.FloatMatrix;

/**
 * Saved clusters, in a {@link SealedFile} that begins with "SegueClu", layout 1:
 *
 * <pre>
 * double int    inertia, passes
 * int int       clusters, columns
 * floats        centroids, row by row
 * int, ints     rows, the label of each
 * </pre>
 */
final class ClustersFile {
    private static final SealedFile FRAME = new SealedFile("SegueClu", 1, "saved clusters");

    private ClustersFile() {}

    static void write(Path file, Clusters clusters) throws IOException {
        FRAME.write(file, out -> {
            out.writeDouble(clusters.inertia());
            out.writeInt(clusters.passes());
            out.writeInt(clusters.k());
            out.writeInt(clusters.centroids().columns());
            for (float value : clusters.centroids().values()) {
                out.writeFloat(value);
            }
            out.writeInt(clusters.rows());
            for (int row = 0; row < clusters.rows(); row++) {
                out.writeInt(clusters.label(row));
            }
        });
    }

    static Clusters read(Path file) throws IOException {
        return FRAME.read(file, ClustersFile::content);
    }

    private static Clusters content(DataInputStream in, long length) throws IOException {
        double inertia = in.readDouble();
        int passes = in.readInt();
        int k = in.readInt();
        int columns = in.readInt();
        float[] centroids = new float[count((long) k * columns, length)];
        for (int i = 0; i < centroids.length; i++) {
            centroids[i] = in.readFloat();
        }
        int[] labels = new int[count(in.readInt(), length)];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = in.readInt();
        }
        return new Clusters(labels, FloatMatrix.wrap(k, columns, centroids), inertia, passes);
    }

    /** A count of numbers of four bytes. */
    private static int count(long value, long length) {
        if (value < 0 || value > length / Integer.BYTES) {
            throw new IllegalArgumentException("a number of " + value + " does not fit the file");
        }
        return (int) value;
    }
}
