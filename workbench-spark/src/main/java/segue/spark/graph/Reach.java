package segue.spark.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowBlock;

/** How many cells each row should ask: where the true neighbours of a sample live tells it for any number at once. */
final class Reach {
    /** Standard errors that the mean of a sample must be above what is wanted. */
    private static final double MARGIN = 2;

    private Reach() {}

    /**
     * The least number of cells with which the share of true neighbours that live there, less two standard errors, reaches
     * what is wanted and a quarter of what is left to 1, for what graphs miss.
     *
     * @param exact answers to the queries
     */
    static int forRecall(
            double recall, JavaRDD<NumberedRow> rows, Broadcast<Cells> sent, RowBlock queries, List<Candidates> exact) {
        Cells cells = sent.value();
        if (cells.size() == 1) {
            return 1;
        }
        Map<Long, Integer> homes = homes(rows, sent, exact);
        double wanted = recall + (1 - recall) / 4;
        int[] nearest = cells.nearest(queries.matrix(), cells.size());
        double[] sums = new double[cells.size()];
        double[] squares = new double[cells.size()];
        for (int query = 0; query < queries.rows(); query++) {
            double[] shares = shares(exact.get(query), homes, nearest, query, cells.size());
            for (int rank = 0; rank < shares.length; rank++) {
                sums[rank] += shares[rank];
                squares[rank] += shares[rank] * shares[rank];
            }
        }
        for (int rank = 0; rank < cells.size(); rank++) {
            double mean = sums[rank] / queries.rows();
            double variance = Math.max(0, squares[rank] / queries.rows() - mean * mean);
            if (mean - MARGIN * Math.sqrt(variance / queries.rows()) >= wanted) {
                return rank + 1;
            }
        }
        return cells.size();
    }

    /** Of one query the share of its true neighbours in the nearest cell, the nearest two, and so on. */
    private static double[] shares(Candidates exact, Map<Long, Integer> homes, int[] nearest, int query, int cells) {
        int[] rankOf = new int[cells];
        for (int rank = 0; rank < cells; rank++) {
            rankOf[nearest[query * cells + rank]] = rank;
        }
        double[] shares = new double[cells];
        for (long number : exact.numbers()) {
            shares[rankOf[homes.get(number)]] += 1.0 / exact.size();
        }
        for (int rank = 1; rank < cells; rank++) {
            shares[rank] += shares[rank - 1];
        }
        return shares;
    }

    private static Map<Long, Integer> homes(JavaRDD<NumberedRow> rows, Broadcast<Cells> cells, List<Candidates> exact) {
        Set<Long> wanted = new HashSet<>();
        for (Candidates one : exact) {
            for (long number : one.numbers()) {
                wanted.add(number);
            }
        }
        return new HashMap<>(rows.filter(row -> wanted.contains(row.number()))
                .mapToPair(row -> new Tuple2<>(
                        row.number(),
                        cells.value().homes(RowBlock.of(List.of(row)).matrix())[0]))
                .collectAsMap());
    }
}
