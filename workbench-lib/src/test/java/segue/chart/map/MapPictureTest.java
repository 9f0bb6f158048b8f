package segue.chart.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import segue.chart.ChartFiles;
import segue.chart.ChartGrid;
import segue.chart.Palette;
import segue.matrix.FloatMatrix;

class MapPictureTest {
    @TempDir
    Path folder;

    private static final int PLOT_LEFT = 18;
    private static final int PLOT_TOP = 46;

    /** A cloud around each of the places, seeded. */
    private static FloatMatrix clouds(int each, float spread, float[]... places) {
        Random random = new Random(7);
        float[] values = new float[2 * each * places.length];
        for (int i = 0; i < each * places.length; i++) {
            values[2 * i] = places[i / each][0] + spread * (float) random.nextGaussian();
            values[2 * i + 1] = places[i / each][1] + spread * (float) random.nextGaussian();
        }
        return FloatMatrix.wrap(each * places.length, 2, values);
    }

    private static BufferedImage image(SongMap map) {
        return ChartFiles.image(map.picture(), 1);
    }

    /** The middle of all pixels that fit, or null. */
    private static double[] middle(BufferedImage image, int right, IntPredicate fits) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (int row = PLOT_TOP; row < image.getHeight(); row++) {
            for (int column = 0; column < right; column++) {
                if (fits.test(image.getRGB(column, row) & 0xffffff)) {
                    x += column;
                    y += row;
                    count++;
                }
            }
        }
        return count == 0 ? null : new double[] {x / count, y / count};
    }

    private static int darkest(BufferedImage image, int fromX, int fromY, int toX, int toY) {
        int darkest = 255;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                Color colour = new Color(image.getRGB(x, y));
                darkest = Math.min(darkest, Math.min(colour.getRed(), Math.min(colour.getGreen(), colour.getBlue())));
            }
        }
        return darkest;
    }

    @Test
    void a_single_point_far_from_a_crowd_of_150_000_is_visible() {
        float[] values = Arrays.copyOf(clouds(150_000, 1, new float[] {0, 0}).values(), 300_002);
        values[300_000] = 12;
        values[300_001] = 12;
        BufferedImage image = image(SongMap.of(FloatMatrix.wrap(150_001, 2, values)));
        int right = image.getWidth() - PLOT_LEFT;
        assertThat(darkest(image, right - 40, PLOT_TOP, right, PLOT_TOP + 40)).isLessThan(190);
        assertThat(darkest(image, PLOT_LEFT, PLOT_TOP, PLOT_LEFT + 40, PLOT_TOP + 40))
                .isEqualTo(255);
    }

    @Test
    void where_two_groups_are_dense_their_colours_mix() {
        FloatMatrix places =
                clouds(30_000, 0.15f, new float[] {0, 0}, new float[] {0, 0}, new float[] {3, 0}, new float[] {-3, 0});
        int[] groups = new int[120_000];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i < 60_000 ? i % 2 : i / 30_000 - 2;
        }
        BufferedImage image =
                image(SongMap.of(places).colouredBy(new Colouring.Groups("g", List.of("one", "two"), groups)));
        int middle = PLOT_TOP + (image.getHeight() - PLOT_TOP - PLOT_LEFT) / 2;
        Color mixed = new Color(image.getRGB(PLOT_LEFT + 336, middle));
        Color blue = Palette.series()[0];
        Color orange = Palette.series()[1];
        assertThat(mixed.getRed()).isBetween(blue.getRed() + 30, orange.getRed() - 10);
        assertThat(mixed.getBlue()).isBetween(orange.getBlue() + 10, blue.getBlue() - 10);
    }

    @Test
    void what_is_missing_is_grey_and_the_legend_says_so() throws IOException {
        float[] values = {Float.NaN, Float.NaN, Float.NaN};
        SongMap map = SongMap.of(FloatMatrix.of(new float[] {0, 0}, new float[] {1, 1}, new float[] {2, 0}))
                .colouredBy(Colouring.values("year", values));
        BufferedImage image = image(map);
        assertThat(middle(image, 600, rgb -> rgb == (ShownGroups.NONE.getRGB() & 0xffffff)))
                .isNotNull();
        assertThat(ChartFiles.svg(map.picture())).contains(">no year<", ">3<");
    }

    @Test
    void a_star_stands_where_it_is_said() {
        FloatMatrix corners =
                FloatMatrix.of(new float[] {0, 0}, new float[] {4, 0}, new float[] {0, 4}, new float[] {4, 4});
        BufferedImage image = image(SongMap.of(corners).marking(new SongMap.Mark("here", 1, 3)));
        double[] star = middle(image, image.getWidth(), rgb -> rgb == (StarLayer.STAR.getRGB() & 0xffffff));
        double left = PLOT_LEFT + 14;
        double wide = image.getWidth() - 2 * left;
        double high = image.getHeight() - PLOT_TOP - 2 * 14 - PLOT_LEFT;
        double side = Math.min(wide, high);
        assertThat(star[0]).isBetween(left + wide / 2 - side / 4 - 3, left + wide / 2 - side / 4 + 3);
        assertThat(star[1]).isBetween(PLOT_TOP + 14 + high / 2 - side / 4 - 4, PLOT_TOP + 14 + high / 2 - side / 4 + 4);
    }

    @Test
    void more_groups_than_nine_share_a_grey_with_their_number_in_the_legend() throws IOException {
        FloatMatrix places = clouds(20, 0.3f, new float[] {0, 0}, new float[] {3, 0});
        String[] names = new String[40];
        for (int i = 0; i < names.length; i++) {
            names[i] = i < 28 ? "genre " + i % 9 : i < 39 ? "small " + i : null;
        }
        SongMap map = SongMap.of(places).colouredBy(Colouring.groups("genre", names));
        assertThat(ChartFiles.svg(map.picture()))
                .contains(">11 others<", ">no genre<")
                .doesNotContain("small");
        assertThat(middle(image(map), 600, rgb -> rgb == (ShownGroups.OTHER.getRGB() & 0xffffff)))
                .isNotNull();
    }

    @Test
    void few_points_are_circles_in_an_svg() throws Exception {
        Path file = folder.resolve("few.svg");
        SongMap.of(clouds(200, 1, new float[] {0, 0})).save(file);
        Document svg = parsed(Files.readString(file));
        assertThat(svg.getElementsByTagName("ellipse").getLength()).isEqualTo(400);
        assertThat(svg.getElementsByTagName("image").getLength()).isZero();
    }

    @Test
    void many_points_are_one_small_picture_in_an_svg() throws Exception {
        Path file = folder.resolve("many.svg");
        FloatMatrix places =
                clouds(42_664, 1, new float[] {0, 0}, new float[] {4, 1}, new float[] {1, 4}, new float[] {4, 4});
        int[] groups = new int[places.rows()];
        Arrays.setAll(groups, i -> i % 7);
        SongMap.of(places)
                .colouredBy(new Colouring.Groups("g", List.of("a", "b", "c", "d", "e", "f", "<g> & h"), groups))
                .pointingOut(SongMap.GroupMarks.OUTLINES)
                .save(file);
        Document svg = parsed(Files.readString(file));
        assertThat(svg.getElementsByTagName("image").getLength()).isEqualTo(1);
        assertThat(svg.getElementsByTagName("text").getLength()).isGreaterThan(14);
        assertThat(Files.size(file)).isBetween(100_000L, 2_000_000L);
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_png_has_twice_the_pixels_and_the_same_bytes_each_time() throws IOException {
        SongMap map = SongMap.of(clouds(3_000, 1, new float[] {0, 0}, new float[] {5, 0}))
                .colouredBy(Colouring.values(
                        "energy", clouds(3_000, 1, new float[] {0, 0}).values()))
                .marking(new SongMap.Mark("here", 1, 1));
        map.save(folder.resolve("one.png"));
        map.save(folder.resolve("two.png"));
        assertThat(Files.readAllBytes(folder.resolve("one.png")))
                .isEqualTo(Files.readAllBytes(folder.resolve("two.png")));
        BufferedImage image = ImageIO.read(folder.resolve("one.png").toFile());
        assertThat(image.getWidth()).isEqualTo(2 * map.picture().getWidth());
        assertThat(image.getHeight()).isEqualTo(2 * map.picture().getHeight());
    }

    @Test
    void an_ending_that_is_not_known_is_refused_with_those_that_are() {
        SongMap map = SongMap.of(clouds(3, 1, new float[] {0, 0}));
        assertThatThrownBy(() -> map.save(folder.resolve("map.gif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("map.gif")
                .hasMessageContaining(".png")
                .hasMessageContaining(".svg");
    }

    @Test
    void points_that_all_stand_at_one_place_and_one_point_are_pictures_too() {
        for (int points : new int[] {1, 3, 5_000}) {
            BufferedImage image = image(SongMap.of(FloatMatrix.wrap(points, 2, new float[2 * points])));
            assertThat(middle(image, image.getWidth(), rgb -> rgb != 0xffffff)).isNotNull();
        }
        assertThatThrownBy(
                        () -> SongMap.of(FloatMatrix.wrap(0, 2, new float[0])).picture())
                .hasMessageContaining("at least 1 point");
    }

    @Test
    void a_picture_is_as_large_as_asked_for_whatever_the_map_and_small_ones_have_no_legend() {
        SongMap wide = SongMap.of(FloatMatrix.of(new float[] {0, 0}, new float[] {100, 1}))
                .colouredBy(new Colouring.Groups("g", List.of("one"), new int[] {0, 0}));
        BufferedImage large = ChartFiles.image(wide.picture(600, 300), 1);
        assertThat(large.getWidth()).isEqualTo(600);
        assertThat(large.getHeight()).isEqualTo(300);
        assertThat(darkest(large, 400, PLOT_TOP, 600, 100)).isLessThan(100);

        BufferedImage small = ChartFiles.image(wide.picture(200, 200), 1);
        assertThat(darkest(small, 0, PLOT_TOP, 200, 100)).isEqualTo(255);
        // Both points, at the edges of their plot.
        assertThat(middle(small, 60, rgb -> rgb != 0xffffff)).isNotNull();
        assertThat(darkest(small, 140, 100, 200, 200)).isLessThan(255);
        assertThatThrownBy(() -> wide.picture(200, 100)).hasMessageContaining("at least 160 x 160");
    }

    @Test
    void a_map_stands_in_a_grid_of_charts() {
        SongMap map = SongMap.of(clouds(3_000, 1, new float[] {0, 0}));
        BufferedImage image = ChartFiles.image(ChartGrid.of(2, map.picture(), map.picture()), 1);
        int half = image.getWidth() / 2;
        for (int y = 0; y < image.getHeight(); y += 7) {
            for (int x = 0; x < half; x += 7) {
                assertThat(image.getRGB(x + half, y)).isEqualTo(image.getRGB(x, y));
            }
        }
    }
}
