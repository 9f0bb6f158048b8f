package segue.chart.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Rectangle PLOT = new Rectangle(18, 46, 672, 500);

    @Test
    void labels_of_points_close_together_neither_meet_nor_leave_the_picture() {
        Places places = new Places(PLOT, box -> 0);
        List<Rectangle2D> boxes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boxes.add(places.takeNear(new Point2D.Double(680, 540 - i), 190, 20, 13));
        }
        for (Rectangle2D box : boxes) {
            assertThat(PLOT.contains(box)).isTrue();
            assertThat(boxes.stream().filter(box::intersects)).hasSize(1);
        }
    }

    @Test
    void of_places_as_near_the_one_that_covers_least_is_taken() {
        Places places = new Places(PLOT, box -> box.getCenterX() > 300 ? 5 : box.getCenterY());
        Rectangle2D box = places.takeNear(new Point2D.Double(300, 300), 60, 20, 10);
        assertThat(box.getCenterX()).isGreaterThan(300);
        assertThat(box.getMinX()).isLessThan(320);
    }

    @Test
    void where_nothing_is_free_a_label_stays_inside() {
        Places places = new Places(PLOT, box -> 0);
        places.take(PLOT);
        assertThat(PLOT.contains(places.takeNear(new Point2D.Double(689, 50), 100, 20, 10)))
                .isTrue();
    }
}
