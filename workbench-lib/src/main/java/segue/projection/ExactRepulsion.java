package segue.projection;

/** Repulsion of every two points: exact, for maps of a few thousand. */
final class ExactRepulsion implements Repulsion {
    private static final int BLOCK = 64;

    private final Loops loops;
    private final Team team;

    ExactRepulsion(Loops loops, Team team) {
        this.loops = loops;
        this.team = team;
    }

    @Override
    public double compute(float[][] positions, float[][] forces) {
        int points = positions[0].length;
        double[] sums = new double[Math.ceilDiv(points, BLOCK)];
        team.blocks(points, BLOCK, (block, from, to, member) -> {
            sums[block] = loops.repel(positions, from, to, forces);
        });
        double total = -points;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }
}
