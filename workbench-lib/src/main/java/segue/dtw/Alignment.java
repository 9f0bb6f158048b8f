package segue.dtw;

import java.util.Locale;

/**
 * One sequence laid on another.
 *
 * @param distance the costs along the path, divided as {@link DtwOptions#divided} says
 * @param rows frames of the first sequence along the path, never falling, in steps of 0 or 1
 * @param columns the frames of the second that they meet; as many
 * @param costs of each meeting
 */
public record Alignment(double distance, int[] rows, int[] columns, float[] costs) {
    /** How many meetings the path has. */
    public int steps() {
        return rows.length;
    }

    /** The mean cost of a meeting. */
    public double costPerStep() {
        double sum = 0;
        for (float cost : costs) {
            sum += cost;
        }
        return sum / steps();
    }

    /** The share of steps in which one of the sequences waits for the other: 0 where nothing is warped. */
    public double warped() {
        int straight = 0;
        for (int step = 1; step < steps(); step++) {
            straight += rows[step] > rows[step - 1] && columns[step] > columns[step - 1] ? 1 : 0;
        }
        return steps() == 1 ? 0 : 1 - straight / (steps() - 1.0);
    }

    /** {@code distance 12.3 in 1,400 steps}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "distance %.4g in %,d steps", distance, steps());
    }
}
