package segue.spark.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;
import segue.neighbors.NeighborTable;
import segue.spark.rows.RowTable;
import segue.spark.session.RunFigures;
import segue.spark.session.RunMeter;

/** Blocks of 4 KB: some hundred rows, so that there are many blocks. */
class ShuffledSearchTest extends ExactNeighborsTest {
    @Override
    NeighborsOptions nearest(int k) {
        return NeighborsOptions.nearest(k).by(Way.SHUFFLE).withBlockBytes(1 << 12);
    }

    private NeighborTable search(RowTable rows, BlockLayout layout, NeighborsOptions options) throws IOException {
        List<Answers> answers = session.run(spark ->
                ShuffledSearch.of(rows, null, layout, options, options.k()).collect());
        NeighborTable all = new NeighborTable(
                layout.queries(),
                options.k(),
                new int[layout.queries() * options.k()],
                new float[layout.queries() * options.k()]);
        for (Answers some : answers) {
            System.arraycopy(some.found(), 0, all.rows(), some.first() * some.k(), some.found().length);
            System.arraycopy(some.distances(), 0, all.distances(), some.first() * some.k(), some.found().length);
        }
        return all;
    }

    @Test
    void stripesTogetherFindWhatTheLibraryFinds() throws IOException {
        for (FloatMatrix data : List.of(random(409, 4), coarse(409, 4))) {
            RowTable rows = table(data);
            NeighborsOptions options = NeighborsOptions.nearest(10);
            for (BlockLayout layout : List.of(
                    new BlockLayout(409, 409, 4, 10, 200, 30, 4, true),
                    new BlockLayout(409, 409, 4, 10, 409, 7, 9, true),
                    new BlockLayout(409, 409, 4, 10, 150, 400, 1, true))) {
                assertThat(layout.stripes()).isGreaterThan(1);
                assertSame(search(rows, layout, options), graph(data, options));
            }
        }
    }

    @Test
    void asManyBytesAreShuffledAsTheLayoutSays() throws IOException {
        RowTable rows = table(random(6000, 13));
        BlockLayout layout = new BlockLayout(6000, 6000, 13, 10, 1500, 1000, 3, true);
        RunMeter meter = session.meter();
        search(rows, layout, NeighborsOptions.nearest(10));
        RunFigures figures = meter.figures();
        assertThat(layout.replicatedBytes()).isEqualTo(52L * (6000 + 6000 * 4));
        assertThat(figures.stages().getFirst().shuffleWrittenBytes())
                .isCloseTo(layout.replicatedBytes(), Percentage.withPercentage(15));
        assertThat(figures.shuffledBytes()).isCloseTo(layout.shuffledBytes(), Percentage.withPercentage(15));
        assertThat((double) figures.stages().get(1).shuffleReadBytes() / layout.tasks())
                .isCloseTo(layout.bytesIntoTask(), within(0.15 * layout.bytesIntoTask()));
    }
}
