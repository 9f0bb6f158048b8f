package segue.neighbors.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The kernels in {@code neighbors.ptx}, each to be handed to the driver by itself, so that it compiles only what is used. */
final class Kernels {
    static final String MERGE = "merge";
    static final int MERGE_THREADS = 32;

    /** Shared memory that every card gives a block. */
    private static final int SHARED_BYTES = 48 * 1024;

    private static final int[] NARROW = {8, 10, 13, 16, 24, 32};

    private Kernels() {}

    /**
     * A kernel that searches, as neighbors.cu defines it.
     *
     * @param stride columns from one row to the next, a multiple of 4
     * @param threads of a block
     * @param queries that a block answers
     * @param tileRows rows that pass through shared memory together
     * @param workBytes of shared memory, without what the best ones of the queries take
     */
    record Searching(String name, int stride, int threads, int queries, int tileRows, int workBytes) {
        /** Whether the {@code k} best of every query of a block fit into shared memory. */
        boolean keepsBestInSharedMemory(int k) {
            return workBytes + 8L * k * queries <= SHARED_BYTES;
        }

        int sharedBytes(int k) {
            return keepsBestInSharedMemory(k) ? workBytes + 8 * k * queries : workBytes;
        }
    }

    static Searching searching(Screen.Kind screen, int columns) {
        for (int most : NARROW) {
            if (columns <= most) {
                int stride = (most + 3) / 4 * 4;
                int queries = 128 * (most <= 16 ? 4 : 2);
                return new Searching(screen.label + most, stride, 128, queries, 32, 2 * 32 * (4 * stride + 4));
            }
        }
        int stride = Math.addExact(columns, 3) / 4 * 4;
        return new Searching(screen.label + "Wide", stride, 256, 64, 128, 4 * (64 * (128 + 4) + 64));
    }

    /** The text of all kernels. */
    static String ptx() {
        try (InputStream in = Kernels.class.getResourceAsStream("neighbors.ptx")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A module that holds one kernel: the head of the text and that kernel. */
    static String ptxOf(String kernel) {
        String all = ptx();
        String entry = ".visible .entry ";
        int from = all.indexOf(entry + kernel + "(");
        if (from < 0) {
            throw new IllegalArgumentException("neighbors.ptx has no kernel " + kernel);
        }
        int next = all.indexOf(entry, from + 1);
        return all.substring(0, all.indexOf(entry)) + all.substring(from, next < 0 ? all.length() : next);
    }
}
