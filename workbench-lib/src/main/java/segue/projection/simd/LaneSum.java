package segue.projection.simd;

import jdk.incubator.vector.FloatVector;

/**
 * The sum of a vector's lanes, always in one order: the Vector API's own sum has one order in the interpreter and another in
 * compiled code, so that the same work would give other bits when it is run again.
 */
final class LaneSum {
    private LaneSum() {}

    /** @param lanes scratch, at least as long as the vector */
    static float of(FloatVector vector, float[] lanes) {
        vector.intoArray(lanes, 0);
        for (int half = vector.length() / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lanes[i] += lanes[i + half];
            }
        }
        return lanes[0];
    }
}
