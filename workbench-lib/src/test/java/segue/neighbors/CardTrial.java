package segue.neighbors;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;

/** What a JVM of {@code EmulatedCard} does: prints what came of it, for a test to read. */
final class CardTrial {
    private static int compared;

    private CardTrial() {}

    public static void main(String[] trials) {
        for (String trial : trials) {
            switch (trial) {
                case "reason" ->
                    System.out.println(Backend.GPU.unavailableReason().orElse("ready"));
                case "index" -> printIndex();
                case "auto" -> printAuto();
                case "compare" -> printComparison();
                case "split" -> printSplit();
                default -> throw new IllegalArgumentException(trial);
            }
        }
    }

    private static void printIndex() {
        try {
            NeighborTable graph = NeighborIndex.of(Reference.random(1, 3_000, 40), Metric.EUCLIDEAN, Backend.GPU)
                    .graph(3);
            System.out.println(graph.queries() + " answers");
        } catch (UnsupportedOperationException told) {
            System.out.println(told.getMessage());
        }
    }

    private static void printAuto() {
        FloatMatrix songs = Reference.clustered(1, 80_000, 8);
        NeighborIndex index = NeighborIndex.of(songs, Metric.EUCLIDEAN);
        System.out.println(index.choice(80_000));
        NeighborTable graph = index.graph(Search.nearest(1).withoutSelf());
        NeighborIndex simd = NeighborIndex.of(songs, Metric.EUCLIDEAN, Backend.SIMD);
        System.out.println(IntStream.range(0, 100)
                .allMatch(row -> graph.of(row).rows()[0]
                        == simd.searchRow(row, Search.nearest(1).withoutSelf()).rows()[0]));
        System.out.println(index.choice(80_000));
    }

    /** Every screen, narrow and wide, at sizes that fill no tile. */
    private static void printComparison() {
        for (Metric metric : List.of(Metric.EUCLIDEAN, Metric.MANHATTAN, Metric.CHEBYSHEV, Metric.DOT)) {
            for (int columns : new int[] {1, 9, 13, 15, 24, 32, 33, 70}) {
                for (int rows : new int[] {1, 33, 290}) {
                    FloatMatrix data = Reference.clustered(rows + columns, rows, columns);
                    FloatMatrix queries = Reference.clustered(rows + columns + 1, 70, columns);
                    compare(data, metric, queries, Search.nearest(7));
                    compare(data, metric, queries, Search.farthest(40));
                }
            }
            for (int columns : new int[] {13, 70}) {
                // Tiles enough for a block to meet several, and so to leave rows out.
                FloatMatrix many = Reference.clustered(columns, 2_500, columns);
                compare(many, metric, Reference.clustered(columns + 1, 20, columns), Search.nearest(3));
            }
            FloatMatrix coarse = Reference.coarse(5, 700, 4);
            FloatMatrix some = coarse.selectRows(IntStream.range(0, 9).toArray());
            compare(coarse, metric, some, Search.nearest(30));
            compare(coarse, metric, some, Search.nearest(30).among(700, row -> row % 3 == 1));
            compareGraphs(Reference.clustered(8, 130, 6), metric);
        }
        System.out.println(compared + " answers are the oracle's");
    }

    /** A card of little memory, and more neighbours than a pass finds. */
    private static void printSplit() {
        FloatMatrix data = Reference.random(2, 1_500, 3);
        compare(data, Metric.EUCLIDEAN, Reference.random(3, 40, 3), Search.nearest(1_300));
        compare(data, Metric.MANHATTAN, Reference.random(3, 900, 3), Search.farthest(20));
        System.out.println(compared + " answers are the oracle's");
    }

    private static void compare(FloatMatrix data, Metric metric, FloatMatrix queries, Search search) {
        same(
                NeighborIndex.of(data, metric, Backend.GPU).search(queries, search),
                NeighborIndex.of(data, metric, Backend.SCALAR).search(queries, search),
                metric + " over " + data.rows() + " x " + data.columns() + ", " + search);
    }

    private static void compareGraphs(FloatMatrix data, Metric metric) {
        same(
                NeighborIndex.of(data, metric, Backend.GPU).graph(5),
                NeighborIndex.of(data, metric, Backend.SCALAR).graph(5),
                metric + ", graph");
    }

    private static void same(NeighborTable found, NeighborTable expected, String what) {
        if (!Arrays.equals(found.rows(), expected.rows()) || !Arrays.equals(found.distances(), expected.distances())) {
            throw new IllegalStateException("not the oracle's answers: " + what);
        }
        compared++;
    }
}
