package segue.matrix;

import java.io.IOException;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/** A matrix among the fields of a file: its rows and columns as two ints, and its floats row by row. */
public final class SavedMatrix {
    private SavedMatrix() {}

    public static void write(FieldOutput out, FloatMatrix matrix) throws IOException {
        out.writeInt(matrix.rows());
        out.writeInt(matrix.columns());
        out.floats(matrix.values());
    }

    /** @throws IllegalArgumentException if it does not fit the file, or a value is not finite */
    public static FloatMatrix read(FieldInput in) throws IOException {
        int rows = in.count();
        int columns = in.count();
        return FloatMatrix.wrap(rows, columns, in.floats((long) rows * columns));
    }
}
