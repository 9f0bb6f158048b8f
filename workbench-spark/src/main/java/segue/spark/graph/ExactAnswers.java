package segue.spark.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Recall;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowBlock;

/** The true neighbours of a few rows: each task looks at all of its rows, block by block, by the library's exact index. */
final class ExactAnswers {
    private ExactAnswers() {}

    /** In the order of the queries. */
    static List<Candidates> of(JavaRDD<NumberedRow> rows, Broadcast<RowBlock> queries, int k, Metric metric) {
        return rows.mapPartitions(part -> List.of(
                                search(RowBlock.gather(part, Cells.BLOCK), queries.value(), k, metric))
                        .iterator())
                .treeReduce((one, other) -> merged(one, other, k));
    }

    private static List<Candidates> search(Iterator<RowBlock> blocks, RowBlock queries, int k, Metric metric) {
        List<Candidates> best = new ArrayList<>();
        for (int query = 0; query < queries.rows(); query++) {
            best.add(Candidates.none(null, queries.ids() != null));
        }
        while (blocks.hasNext()) {
            RowBlock block = blocks.next();
            NeighborIndex index = NeighborIndex.of(block.matrix(), metric, Backend.AUTO.resolve());
            best = merged(best, new BlockSearch(block, index).nearest(queries, k), k);
        }
        return best;
    }

    private static List<Candidates> merged(List<Candidates> one, List<Candidates> other, int k) {
        List<Candidates> best = new ArrayList<>(one.size());
        for (int query = 0; query < one.size(); query++) {
            best.add(one.get(query).merge(other.get(query), k));
        }
        return best;
    }

    /** How much of the truth was found. */
    static Recall recall(List<Candidates> found, List<Candidates> exact) {
        return Recall.of(table(found), table(exact));
    }

    /** Of distances alone: row numbers may be beyond an int, and do not matter here. */
    private static NeighborTable table(List<Candidates> answers) {
        int k = answers.stream().mapToInt(Candidates::size).min().orElse(0);
        float[] distances = new float[answers.size() * k];
        IntStream.range(0, answers.size())
                .forEach(query -> System.arraycopy(answers.get(query).distances(), 0, distances, query * k, k));
        return new NeighborTable(answers.size(), k, new int[distances.length], distances);
    }
}
