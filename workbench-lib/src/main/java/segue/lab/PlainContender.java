package segue.lab;

import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.Neighbors;

/** {@link PlainLoop} among the others. */
final class PlainContender implements Contender {
    static final String NAME = "plain Java loop";

    @Override
    public String title() {
        return NAME;
    }

    @Override
    public Promise promise() {
        return Promise.SAME_DISTANCES;
    }

    @Override
    public Searcher build(FloatMatrix rows, Metric metric) {
        float[][] songs = new float[rows.rows()][];
        for (int row = 0; row < songs.length; row++) {
            songs[row] = rows.row(row);
        }
        return new OneByOne(rows) {
            @Override
            public Neighbors nearest(float[] query, int k) {
                return PlainLoop.nearest(songs, query, k, metric);
            }
        };
    }
}
