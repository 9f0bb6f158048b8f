package segue.chart.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContourTest {
    private static final int EACH = 4_000;
    private final float[] xs = new float[2 * EACH + 20];
    private final float[] ys = new float[2 * EACH + 20];
    private final int[] rows = IntStream.range(0, xs.length).toArray();

    /** Two round crowds, and a few strays in a corner. */
    private Crowd crowd() {
        Random random = new Random(3);
        for (int i = 0; i < xs.length; i++) {
            double middleX = i < EACH ? 40 : i < 2 * EACH ? 120 : 10;
            double middleY = i < 2 * EACH ? 80 : 10;
            xs[i] = (float) (middleX + 6 * random.nextGaussian());
            ys[i] = (float) (middleY + 6 * random.nextGaussian());
        }
        return Crowd.of(xs, ys, rows);
    }

    @Test
    void the_lines_hold_the_share_of_points_that_was_asked_for() {
        Crowd crowd = crowd();
        for (double share : new double[] {0.5, 0.7, 0.9}) {
            Path2D lines = Contour.around(crowd, share, 0.04);
            long inside =
                    IntStream.of(rows).filter(i -> lines.contains(xs[i], ys[i])).count();
            assertThat((double) inside / rows.length).isBetween(share - 0.06, share + 0.06);
        }
    }

    @Test
    void each_crowd_has_its_own_line_and_strays_have_none() {
        Path2D lines = Contour.around(crowd(), 0.7, 0.04);
        int pieces = 0;
        for (PathIterator i = lines.getPathIterator(null); !i.isDone(); i.next()) {
            pieces += i.currentSegment(new double[6]) == PathIterator.SEG_CLOSE ? 1 : 0;
        }
        assertThat(pieces).isEqualTo(2);
        assertThat(lines.contains(40, 80)).isTrue();
        assertThat(lines.contains(120, 80)).isTrue();
        assertThat(lines.contains(80, 80)).isFalse();
        assertThat(lines.contains(10, 10)).isFalse();
    }

    @Test
    void a_line_at_the_edge_of_the_picture_is_closed() {
        float[] edge = new float[100];
        Path2D lines =
                Contour.around(Crowd.of(edge, edge, IntStream.range(0, 100).toArray()), 0.9, 0);
        assertThat(lines.contains(1, 1)).isTrue();
        assertThat(lines.getBounds2D().getMinX()).isGreaterThanOrEqualTo(-0.5);
    }

    @Test
    void a_tally_counts_the_points_in_a_box() {
        crowd();
        Tally tally = new Tally(new Rectangle(0, 0, 160, 160), xs, ys);
        assertThat(tally.in(new Rectangle2D.Double(0, 0, 160, 160))).isEqualTo(xs.length);
        assertThat(tally.in(new Rectangle2D.Double(0, 40, 80, 80))).isBetween(EACH - 5, EACH + 5);
        assertThat(tally.in(new Rectangle2D.Double(70, 10, 20, 20))).isZero();
    }

    @Test
    void a_disc_covers_as_many_pixels_as_its_area() {
        for (double radius : new double[] {0.6, 1.5, 4.5}) {
            Coverage coverage = new Coverage(20, 20, radius);
            coverage.add(10.3f, 9.7f);
            double sum = 0;
            for (float weight : coverage.weights()) {
                sum += weight;
            }
            assertThat(sum).isBetween(0.95 * Math.PI * radius * radius, 1.05 * Math.PI * radius * radius);
            coverage.clear();
            coverage.add(-3, 400);
            assertThat(coverage.weights()).containsOnly(0);
        }
    }
}
