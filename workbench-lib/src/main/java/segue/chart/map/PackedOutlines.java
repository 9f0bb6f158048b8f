package segue.chart.map;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import segue.chart.points.Crowd;

/** The lines around the groups of a colouring as the HTML map has them: some hundred corners a group. */
final class PackedOutlines {
    private final float[] xs;
    private final float[] ys;
    private final double stepsPerCell;
    private final Crowd everyone;

    /**
     * @param xs places of all points, 0 to {@code steps}
     * @param ys likewise
     */
    PackedOutlines(int[] xs, int[] ys, int steps) {
        this.stepsPerCell = (double) steps / Crowd.CELLS;
        this.xs = cells(xs);
        this.ys = cells(ys);
        this.everyone = Crowd.of(this.xs, this.ys, IntStream.range(0, xs.length).toArray());
    }

    private float[] cells(int... steps) {
        float[] cells = new float[steps.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) (steps[i] / stepsPerCell);
        }
        return cells;
    }

    /** For each group that has a colour of its own its closed lines, each {@code x, y, x, y, …} in steps. */
    List<List<int[]>> of(Colouring.Groups colouring) {
        int coloured = Math.min(ShownGroups.MOST, colouring.names().size());
        return IntStream.range(0, coloured)
                .mapToObj(group -> IntStream.range(0, colouring.size())
                        .filter(row -> colouring.groups()[row] == group)
                        .toArray())
                .map(rows -> rows.length == 0
                        ? List.<int[]>of()
                        : lines(GroupOutline.around(Crowd.of(xs, ys, rows), everyone)))
                .toList();
    }

    private List<int[]> lines(Path2D path) {
        List<int[]> lines = new ArrayList<>();
        IntStream.Builder line = IntStream.builder();
        double[] corner = new double[6];
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            if (at.currentSegment(corner) == PathIterator.SEG_CLOSE) {
                lines.add(line.build().toArray());
                line = IntStream.builder();
            } else {
                line.add((int) Math.round(corner[0] * stepsPerCell));
                line.add((int) Math.round(corner[1] * stepsPerCell));
            }
        }
        return lines;
    }
}
