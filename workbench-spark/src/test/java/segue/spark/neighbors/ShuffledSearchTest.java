package segue.spark.neighbors;

/** Blocks of 4 KB: some hundred rows, so that there are many blocks, in several stripes. */
class ShuffledSearchTest extends ExactNeighborsTest {
    @Override
    NeighborsOptions nearest(int k) {
        return NeighborsOptions.nearest(k).by(Way.SHUFFLE).withBlockBytes(1 << 12);
    }
}
