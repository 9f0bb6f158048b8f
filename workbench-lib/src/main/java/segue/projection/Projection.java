package segue.projection;

import java.io.IOException;
import java.nio.file.Path;
import segue.matrix.FloatMatrix;

/** What was found out from some rows, and has a place for any other: a t-SNE map, or principal components. */
public sealed interface Projection permits TsneMap, Pca {
    /**
     * Where rows stand, each by itself.
     *
     * @param rows shape {@code (rows, columns)}, of the columns and scale of those it was made from
     * @return shape {@code (rows, dimensions)}
     * @throws IllegalArgumentException if rows have another number of columns
     */
    FloatMatrix place(FloatMatrix rows);

    /** {@link #place(FloatMatrix)} on so many threads at most; places are the same for any number. */
    FloatMatrix place(FloatMatrix rows, int threads);

    /** Writes it into one file, from which {@link #load} makes the same again. */
    void save(Path file) throws IOException;

    /**
     * Reads what was saved, whichever it is. Nothing in the file is run.
     *
     * @throws IOException if it is no such file, of another version, or damaged; the message says which
     */
    static Projection load(Path file) throws IOException {
        return PcaFile.KIND.is(file) ? Pca.load(file) : TsneMap.load(file);
    }
}
