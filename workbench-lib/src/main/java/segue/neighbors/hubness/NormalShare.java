package segue.neighbors.hubness;

/** The standard normal distribution function, to about ten digits of its value in the lower tail too. */
final class NormalShare {
    /** From here on the continued fraction is the exacter one. */
    private static final double TAIL = 4;

    private static final int FRACTIONS = 60;
    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    private NormalShare() {}

    /** The share below {@code z}, 0 to 1; below -38 it is 0. */
    static double below(double z) {
        double density = StrictMath.exp(-z * z / 2) / ROOT_OF_TWO_PI;
        if (Math.abs(z) <= TAIL) {
            return 0.5 + density * series(z);
        }
        double tail = density == 0 ? 0 : density / fraction(Math.abs(z));
        return z < 0 ? tail : 1 - tail;
    }

    /** {@code z + z^3/3 + z^5/(3·5) + …} */
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return sum;
    }

    /** Laplace's {@code z + 1/(z + 2/(z + 3/(z + …)))}. */
    private static double fraction(double z) {
        double value = z;
        for (int i = FRACTIONS; i > 0; i--) {
            value = z + i / value;
        }
        return value;
    }
}
