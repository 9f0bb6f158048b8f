/**
 * Plain numbers: a row-major {@code float} matrix, scalers that are fitted once, and NumPy's {@code .npy} files.
 *
 * <pre>{@code
 * FloatMatrix raw = Npy.readMatrix(Path.of("songs.npy"));      // 105,681 × 9, checked to be finite
 * Scaler scaler = Scaler.standard(raw);                        // mean 0, variance 1 a column; fitted once
 * FloatMatrix scaled = scaler.transform(raw);
 * Npy.write(Path.of("scaled.npy"), scaled);
 * }</pre>
 *
 * <p>Cost: a matrix takes 4 bytes a value and nothing else; reading and scaling are one pass each.
 */
package segue.matrix;
