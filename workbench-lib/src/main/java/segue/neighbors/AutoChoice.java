package segue.neighbors;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import segue.matrix.FloatMatrix;
import segue.neighbors.gpu.GpuSupport;
import segue.neighbors.tree.TreeEngine;

/**
 * What {@link Backend#AUTO} stands for: by the machine, the metric, the size of the data and the number of queries, and
 * where a tree is in question by the share of the rows that it looks at for a sample of them. Nothing is timed, so the same
 * questions get the same choice. A tree is built once so many queries have been asked that it pays, in one batch or one at
 * a time, and answers single queries from then on.
 */
final class AutoChoice {
    static final String NO_TREE_FOR_DOT = "A tree cannot search by dot product: boxes do not bound it.";

    /** Below this many rows brute force answers within a few microseconds. */
    private static final int ROWS_FOR_TREE = 10_000;

    /** Building a tree costs about as much as this many queries by brute force, at any size. */
    private static final int QUERIES_FOR_TREE = 500;

    /** Beyond this many columns no tree of ours has been seen to win. */
    private static final int COLUMNS_FOR_TREE = 64;

    /** A row in a box costs about four times one in a long run of rows, where four queries share the reading: measured. */
    private static final double SHARE_FOR_TREE = 0.25;

    /**
     * Columns of pairs, queries times rows times columns, that are worth the way to the card: about a second of one core.
     * Chosen by what the CPU was measured at; not measured on a card yet.
     */
    private static final long WORK_FOR_CARD = 50_000_000_000L;

    private final FloatMatrix rows;
    private final Accumulation accumulation;
    private final Supplier<TreeEngine> tree;
    private final Runnable dropTree;
    private final AtomicLong asked = new AtomicLong();
    private volatile Choice forMany;
    private volatile String cardGivenUp;

    /**
     * @param tree builds the tree, or hands out the one that was built
     * @param dropTree lets go of it, where it does not pay
     */
    AutoChoice(FloatMatrix rows, Accumulation accumulation, Supplier<TreeEngine> tree, Runnable dropTree) {
        this.rows = rows;
        this.accumulation = accumulation;
        this.tree = tree;
        this.dropTree = dropTree;
    }

    Choice of(int queries) {
        double work = (double) queries * rows.rows() * rows.columns();
        if (work < WORK_FOR_CARD) {
            return onCpu(queries);
        }
        String givenUp = cardGivenUp;
        if (givenUp != null) {
            Choice choice = onCpu(queries);
            return new Choice(choice.backend(), choice.reason() + " The card was given up: " + givenUp);
        }
        return GpuSupport.cardName()
                .map(card -> new Choice(
                        Backend.GPU,
                        "%,d queries over %,d rows are work for %s.".formatted(queries, rows.rows(), card)))
                .orElseGet(() -> onCpu(queries));
    }

    /** From now on the CPU answers. */
    void giveUpCard(String reason) {
        cardGivenUp = reason;
    }

    private Choice onCpu(int queries) {
        Optional<String> noVectors = Backend.SIMD.unavailableReason();
        if (noVectors.isPresent()) {
            return new Choice(Backend.SCALAR, "Plain Java is all there is. " + noVectors.get());
        }
        if (accumulation == Accumulation.PRODUCTS) {
            return new Choice(Backend.SIMD, NO_TREE_FOR_DOT);
        }
        if (rows.rows() < ROWS_FOR_TREE) {
            return simd("%,d rows are scanned before a tree is entered.", rows.rows());
        }
        if (rows.columns() > COLUMNS_FOR_TREE) {
            return simd("With %,d columns every box of a tree is about as near as every other.", rows.columns());
        }
        long all = asked.get() + queries;
        if (all < QUERIES_FOR_TREE && forMany == null) {
            return simd("A tree is built once %,d queries have been asked.", QUERIES_FOR_TREE);
        }
        return forMany();
    }

    /** Counts queries that are now answered. */
    void asked(int queries) {
        asked.addAndGet(queries);
    }

    private static Choice simd(String reason, int number) {
        return new Choice(Backend.SIMD, reason.formatted(number));
    }

    private synchronized Choice forMany() {
        if (forMany == null) {
            double share = tree.get().shareLookedAt();
            if (share <= SHARE_FOR_TREE) {
                forMany = new Choice(Backend.TREE, "A tree looks at %.1f %% of the rows here.".formatted(100 * share));
            } else {
                dropTree.run();
                forMany = simd(
                        "A tree would look at %d %% of the rows here: a scan of all is as quick.",
                        (int) Math.round(100 * share));
            }
        }
        return forMany;
    }
}
