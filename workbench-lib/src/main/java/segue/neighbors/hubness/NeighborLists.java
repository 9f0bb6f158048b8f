package segue.neighbors.hubness;

import segue.neighbors.NeighborTable;

/** The nearest other rows of every row, and how fast their number grows with the distance. */
final class NeighborLists {
    private final NeighborTable graph;
    private final float[] dimensions;

    /** @param graph no row its own neighbour, nearest first */
    NeighborLists(NeighborTable graph) {
        this.graph = graph;
        this.dimensions = new float[graph.queries()];
        for (int row = 0; row < dimensions.length; row++) {
            dimensions[row] = dimension(graph.distances(), row * graph.k(), graph.k());
        }
    }

    NeighborTable graph() {
        return graph;
    }

    int rows() {
        return graph.queries();
    }

    /** How many rows are within {@code distance} of {@code row}: those in its list, and beyond its end an estimate. */
    double within(int row, float distance, int inList) {
        return within(graph.distances(), row * graph.k(), graph.k(), dimensions[row], distance, inList);
    }

    double within(float[] list, float distance, int inList) {
        return within(list, 0, list.length, dimension(list, 0, list.length), distance, inList);
    }

    private double within(float[] list, int from, int length, double dimension, float distance, int inList) {
        float radius = length == 0 ? 0 : list[from + length - 1];
        if (length >= rows() - 1 || distance <= radius || !(radius > 0)) {
            return inList;
        }
        return Math.max(inList, Math.min(rows(), length * Math.pow(distance / radius, dimension)));
    }

    /**
     * The intrinsic dimension that a list shows: {@code -1 / mean ln(d_i / r)} with r its largest distance; duplicates, at
     * distance 0, say nothing of it.
     */
    private static float dimension(float[] list, int from, int length) {
        float radius = length == 0 ? 0 : list[from + length - 1];
        double logarithms = 0;
        int used = 0;
        for (int i = from; i < from + length - 1; i++) {
            if (list[i] > 0) {
                logarithms += Math.log(list[i] / radius);
                used++;
            }
        }
        return used == 0 ? 1 : (float) (-used / logarithms);
    }
}
