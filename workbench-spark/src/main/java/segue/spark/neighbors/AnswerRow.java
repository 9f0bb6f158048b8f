package segue.spark.neighbors;

import java.io.Serializable;

/** One row of the table of answers, as Spark's encoder of beans wants it: its arrays are never boxed. */
public final class AnswerRow implements Serializable {
    private static final long serialVersionUID = 1;

    private long row;
    private String id;
    private long[] neighbors;
    private String[] neighborIds;
    private float[] distances;

    public long getRow() {
        return row;
    }

    public void setRow(long row) {
        this.row = row;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public long[] getNeighbors() {
        return neighbors;
    }

    public void setNeighbors(long[] neighbors) {
        this.neighbors = neighbors;
    }

    public String[] getNeighborIds() {
        return neighborIds;
    }

    public void setNeighborIds(String[] neighborIds) {
        this.neighborIds = neighborIds;
    }

    public float[] getDistances() {
        return distances;
    }

    public void setDistances(float[] distances) {
        this.distances = distances;
    }
}
