package segue.projection;

import segue.matrix.FloatMatrix;

/** Sees a map while it is made, to draw it for instance; the work waits while it looks. */
@FunctionalInterface
public interface TsneListener {
    /**
     * @param iteration that is done, from 1
     * @param coordinates of that moment, shape {@code (rows, dimensions)}; nobody changes them later
     * @param klDivergence of that moment
     */
    void moved(int iteration, FloatMatrix coordinates, double klDivergence);
}
