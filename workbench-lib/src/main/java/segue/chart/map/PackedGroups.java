package segue.chart.map;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import segue.chart.points.Crowd;

/** Where the names of a colouring's groups go in the HTML map, and the lines around them: some hundred corners a group. */
final class PackedGroups {
    private static final int MOST_LABELS = 8;
    /** Of the best place's, a place's score. */
    private static final double LEAST_SCORE = 0.15;

    /** In cells. */
    private static final int LABELS_APART = 6;

    private final float[] xs;
    private final float[] ys;
    private final SongMap.GroupMarks marks;
    private final double stepsPerCell;
    private final Crowd everyone;

    /**
     * @param xs places of all points, 0 to {@code steps}
     * @param ys likewise
     */
    PackedGroups(int[] xs, int[] ys, int steps, SongMap.GroupMarks marks) {
        this.marks = marks;
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

    /**
     * Of each group that has a colour of its own {@code labels}, places of its name, the best first, and {@code outlines},
     * its closed lines; all of them {@code x, y, x, y, …} in steps.
     */
    Map<String, Object> of(Colouring.Groups colouring) {
        int coloured = Math.min(ShownGroups.MOST, colouring.names().size());
        List<Crowd> crowds = IntStream.range(0, coloured)
                .mapToObj(group -> IntStream.range(0, colouring.size())
                        .filter(row -> colouring.groups()[row] == group)
                        .toArray())
                .map(rows -> Crowd.of(xs, ys, rows))
                .toList();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("labels", crowds.stream().map(this::labels).toList());
        if (marks == SongMap.GroupMarks.OUTLINES) {
            described.put("outlines", crowds.stream().map(this::lines).toList());
        }
        return described;
    }

    private List<int[]> lines(Crowd crowd) {
        return crowd.points() == 0 ? List.of() : corners(GroupOutline.around(crowd, everyone));
    }

    private int[] labels(Crowd crowd) {
        double[] scores = crowd.standingOut(everyone);
        List<Integer> cells = IntStream.range(0, scores.length)
                .filter(cell -> scores[cell] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -scores[cell]))
                .toList();
        List<Integer> taken = new ArrayList<>();
        for (int cell : cells) {
            if (taken.size() < MOST_LABELS
                    && scores[cell] >= LEAST_SCORE * scores[cells.getFirst()]
                    && taken.stream().allMatch(other -> areApart(cell, other))) {
                taken.add(cell);
            }
        }
        return taken.stream()
                .flatMapToInt(cell -> IntStream.of(cell % Crowd.CELLS, cell / Crowd.CELLS))
                .map(at -> (int) Math.round((at + 0.5) * stepsPerCell))
                .toArray();
    }

    private static boolean areApart(int cell, int other) {
        return Math.hypot(cell % Crowd.CELLS - other % Crowd.CELLS, cell / Crowd.CELLS - other / Crowd.CELLS)
                >= LABELS_APART;
    }

    private List<int[]> corners(Path2D path) {
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
