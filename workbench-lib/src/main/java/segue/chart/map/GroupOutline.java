package segue.chart.map;

import java.awt.geom.Path2D;
import segue.chart.points.Contour;
import segue.chart.points.Crowd;

/** The line around a group that is somewhere rather than everywhere: around what is everywhere it would say nothing. */
final class GroupOutline {
    /** Of a group's points, in percent: what a line goes around. */
    static final int WITHIN = 60;

    private static final double LEAST_PIECE = 0.04;
    private static final double WIDEST = 0.36;
    private static final double MARGIN = 1.4;

    private GroupOutline() {}

    /** In cells of the crowd; without a line where the group is scattered among everyone. */
    static Path2D around(Crowd group, Crowd everyone) {
        return isTogether(group, everyone)
                ? Contour.around(group, WITHIN / 100.0, LEAST_PIECE)
                : new Path2D.Double(Path2D.WIND_EVEN_ODD);
    }

    private static boolean isTogether(Crowd group, Crowd everyone) {
        double area = group.shareAbove(group.levelAround(WITHIN / 100.0));
        double share = (double) group.points() / everyone.points();
        return area <= everyone.shareAbove(everyone.levelAround(WITHIN / 100.0)) * Math.max(WIDEST, MARGIN * share);
    }
}
