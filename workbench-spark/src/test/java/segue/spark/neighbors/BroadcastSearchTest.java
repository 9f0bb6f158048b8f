package segue.spark.neighbors;

class BroadcastSearchTest extends ExactNeighborsTest {
    @Override
    NeighborsOptions nearest(int k) {
        return NeighborsOptions.nearest(k).by(Way.BROADCAST);
    }
}
