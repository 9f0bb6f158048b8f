package segue.cluster;

import java.io.IOException;
import java.nio.file.Path;
import segue.files.FileKind;
import segue.matrix.FloatMatrix;
import segue.matrix.SavedMatrix;

/** The fields of saved clusters: inertia as a double, passes as an int, the centroids as a matrix, labels and their number. */
final class ClustersFile {
    private static final FileKind KIND = new FileKind("SegueClu", 1, "saved clusters");

    private ClustersFile() {}

    static void write(Path file, Clusters clusters) throws IOException {
        KIND.write(file, out -> {
            out.writeDouble(clusters.inertia());
            out.writeInt(clusters.passes());
            SavedMatrix.write(out, clusters.centroids());
            out.writeInt(clusters.rows());
            out.ints(clusters.labels());
        });
    }

    static Clusters read(Path file) throws IOException {
        return KIND.read(file, in -> {
            double inertia = in.readDouble();
            int passes = in.readInt();
            FloatMatrix centroids = SavedMatrix.read(in);
            return new Clusters(in.ints(in.count()), centroids, inertia, passes);
        });
    }
}
